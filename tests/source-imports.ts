// Who imports whom, read from source text: the imports of a file, where they lead, and cycles among them.
import { posix } from 'node:path';
import ts from 'typescript';

export interface Import {
  readonly from: string;
  readonly specifier: string;
}

/** What a file loads: imports, exports from elsewhere, import types, `import()` and `require()`. */
export function specifiersIn(path: string, text: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const specifier =
      ts.isImportDeclaration(node) || ts.isExportDeclaration(node)
        ? node.moduleSpecifier
        : ts.isImportTypeNode(node)
          ? node.argument
          : ts.isCallExpression(node) && isLoad(node.expression)
            ? node.arguments[0]
            : undefined;
    if (specifier !== undefined) found.push(specifier.getText().replace(/^['"`]|['"`]$/g, ''));
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, text, ts.ScriptTarget.ESNext, true));
  return found;
}

const isLoad = (callee: ts.Expression): boolean =>
  callee.kind === ts.SyntaxKind.ImportKeyword || (ts.isIdentifier(callee) && callee.text === 'require');

/** The path of a relative import without its extension: `core/video`. */
export const target = ({ from, specifier }: Import): string =>
  posix.join(posix.dirname(from), specifier).replace(/\.(ts|js)$/, '');

/** The first cycle of imports as a list of paths, or nothing. */
export function cycle(files: ReadonlyMap<string, string>): string[] | undefined {
  const finished = new Set<string>();
  const follow = (path: string, trail: readonly string[]): string[] | undefined => {
    if (trail.includes(path)) return [...trail.slice(trail.indexOf(path)), path];
    if (finished.has(path)) return undefined;
    for (const specifier of specifiersIn(path, files.get(path) ?? '')) {
      if (!specifier.startsWith('.')) continue;
      const to = target({ from: path, specifier });
      const next = [`${to}.ts`, `${to}/index.ts`].find((candidate) => files.has(candidate));
      const found = next === undefined ? undefined : follow(next, [...trail, path]);
      if (found !== undefined) return found;
    }
    finished.add(path);
    return undefined;
  };
  for (const path of files.keys()) {
    const found = follow(path, []);
    if (found !== undefined) return found;
  }
  return undefined;
}
