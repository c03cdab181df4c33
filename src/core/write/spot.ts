// Where in a note a timestamp goes: at the caret, unless it would break something there; or on a line of its own.
import { bareTimesAt } from '../mean/bare-times';
import type { Span } from './rewrite';
import { lineEndOf } from './line-end';
import { linePrefix } from './line-prefix';
import { propertiesIn, type PropertiesBlock } from './properties';
import { readProse } from '../read/prose';
import { scan } from '../read/scan';
import { Source } from '../read/source';
import { spaceAfter, spaceBefore } from './spacing';
import type { Timestamp } from '../mean/timestamp';
import { Verbatim } from '../read/verbatim';

export type Placing = 'here' | 'new-line';

/** What is replaced, and what comes around what is written there. */
export interface Gap extends Span {
  readonly before: string;
  readonly after: string;
}

/** A place for a timestamp. */
export interface Spot {
  readonly forChip: Gap;
  /** For plain text, where it turns out that there is code: exactly at the caret, and code goes on with no list. */
  readonly forPlain: Gap;
}

/** What a caret inside would be cut in two: links, and tags of HTML. */
const WHOLE = /\[\[[^[\]\n]+\]\]|!?\[[^[\]\n]*\]\([^()\n]*\)|<[a-z/][^<>\n]*>/gi;
/** None of them reaches further from the caret, to either side. */
const REACH = 1000;

/** A line that is all mark: with more on it, it would begin or end nothing any more. */
const MARK_LINE = /^[ \t>]*(?:(?:`{3,}|~{3,}|\$\$|%%)[^\s`]*|([-*_=])(?:[ \t]*\1){2,})[ \t]*$/;

const DELIMITER_ROW = /^[ \t>]*(?=.*-)(?=.*\|)[|:-][|: \t-]*$/;

interface Note {
  readonly text: string;
  readonly timestamps: readonly Timestamp[];
  readonly properties: PropertiesBlock | undefined;
}

/** A spot for each selection, in their order. */
export function spotsIn(text: string, selections: readonly Span[], where: Placing): readonly Spot[] {
  const note = { text, timestamps: scan(text), properties: propertiesIn(text) };
  const sorted = [...selections].sort((one, other) => one.from - other.from);
  return sorted.map((selection) => spotOf(note, selection, where));
}

/** Whether this place is in a cell of a table, as the note's text has it. */
export function isInCell(text: string, at: number): boolean {
  return hasCell(text, { from: at, to: at });
}

function hasCell(text: string, span: Span): boolean {
  let found = false;
  readProse(new Source(text), {
    readStretch: ({ from, to }) => {
      if (from <= span.to && span.from <= to) found ||= text[to] === '|' || text[from - 1] === '|';
    },
    readDefinition: () => undefined,
  });
  return found;
}

function spotOf(note: Note, selection: Span, where: Placing): Spot {
  const { text } = note;
  const { to } = selection;
  // A line of its own would end the table.
  const isNewLine = where === 'new-line' && !isInCell(text, to);
  const behind = behindProperties(note, selection, isNewLine) ?? belowTable(text, to);
  if (behind !== undefined) return { forChip: behind, forPlain: behind };
  if (isNewLine || (selection.from === to && MARK_LINE.test(lineAt(text, to)))) return below(note, to);
  const cut = [selection.from, to].map((at) => endOfWhole(note, at)).filter((end) => end !== undefined);
  const at = Math.max(to, ...cut);
  const whole = cut.length === 0 ? selection : { from: at, to: at };
  return { forChip: gapAt(text, whole), forPlain: gapAt(text, selection) };
}

/** Where a timestamp in the lines of their marks would turn the properties into text: the place right behind them. */
function behindProperties({ text, properties }: Note, selection: Span, isNewLine: boolean): Gap | undefined {
  if (properties === undefined) return undefined;
  const { from, to } = isNewLine ? { from: selection.to, to: selection.to } : selection;
  const isInside = !isNewLine && from >= properties.from && to < properties.to;
  const isAll = from === 0 && to > properties.end;
  if (from > properties.end || isInside || isAll) return undefined;
  const gap = { from: properties.end, to: Math.max(to, properties.end) };
  return { ...gapAt(text, gap), before: lineEndOf(text) };
}

/** For a caret in the row of dashes that makes a table: apart from the table, below it, as each line right below is a row. */
function belowTable(text: string, at: number): Gap | undefined {
  const row = lineAt(text, at);
  const from = startOfLine(text, at);
  if (!DELIMITER_ROW.test(row) || from === 0) return undefined;
  const header = { from: startOfLine(text, from - 1), to: endOfLine(text, startOfLine(text, from - 1)) };
  if (!hasCell(text, header) || hasCell(text, { from, to: endOfLine(text, at) })) return undefined;
  const prefix = linePrefix(row).nextInCode;
  let to = endOfLine(text, at);
  while (to < text.length && isRowBelow(lineAt(text, startOfNext(text, to)), prefix))
    to = endOfLine(text, startOfNext(text, to));
  const end = lineEndOf(text);
  return { from: to, to, before: `${end}${prefix.trimEnd()}${end}${prefix}`, after: '' };
}

function isRowBelow(line: string, prefix: string): boolean {
  const isInQuote = !prefix.includes('>') || line.trimStart().startsWith('>');
  return isInQuote && line.replace(/^[ \t>]*/, '').trim() !== '';
}

function gapAt(text: string, { from, to }: Span): Gap {
  const before = spaceBefore(text.slice(startOfLine(text, from), from));
  return { from, to, before, after: spaceAfter(text.slice(to, endOfLine(text, to))) };
}

/** On the line below the one of the caret; or on that one itself, if nothing is on it. */
function below({ text, timestamps }: Note, caret: number): Spot {
  let to = endOfLine(text, caret);
  // An anchor may go on over the end of the line.
  for (const timestamp of timestamps)
    if (timestamp.from < to && to < timestamp.to) to = endOfLine(text, timestamp.to);
  const line = lineAt(text, caret);
  const prefix = linePrefix(line);
  const isMark = MARK_LINE.test(line);
  const isBlank = !isMark && line.slice(prefix.length).trim() === '';
  const gapAfter = (start: string): Gap => {
    const before = isBlank ? spaceBefore(line) : `${lineEndOf(text)}${start}`;
    return { from: to, to, before, after: '' };
  };
  return {
    forChip: gapAfter(isMark ? prefix.nextInCode : prefix.next),
    forPlain: gapAfter(prefix.nextInCode),
  };
}

/** Where what the caret stands in the middle of ends: a timestamp, a link, a tag. Undefined where it stands in none. */
function endOfWhole({ text, timestamps }: Note, at: number): number | undefined {
  const start = Math.max(startOfLine(text, at), at - REACH);
  const near = text.slice(start, Math.min(endOfLine(text, at), at + REACH));
  const links = [...near.matchAll(WHOLE)].map((match) => {
    const from = start + match.index;
    return { from, to: from + match[0].length };
  });
  const bracket = start + near.lastIndexOf('[', at - start - 1);
  const times = { from: bracket, to: bareTimesAt(text, bracket)?.to ?? bracket };
  const formula = { from: start, to: start + (endOfFormula(near, at - start) ?? 0) };
  const around = [...timestamps, ...links, times, formula].filter(({ from, to }) => from < at && at < to);
  return around.length === 0 ? undefined : Math.max(...around.map(({ to }) => to));
}

/** Where the formula around a place in a line ends: put into it, a timestamp would end it, or be no chip. */
function endOfFormula(line: string, at: number): number | undefined {
  const verbatim = new Verbatim(new Source(line));
  verbatim.enter(line.length);
  for (let from = 0; from < at;) {
    const mark = line[from];
    if (mark === '$') {
      const to = verbatim.endOfFormula(from);
      if (to > at && to > from + 1) return to;
      from = to;
    } else if (mark === '`') from = verbatim.endOfCode(from);
    else from += mark === '\\' ? 2 : 1;
  }
  return undefined;
}

function lineAt(text: string, at: number): string {
  return text.slice(startOfLine(text, at), endOfLine(text, at));
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
