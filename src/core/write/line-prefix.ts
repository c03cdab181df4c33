// The marks of a line before its text: the marks of quotes, the indentation, the mark of an item, the box of a task.

export interface LinePrefix {
  /** How many characters it takes. */
  readonly length: number;
  /** The marks of the next line, to go on in the same quote and list. */
  readonly next: string;
  /** The same without the mark of an item: what code that stands in a quote goes on with. */
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
