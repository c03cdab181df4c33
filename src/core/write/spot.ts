// Finds the place for a timestamp: at the caret, unless it would break something there; or on a line of its own.
import { firstIndex } from '../mean/ascending';
import { bareTimesAt } from '../mean/bare-times';
import type { Timestamp } from '../mean/timestamp';
import { Cells } from '../read/cells';
import { scan } from '../read/scan';
import { Source } from '../read/source';
import { Verbatim } from '../read/verbatim';
import { lineEndOf } from './line-end';
import { linePrefix, type LinePrefix } from './line-prefix';
import { propertiesIn, type PropertiesBlock } from './properties';
import type { Span } from './rewrite';
import { spaceAfter, spaceBefore } from './spacing';

/** `quote`: as a quotation in a block of its own, within the item or quote of the caret. */
export type Placing = 'here' | 'new-line' | 'quote';

/** The range that is replaced, and the text around the timestamp. */
export interface Gap extends Span {
  readonly before: string;
  readonly after: string;
}

/** A place for a timestamp. */
export interface Spot {
  readonly forChip: Gap;
  /** For plain text in code: exactly at the caret. Code continues no list. */
  readonly forPlain: Gap;
}

/** Text that a timestamp must not split: links and HTML tags. */
const WHOLE = /\[\[[^[\]\n]+\]\]|!?\[[^[\]\n]*\]\([^()\n]*\)|<[a-z/][^<>\n]*>/gi;
/** Characters. No link or tag longer than this is seen, and none twice as far from the caret. */
const REACH = 1000;

/** A line that is a mark as a whole: with more text, it would not begin or end its block. */
const MARK_LINE =
  /^[ \t>]*(?:(?:`{3,}|~~~|\$\$|%%)[^\s`]*[ \t]*|(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|(?:=[ \t]*){3,})$/;
const DELIMITER_ROW = /^[ \t>]*[|:-][|: \t-]*$/;
const INDENT = /^[ \t>]*/;

/** A line of a note, with the facts that hold for every caret on it. */
interface Line extends Span {
  readonly text: string;
  readonly isMark: boolean;
  readonly prefix: LinePrefix;
  readonly belowTable: Gap | undefined;
}

/** A spot for each selection, in their order. Its time is linear in the text and the selections. */
export function spotsIn(text: string, selections: readonly Span[], where: Placing): readonly Spot[] {
  const note = new Note(text);
  const sorted = [...selections].sort((one, other) => one.from - other.from);
  return sorted.map((selection) => spotOf(note, selection, where));
}

/** Answers for one caret after another, in ascending order: an answer often holds for the next caret too. */
class Note {
  readonly cells: Cells;
  /** The line break for new lines. */
  readonly lineEnd: string;
  readonly properties: PropertiesBlock | undefined;
  private readonly timestamps: readonly Timestamp[];
  private line: Line | undefined;
  /** By whether they are in a quote. */
  private readonly rows = new Map<boolean, Span>();
  private bracket: Span | undefined;
  private links: { readonly start: number; readonly spans: readonly Span[] } | undefined;
  private wrapped: Span | undefined;
  private below: { readonly line: Line; readonly spot: Spot } | undefined;

  constructor(readonly text: string) {
    this.cells = new Cells(text);
    this.lineEnd = lineEndOf(text);
    this.properties = propertiesIn(text);
    this.timestamps = scan(text);
  }

  lineAt(at: number): Line {
    if (this.line === undefined || at < this.line.from || this.line.to < at) this.line = this.readLine(at);
    return this.line;
  }

  /** The spot on the line below an offset. */
  spotBelow(at: number): Spot {
    const line = this.lineAt(at);
    if (this.below?.line !== line) {
      this.below = { line, spot: below(line, this.endOfWrapped(line.to), this.lineEnd) };
    }
    return this.below.spot;
  }

  /** The spot of a quotation for an offset: on its line if that is empty, else below. */
  spotOfQuote(at: number): Spot {
    const line = this.lineAt(at);
    const end = this.endOfWrapped(line.to);
    const next = lineBehind(this.text, startOfNext(this.text, end));
    const gap = gapOfQuote(line, { at: end, next, lineEnd: this.lineEnd });
    return { forChip: gap, forPlain: gap };
  }

  /** The end of the line that ends at `end`, with the further lines of a wrapped anchor. */
  private endOfWrapped(end: number): number {
    const { text, wrapped } = this;
    if (wrapped !== undefined && wrapped.from <= end && end <= wrapped.to) return wrapped.to;
    let to = end;
    for (let around = this.timestampAround(to); around !== undefined; around = this.timestampAround(to))
      to = endOfLine(text, around.to);
    this.wrapped = { from: end, to };
    return to;
  }

  /** The bracket that opens at an offset; empty if it holds anything but times. */
  timesFrom(at: number): Span {
    if (this.bracket?.from !== at) this.bracket = { from: at, to: bareTimesAt(this.text, at)?.to ?? at };
    return this.bracket;
  }

  /** Links and tags around an offset. */
  linksNear(at: number): readonly Span[] {
    const start = Math.max(0, Math.floor(at / REACH) - 1) * REACH;
    if (this.links?.start !== start) {
      const spans = Array.from(this.text.slice(start, start + 3 * REACH).matchAll(WHOLE), (match) => {
        const from = start + match.index;
        return { from, to: from + match[0].length };
      });
      this.links = { start, spans };
    }
    return this.links.spans;
  }

  timestampAround(at: number): Span | undefined {
    const timestamp = this.timestamps[firstIndex(this.timestamps, ({ to }) => to > at)];
    return timestamp !== undefined && timestamp.from < at ? timestamp : undefined;
  }

  private readLine(at: number): Line {
    const { text } = this;
    const span = { from: startOfLine(text, at), to: endOfLine(text, at) };
    const line = text.slice(span.from, span.to);
    const prefix = linePrefix(line);
    const belowTable = isDelimiterRow(line) ? this.belowTable(span, prefix.nextInCode) : undefined;
    return { ...span, text: line, isMark: MARK_LINE.test(line), prefix, belowTable };
  }

  /** For a caret in the delimiter row of a table: below the table and apart from it, since a line right below is a row. */
  private belowTable({ from, to }: Span, prefix: string): Gap | undefined {
    const { text, cells, lineEnd } = this;
    if (from === 0) return undefined;
    const header = startOfLine(text, from - 1);
    if (!cells.touch(header, endOfLine(text, header)) || cells.touch(from, to)) return undefined;
    const end = this.endOfRows(to, prefix.includes('>'));
    return { from: end, to: end, before: `${lineEnd}${prefix.trimEnd()}${lineEnd}${prefix}`, after: '' };
  }

  /** The end of the last row below the line that ends at `end`. */
  private endOfRows(end: number, isQuoted: boolean): number {
    const { text, rows } = this;
    const known = rows.get(isQuoted);
    if (known !== undefined && known.from <= end && end <= known.to) return known.to;
    let to = end;
    while (to < text.length) {
      const start = startOfNext(text, to);
      const next = endOfLine(text, start);
      if (!isRow(text.slice(start, next), isQuoted)) break;
      to = next;
    }
    rows.set(isQuoted, { from: end, to });
    return to;
  }
}

function isDelimiterRow(line: string): boolean {
  return DELIMITER_ROW.test(line) && line.includes('-') && line.includes('|');
}

function isRow(line: string, isQuoted: boolean): boolean {
  const isInQuote = !isQuoted || line.trimStart().startsWith('>');
  return isInQuote && line.replace(INDENT, '').trim() !== '';
}

function spotOf(note: Note, selection: Span, where: Placing): Spot {
  const { text, cells } = note;
  const { to } = selection;
  const line = note.lineAt(to);
  // A new line would end the table.
  const isNewLine = where !== 'here' && !cells.touch(to);
  const behind = behindProperties(note, selection, isNewLine) ?? line.belowTable;
  if (behind !== undefined) {
    const gap = isNewLine && where === 'quote' ? asQuote(note, behind) : behind;
    return { forChip: gap, forPlain: gap };
  }
  if (isNewLine && where === 'quote') return note.spotOfQuote(to);
  if (isNewLine || (selection.from === to && line.isMark)) return note.spotBelow(to);
  const cut = [selection.from, to].map((at) => endOfWhole(note, at)).filter((end) => end !== undefined);
  const at = Math.max(to, ...cut);
  const whole = cut.length === 0 ? selection : { from: at, to: at };
  return { forChip: gapAt(text, whole), forPlain: gapAt(text, selection) };
}

/** A timestamp in the `---` lines would turn the properties into text: it goes after them. */
function behindProperties(
  { text, properties, lineEnd }: Note,
  selection: Span,
  isNewLine: boolean,
): Gap | undefined {
  if (properties === undefined) return undefined;
  const { from, to } = isNewLine ? { from: selection.to, to: selection.to } : selection;
  const isInside = !isNewLine && from >= properties.from && to < properties.to;
  const isAll = from === 0 && to > properties.end;
  if (from > properties.end || isInside || isAll) return undefined;
  const gap = { from: properties.end, to: Math.max(to, properties.end) };
  return { ...gapAt(text, gap), before: lineEnd };
}

/** Text right after the quotation would continue it. */
function asQuote({ text, lineEnd }: Note, gap: Gap): Gap {
  const goesOn = /^[^\r\n]*\r?\n[ \t]*[^\s]/.test(text.slice(gap.to));
  return { ...gap, before: `${gap.before}> `, after: goesOn ? lineEnd : '' };
}

function gapAt(text: string, { from, to }: Span): Gap {
  return { from, to, before: spaceBefore(lineBefore(text, from)), after: spaceAfter(lineBehind(text, to)) };
}

interface Below {
  readonly at: number;
  /** The text of the next line; empty if there is none. */
  readonly next: string;
  readonly lineEnd: string;
}

/** A quotation begins with its mark, and ends with an empty line if the text after it would continue it. */
function gapOfQuote({ text, isMark, prefix }: Line, { at, next, lineEnd }: Below): Gap {
  const { outer, indent, isItem } = quotePrefix(text);
  const isBlank = !isMark && text.slice(prefix.length).trim() === '';
  const goesOn = next.slice(outer.length).trim() !== '' && !/^[\s>]*(?:[-+*]|\d{1,9}[.)])\s/.test(next);
  const after = goesOn ? `${lineEnd}${outer.trimEnd()}` : '';
  if (isBlank) return { from: at, to: at, before: text.endsWith(' ') || text === '' ? '> ' : ' > ', after };
  const start = `${outer}${indent}`;
  // Within an item or a quote, a quotation begins right below its text.
  const gap = isItem || outer !== '' ? '' : lineEnd;
  return { from: at, to: at, before: `${lineEnd}${gap}${start}> `, after };
}

const QUOTE_PREFIX = /^((?:[ \t]*>[ \t]?)*)([ \t]*)((?:[-+*]|\d{1,9}[.)])[ \t]+)?/;

/** The beginning of a line that continues the item or quote of another line. */
function quotePrefix(text: string): {
  readonly outer: string;
  readonly indent: string;
  readonly isItem: boolean;
} {
  const [, outer = '', indent = '', mark] = QUOTE_PREFIX.exec(text) ?? [];
  const inside = mark === undefined ? indent : `${indent}${' '.repeat(mark.length)}`;
  return {
    outer: outer === '' || outer.endsWith(' ') ? outer : `${outer} `,
    indent: inside,
    isItem: mark !== undefined || indent !== '',
  };
}

/** On the line below the caret, or on its own line if that is empty. */
function below({ text, isMark, prefix }: Line, to: number, lineEnd: string): Spot {
  const isBlank = !isMark && text.slice(prefix.length).trim() === '';
  const gapAfter = (start: string): Gap => {
    const before = isBlank ? spaceBefore(text) : `${lineEnd}${start}`;
    return { from: to, to, before, after: '' };
  };
  return {
    forChip: gapAfter(isMark ? prefix.nextInCode : prefix.next),
    forPlain: gapAfter(prefix.nextInCode),
  };
}

/** The end of the timestamp, link or tag around the caret; undefined if there is none. */
function endOfWhole(note: Note, at: number): number | undefined {
  const before = lineBefore(note.text, at);
  const start = at - before.length;
  const bracket = before.lastIndexOf('[');
  const times = bracket < 0 ? undefined : note.timesFrom(start + bracket);
  const ofFormula = before.includes('$') ? endOfFormula(before, lineBehind(note.text, at)) : 0;
  const formula = { from: start, to: start + ofFormula };
  const ends = [note.timestampAround(at), ...note.linksNear(at), times, formula].flatMap((span) =>
    span !== undefined && span.from < at && at < span.to ? [span.to] : [],
  );
  return ends.length === 0 ? undefined : Math.max(...ends);
}

/** The text before an offset in its line, up to a limit. */
function lineBefore(text: string, at: number): string {
  const near = text.slice(Math.max(0, at - REACH), at);
  return near.slice(near.lastIndexOf('\n') + 1);
}

/** The text after an offset in its line, up to a limit. */
function lineBehind(text: string, at: number): string {
  const near = text.slice(at, at + REACH);
  return near.slice(0, endOfLine(near, 0));
}

/**
 * The end of the formula around a place in a line; 0 if there is none. Within it, a timestamp would end the formula or be no chip.
 */
function endOfFormula(before: string, behind: string): number {
  const at = before.length;
  const line = before + behind;
  const verbatim = new Verbatim(new Source(line));
  verbatim.enter(line.length);
  for (let from = 0; from < at;) {
    const mark = line[from];
    if (mark === '$') {
      const to = verbatim.endOfFormula(from);
      if (to > at) return to;
      from = to;
    } else if (mark === '`') from = verbatim.endOfCode(from);
    else from += mark === '\\' ? 2 : 1;
  }
  return 0;
}

function startOfNext(text: string, end: number): number {
  return text.startsWith('\r\n', end) ? end + 2 : end + 1;
}

function startOfLine(text: string, at: number): number {
  return at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
}

function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  if (end < 0) return text.length;
  return end > at && text[end - 1] === '\r' ? end - 1 : end;
}
