type Edit = readonly [from: number, to: number, inserted: string];

export function privateNames(
  program: import('typescript').Program,
  files: ReadonlySet<string>,
  isShort: (name: string) => boolean,
): { names: readonly string[]; edits: Readonly<Record<string, readonly Edit[]>> };

export function edited(text: string, edits: readonly Edit[]): string;
