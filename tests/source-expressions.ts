// The regular expressions of source text: the literals, and what is made of constants by `RegExp`.
import ts from 'typescript';

export interface Expression {
  /** `core/anchor.ts: PLAIN`, by the constant it is kept in; without one, by its source. */
  readonly name: string;
  readonly source: string;
  readonly flags: string;
}

export interface Expressions {
  readonly found: readonly Expression[];
  /** What makes an expression of a text that only shows when the code runs, as `path:line`. */
  readonly unread: readonly string[];
}

/** Methods of strings that make an expression of a text that they are given. */
const MAKING = new Set(['match', 'matchAll', 'search']);

/** All regular expressions of a file, in order. */
export function expressionsIn(path: string, text: string): Expressions {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.ESNext, true);
  const found: Expression[] = [];
  const unread: string[] = [];
  const add = (node: ts.Node, source: string | undefined, flags: string | undefined): void => {
    if (source === undefined || flags === undefined) unread.push(placeOf(file, node));
    else found.push({ name: `${path}: ${constantOf(node) ?? `/${source}/${flags}`}`, source, flags });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const close = node.text.lastIndexOf('/');
      add(node, node.text.slice(1, close), node.text.slice(close + 1));
    } else if (isMade(node)) {
      const [source, flags] = node.arguments ?? [];
      add(node, textOf(source), flags === undefined ? '' : textOf(flags));
    } else if (isTextForExpression(node) || isLooseConstructor(node)) {
      add(node, undefined, undefined);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return { found, unread };
}

function placeOf(file: ts.SourceFile, node: ts.Node): string {
  return `${file.fileName}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
}

/** `new RegExp(…)` or `RegExp(…)`. */
function isMade(node: ts.Node): node is ts.NewExpression | ts.CallExpression {
  return (ts.isNewExpression(node) || ts.isCallExpression(node)) && node.expression.getText() === 'RegExp';
}

/** `text.match('…')`: a text that is taken for an expression. */
function isTextForExpression(node: ts.Node): boolean {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return false;
  const [first] = node.arguments;
  return MAKING.has(node.expression.name.text) && first !== undefined && textOf(first) !== undefined;
}

/** `RegExp` handed on, under another name or as `globalThis.RegExp`. */
function isLooseConstructor(node: ts.Node): boolean {
  if (!ts.isIdentifier(node) || node.text !== 'RegExp' || ts.isTypeNode(node.parent)) return false;
  return !(isMade(node.parent) && node.parent.expression === node);
}

/** The name of the constant that holds a node, whether alone or in a list. */
function constantOf(node: ts.Node): string | undefined {
  for (let at = node.parent; !ts.isBlock(at) && !ts.isSourceFile(at); at = at.parent) {
    if (ts.isVariableDeclaration(at)) return at.name.getText();
    if (ts.isCallExpression(at) || ts.isFunctionLike(at)) return undefined;
  }
  return undefined;
}

/** The text that an expression of the language always is; undefined where that shows only when the code runs. */
function textOf(node: ts.Expression | undefined): string | undefined {
  if (node === undefined) return undefined;
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text;
  if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node)) return textOf(node.expression);
  if (ts.isIdentifier(node)) return textOf(initializerOf(node));
  if (ts.isTemplateExpression(node)) return joined(node, (piece) => piece.text);
  if (ts.isTaggedTemplateExpression(node) && node.tag.getText() === 'String.raw') {
    const { template } = node;
    return ts.isTemplateExpression(template) ? joined(template, rawOf) : rawOf(template);
  }
  const isSum = ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken;
  return isSum ? whole([textOf(node.left), textOf(node.right)]) : undefined;
}

function rawOf({ rawText, text }: ts.TemplateLiteralLikeNode): string {
  return rawText ?? text;
}

function joined(
  { head, templateSpans }: ts.TemplateExpression,
  pieceOf: (piece: ts.TemplateLiteralLikeNode) => string,
): string | undefined {
  return whole([
    pieceOf(head),
    ...templateSpans.flatMap((span) => [textOf(span.expression), pieceOf(span.literal)]),
  ]);
}

function whole(pieces: readonly (string | undefined)[]): string | undefined {
  return pieces.includes(undefined) ? undefined : pieces.join('');
}

/** What a constant of the file itself, outside all functions, is made of. */
function initializerOf(name: ts.Identifier): ts.Expression | undefined {
  for (const statement of name.getSourceFile().statements) {
    if (!ts.isVariableStatement(statement) || (statement.declarationList.flags & ts.NodeFlags.Const) === 0)
      continue;
    const declaration = statement.declarationList.declarations.find(
      (one) => one.name.getText() === name.text,
    );
    if (declaration !== undefined) return declaration.initializer;
  }
  return undefined;
}
