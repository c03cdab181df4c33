// The marks before the text of a line: quotes, indentation, the mark of an item, the box of a task.

export interface LinePrefix {
  /** The number of characters of the marks. */
  readonly length: number;
  /** The marks with which the next line continues the same quotes and list. */
  readonly next: string;
  /** The same without the mark of an item, for code that continues. */
  readonly nextInCode: string;
}

const PREFIX = /^((?:[ \t]*>)*[ \t]*)(?:([-+*]|(\d{1,9})([.)]))([ \t]+|$)(\[[^[\]]\][ \t]+)?)?/;

export function linePrefix(line: string): LinePrefix {
  const [whole = '', outer = '', mark, number, delimiter = '', space = '', box] = PREFIX.exec(line) ?? [];
  const quoted = outer.endsWith('>') ? `${outer} ` : outer;
  if (mark === undefined) return { length: whole.length, next: quoted, nextInCode: quoted };
  const nextMark = number === undefined ? mark : `${Number(number) + 1}${delimiter}`;
  const next = `${quoted}${nextMark}${space === '' ? ' ' : space}${box === undefined ? '' : '[ ] '}`;
  return { length: whole.length, next, nextInCode: quoted };
}
