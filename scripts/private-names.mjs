// Private members whose names cannot be made short, because a package or the app knows the same names: a release gives them names of their own.
import { readFileSync } from 'node:fs';
import ts from 'typescript';

/** Characters; shorter names gain nothing. */
const SHORTEST = 3;

/** For each file, the edits that add `$` to the names of private members. `files` are the sources; `isShort` returns whether a name is shortened anyway. */
export function privateNames(program, files, isShort) {
  const checker = program.getTypeChecker();
  const names = new Set();
  const edits = {};
  for (const path of files) {
    const found = [];
    const visit = (node) => {
      if (ts.isIdentifier(node)) found.push(...editsOf(node));
      ts.forEachChild(node, visit);
    };
    const file = program.getSourceFile(path);
    if (file !== undefined && !file.isDeclarationFile) visit(file);
    if (found.length > 0) edits[path] = found;
  }
  return { names: [...names], edits };

  function editsOf(node) {
    const { text } = node;
    if (text.length < SHORTEST || isShort(text)) return [];
    const { property, variable, isBoth } = symbolsOf(checker, node);
    const [isProperty, isVariable] = [property, variable].map((symbol) => isPrivate(symbol, files));
    if (!isProperty && !isVariable) return [];
    const renamed = `${text}$`;
    names.add(renamed);
    const inserted = isBoth ? `${isProperty ? renamed : text}: ${isVariable ? renamed : text}` : renamed;
    return [[node.getStart(), node.end, inserted]];
  }
}

/** The property and the variable of an identifier; `isBoth` if it is the short form of both: `{ a }`. */
function symbolsOf(checker, node) {
  const { parent } = node;
  if (ts.isBindingElement(parent) && ts.isObjectBindingPattern(parent.parent)) {
    const property = checker.getPropertyOfType(checker.getTypeAtLocation(parent.parent), node.text);
    if (parent.propertyName === node) return { property };
    if (parent.name === node && parent.propertyName === undefined && parent.dotDotDotToken === undefined)
      return { property, isBoth: true };
  }
  const taken = () =>
    isTaken(parent.parent) ? checker.getPropertySymbolOfDestructuringAssignment(node) : undefined;
  if (ts.isShorthandPropertyAssignment(parent) && parent.name === node) {
    const property = taken();
    return { property, variable: checker.getShorthandAssignmentValueSymbol(parent), isBoth: true };
  }
  if (ts.isPropertyAssignment(parent) && parent.name === node) return { property: taken() };
  return { property: checker.getSymbolAtLocation(node) };
}

/** Whether an object literal is a destructuring assignment: `({ a } = b)`. */
function isTaken({ parent, ...node }) {
  return (
    ts.isBinaryExpression(parent) &&
    parent.operatorToken.kind === ts.SyntaxKind.EqualsToken &&
    parent.left.pos === node.pos
  );
}

/** Constructor parameters that are members count too. */
function isPrivate(symbol, files) {
  const declarations = symbol?.declarations ?? [];
  return (
    declarations.length > 0 &&
    declarations.every(
      (declaration) =>
        (ts.getCombinedModifierFlags(declaration) & ts.ModifierFlags.Private) !== 0 &&
        files.has(declaration.getSourceFile().fileName),
    )
  );
}

/** An esbuild plugin that makes the edits when it loads the sources. */
export function renamedPrivates(edits) {
  return {
    name: 'private-names',
    setup({ onLoad }) {
      onLoad({ filter: /\.ts$/, namespace: 'file' }, ({ path }) => {
        const found = edits[path];
        return found === undefined
          ? undefined
          : { contents: edited(readFileSync(path, 'utf8'), found), loader: 'ts' };
      });
    },
  };
}

/** Makes edits, which are in order; all offsets refer to `text`. */
export function edited(text, edits) {
  let [result, at] = ['', 0];
  for (const [from, to, inserted] of edits) {
    result += text.slice(at, from) + inserted;
    at = to;
  }
  return result + text.slice(at);
}
