export function ownNames(project: {
  files: readonly string[];
  options: import('typescript').CompilerOptions;
  /** Scripts that are built together with the sources. */
  bundled?: readonly string[];
  /** Whether functions of a declaration file read their arguments by name, though their types do not say so. */
  isReader?: (path: string) => boolean;
  program?: import('typescript').Program;
}): string[];

export function projectOf(tsconfig: string): {
  files: string[];
  options: import('typescript').CompilerOptions;
};
