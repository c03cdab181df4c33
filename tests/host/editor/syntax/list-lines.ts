// Items of lists and tasks, and the lines that go on with them.
import { addInline, addToken, type Line, type Outcome } from './line';

const TAB = 4;
const ITEM = /^(\s*)([-*+]|\d{1,9}[.)])(\s|$)/;

export function readListLine(line: Line): Outcome | undefined {
  const { text, from, before, quote } = line;
  const open = before.quote === quote ? before.lists : [];
  const content = text.slice(from);
  const [whole, indent = '', marker] = ITEM.exec(content) ?? [];
  if (whole === undefined || marker === undefined) return readContinuation(line, open);
  const column = columnsOf(indent);
  const parents = open.filter((start) => start <= column);
  // Deep indentation without a list above is code.
  if (parents.length === 0 && column >= TAB) return undefined;
  const level = parents.length + 1;
  const list = `list-${((level - 1) % 3) + 1}`;
  line.lineClasses.push('HyperMD-list-line', `HyperMD-list-line-${level}`);
  addIndent(line, indent.length, level - 1);
  const at = from + whole.length;
  const kind = /\d/.test(marker) ? 'ol' : 'ul';
  addToken(line, from + indent.length, at, [
    'formatting',
    'formatting-list',
    `formatting-list-${kind}`,
    list,
  ]);
  addInline(line, addTask(line, at), [list]);
  // Two columns are enough to go a level deeper, whatever the marker.
  return { state: { lists: [...parents, column + 2] } };
}

/** Takes the box of a task, and says where its text begins. */
function addTask(line: Line, from: number): number {
  const mark = /^\[(.)\](?=\s|$)/.exec(line.text.slice(from))?.[1];
  if (mark === undefined) return from;
  line.lineClasses.push('HyperMD-task-line');
  addToken(line, from, from + 3, ['formatting', 'formatting-task', mark === ' ' ? 'meta' : 'property']);
  return from + 3;
}

function readContinuation(line: Line, open: readonly number[]): Outcome | undefined {
  const { text, from, before } = line;
  if (open.length === 0) return undefined;
  const indent = /^\s*/.exec(text.slice(from))?.[0] ?? '';
  const parents = open.filter((start) => start <= columnsOf(indent));
  if (parents.length === 0) return undefined;
  const level = parents.length;
  if (before.after === 'blank' && columnsOf(indent) >= (parents.at(-1) ?? 0) + TAB) return undefined;
  line.lineClasses.push('HyperMD-list-line', `HyperMD-list-line-${level}`, 'HyperMD-list-line-nobullet');
  addIndent(line, indent.length, level);
  addInline(line, from + indent.length, [`list-${((level - 1) % 3) + 1}`]);
  return { state: { lists: parents } };
}

function addIndent(line: Line, length: number, level: number): void {
  addToken(line, line.from, line.from + length, ['hmd-list-indent', `hmd-list-indent-${level}`]);
}

function columnsOf(indent: string): number {
  let column = 0;
  for (const char of indent) column = char === '\t' ? column - (column % TAB) + TAB : column + 1;
  return column;
}
