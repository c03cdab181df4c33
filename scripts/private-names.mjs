// Private members whose names cannot be made short, because a package or the app knows the same names: a release gives them names of their own.
import { readFileSync } from 'node:fs';
import ts from 'typescript';

/** Shorter ones gain nothing. */
const SHORTEST = 3;

/** By file, the edits that end the name of each private member with `$`; `files` are the sources, and `isShort` tells which names need none. */
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

/** The property and the variable that an identifier stands for; `isBoth` where it says both at once: `{ a }`. */
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

/** Whether an object literal stands for what is taken of a value: `({ a } = b)`. */
function isTaken({ parent, ...node }) {
  return (
    ts.isBinaryExpression(parent) &&
    parent.operatorToken.kind === ts.SyntaxKind.EqualsToken &&
    parent.left.pos === node.pos
  );
}

/** Also of the parameter of a constructor that is a member at once. */
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

/** A plugin of esbuild that makes the edits while it reads the sources. */
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

/** The text with edits, in order, whose offsets are all those of `text`. */
export function edited(text, edits) {
  let [result, at] = ['', 0];
  for (const [from, to, inserted] of edits) {
    result += text.slice(at, from) + inserted;
    at = to;
  }
  return result + text.slice(at);
}
