// The running text of a note: paragraphs, headings and table cells, one by one. Properties, code, formulas, comments and link
// definitions are left out.
import { Containers } from './containers';
import { definitionOf, type Definition } from './references';
import type { Source } from './source';
import { resultOf, type Steps } from '../mean/steps';

/** A stretch of text within which inline marks such as backticks pair up; none pairs across its end. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly inFootnote: boolean;
  readonly kind: LineKind;
}

/** A line of running text, or the cell of a table, that may begin or end with a time. */
export interface TextLine {
  /** The start of its text, after the marks of quotes, items and headings. */
  readonly at: number;
  readonly end: number;
  readonly kind: LineKind;
}

export interface TimeBlock {
  readonly from: number;
  readonly to: number;
  readonly time: string;
}

export type LineKind = 'paragraph' | 'item' | 'heading' | 'cell';

interface Paragraph extends Stretch {
  to: number;
  /** The start of its last line so far. */
  lastLine: number;
}

const PROPERTIES = /---[ \t]*\r?\n/y;
const PROPERTIES_END = /---[ \t]*(?:\r?\n|$)/y;
const FENCE = /(`{3,})[^`\n]*(?:\n|$)|~{3,}/y;
const FENCE_END = /(`{3,}|~{3,})[ \t]*(?:\r?\n|$)/y;
const HEADING = /#{1,6}(?=\s|$)/y;
const RULE = /(?:=+|-+)[ \t]*(?:\r?\n|$)/y;
/** The first characters of blocks other than paragraphs, quotes and items. */
const MARKS = '`~#=-$%<[';
const DEFINITION =
  /\[([^[\]\n]+)\]:[ \t]*(<[^<>\n]*>|[^\s<]\S*)(?:[ \t]+(?:"[^"\n]*"|'[^'\n]*'|\([^()\n]*\)))?[ \t]*(?:\r?\n|$)/y;
/** Characters that the label of a link may have. */
const LONGEST_LABEL = 999;
const DELIMITERS = /[|:-][|: \t-]*(?:\r?\n|$)/y;
const HIDDEN = /\$\$|%%|<!--|<(?:pre|script|style|textarea)(?=[\s>])/iy;
/** The beginning of a line with a time at its start. */
const LINE_STARTS = '0123456789*_=([•▪◦‣●→▶►⏱';
/** The characters that may follow a time at the end of a line. */
const BEHIND_TIME = '*_= \t\r';
const MOST_BEHIND = 24;
/** After the mark of a code block: its language, a time, and the closing mark. */
const TIME_BLOCK =
  /[ \t]*timestamp[ \t]*\r?\n(?:[ \t>]*\r?\n){0,3}[ \t>]*(\d[\d:.,]{0,15})[ \t]*\r?\n(?:[ \t>]*\r?\n){0,3}[ \t>]*(`{3,}|~{3,})[ \t]*(?:\r?\n|$)/y;
/** After the mark of a code block: its language, and a line with the address of the note's video. */
const ADDRESS_BLOCK = /[ \t]*timestamp-url[ \t]*\r?\n(?:[ \t>]*\r?\n){0,3}[ \t>]*([^\s>`~][^\n]*)/y;
/**
 * The expression for the opening of a block, by its first character. Link definitions are missing, since they cannot interrupt a
 * paragraph.
 */
const BLOCK_OPENINGS: Readonly<Record<string, RegExp>> = {
  '`': FENCE,
  '~': FENCE,
  '#': HEADING,
  '=': RULE,
  '-': RULE,
  $: HIDDEN,
  '%': HIDDEN,
  '<': HIDDEN,
};
const ELEMENT_END = /<\/(?:pre|script|style|textarea)>/gi;

/** Characters that are read in a step. */
export const STEP = 8192;

/** Receives the parts of a note, in order. */
export interface ProseReader {
  /** Running text. */
  readStretch(stretch: Stretch): void;
  /** Reads a long stretch in steps; without this function, it is read at once. */
  readLongStretch?(stretch: Stretch): Steps<void>;
  /** Receives a line before its stretch is read. */
  readLine?(line: TextLine): void;
  /** A code block that holds a time and nothing else, in the language of timestamps. */
  readTimeBlock?(block: TimeBlock): void;
  /** A code block that names the note's video. */
  readAddressBlock?(block: { readonly at: number; readonly address: string }): void;
  /** A link that the note defines. */
  readDefinition(definition: Definition): void;
  /**
   * Called for a line that continues nothing before it: reading could begin there with the same result. The text before `decidedAt`
   * decides this. Returns whether to read on.
   */
  readBlockStart?(at: number, decidedAt: number): boolean;
  /** Called if a construct of the current block is read as plain text because no text after it ends it. */
  readUnended?(): void;
}

/** Reads a note or, if `isWhole` is false, a part that begins at one of its blocks. */
export function readProse(source: Source, reader: ProseReader, isWhole = true): void {
  resultOf(proseSteps(source, reader, isWhole));
}

/** The same in steps. */
export function proseSteps(source: Source, reader: ProseReader, isWhole = true): Steps<void> {
  return new Blocks(source, reader).read(isWhole);
}

class Blocks {
  private readonly containers: Containers;
  private readonly text: string;
  /** The opening mark of the code block around the current line. */
  private fence: string | undefined;
  /** The paragraph that the current line may continue. */
  private paragraph: Paragraph | undefined;
  private isInTable = false;
  /** The start of the current line. */
  private start = 0;
  private end = 0;
  /** Whether no construct is open that the current line may continue. */
  private isFresh = true;
  private isOver = false;
  /** Reads the long stretch that was announced last. */
  private rest: Steps<void> | undefined;

  constructor(
    private readonly source: Source,
    private readonly reader: ProseReader,
  ) {
    this.text = source.text;
    this.containers = new Containers(source);
  }

  *read(isWhole: boolean): Steps<void> {
    this.start = isWhole ? this.endOfProperties() : 0;
    for (;;) {
      this.readLines(this.start + STEP);
      yield* this.restSteps();
      if (this.start >= this.text.length || this.isOver) break;
      yield;
    }
    this.endParagraph();
    yield* this.restSteps();
  }

  /** Reads lines up to `to`, or up to a long stretch, which must be read first. */
  private readLines(to: number): void {
    const end = Math.min(to, this.text.length);
    for (; this.start < end && !this.isOver && this.rest === undefined; this.start = this.end + 1) {
      this.end = this.source.endOfLine(this.start);
      this.isFresh = this.containers.depth === 0 && !this.isInBlock;
      this.containers.enter(this.start);
      if (this.fence === undefined || this.hasLeftFence(this.fence)) this.readLine();
    }
  }

  private get isInBlock(): boolean {
    return this.paragraph !== undefined || this.isInTable || this.fence !== undefined;
  }

  private endOfProperties(): number {
    const from = this.source.behind(PROPERTIES, 0);
    if (from === undefined) return 0;
    for (let line = from; line < this.text.length; line = this.source.endOfLine(line) + 1) {
      if (this.source.behind(PROPERTIES_END, line) !== undefined) return this.source.endOfLine(line);
    }
    this.reader.readUnended?.();
    return 0;
  }

  /** Whether the current line has ended the code block by leaving its container. */
  private hasLeftFence(fence: string): boolean {
    const { containers } = this;
    const close = containers.isIndented ? null : this.source.match(FENCE_END, containers.at);
    const isEnd = close?.[1]?.startsWith(fence) === true;
    if (!containers.isInside || isEnd) this.fence = undefined;
    return !containers.isInside;
  }

  private readLine(): void {
    const { containers } = this;
    if (containers.isBlank) {
      this.endParagraph();
      this.isInTable = false;
      return;
    }
    const { isOutside } = containers;
    const isNew = containers.begin() || this.isBlockStart();
    const isRow = this.isInTable && containers.isInside && !containers.isIndented;
    if (!isNew && this.paragraph !== undefined) this.continueParagraph(this.paragraph);
    else if (!isNew && isRow) this.readRow(containers.at, this.end);
    else {
      this.endParagraph();
      this.finish();
      this.isInTable = false;
      if (isOutside && !this.announceBlock()) return;
      containers.leave();
      this.readBlock(containers.at);
    }
  }

  /** Announces a block at the current line. Returns whether to read it. */
  private announceBlock(): boolean {
    const decidedAt = this.isFresh ? this.start : this.end + 1;
    this.isOver = this.reader.readBlockStart?.(this.start, decidedAt) === false;
    return !this.isOver;
  }

  private isBlockStart(): boolean {
    const { source, text, containers } = this;
    const first = text.charAt(containers.at);
    if (!MARKS.includes(first) || containers.isIndented) return false;
    const pattern = BLOCK_OPENINGS[first];
    return pattern !== undefined && source.behind(pattern, containers.at) !== undefined;
  }

  /** Reads the block at `at`, where no paragraph continues. */
  private readBlock(at: number): void {
    const { containers } = this;
    if (containers.isIndented || containers.isBlank) return;
    if (MARKS.includes(this.text.charAt(at)) && this.readMarked(at)) return;
    const from = this.endOfHidden(at);
    if (from > at) this.end = this.source.endOfLine(from);
    const kind = containers.inItem ? 'item' : 'paragraph';
    this.paragraph = { from, lastLine: from, to: this.end, inFootnote: containers.inFootnote, kind };
    this.announceLine(from, this.end);
  }

  /** Reads a block that begins with a mark. Returns whether there was one at `at`. */
  private readMarked(at: number): boolean {
    const { source, text, containers } = this;
    const behindHeading = text[at] === '#' ? source.behind(HEADING, at) : undefined;
    if (behindHeading !== undefined) {
      this.announceLine(this.behindSpace(behindHeading), this.end, 'heading');
      const { inFootnote } = containers;
      this.tell({ from: behindHeading, to: this.end, inFootnote, kind: 'heading' });
      return true;
    }
    const isFence = BLOCK_OPENINGS[text.charAt(at)] === FENCE;
    const [fence, ofBackticks] = isFence ? (source.match(FENCE, at) ?? []) : [];
    if (fence !== undefined) this.openFence(at, ofBackticks ?? fence);
    const definition = text[at] === '[' ? this.definitionAt(at) : undefined;
    if (definition !== undefined) this.reader.readDefinition(definition);
    return (fence ?? definition ?? source.behind(RULE, at)) !== undefined;
  }

  private definitionAt(at: number): Definition | undefined {
    const [, label, target = ''] = this.source.match(DEFINITION, at) ?? [];
    const isOne = label !== undefined && label.length <= LONGEST_LABEL;
    return isOne ? definitionOf(label, target) : undefined;
  }

  private openFence(from: number, fence: string): void {
    this.fence = fence;
    const to = from + fence.length;
    const [, address] = this.source.match(ADDRESS_BLOCK, to) ?? [];
    if (address !== undefined) this.reader.readAddressBlock?.({ at: from, address: address.trim() });
    const [whole, time, close] = this.source.match(TIME_BLOCK, to) ?? [];
    if (whole === undefined || time === undefined || close?.startsWith(fence) !== true) return;
    if (!this.containers.inFootnote)
      this.reader.readTimeBlock?.({ from, to: to + whole.trimEnd().length, time });
  }

  /** The end of the formula, comment or raw element that begins at `at`; `at` itself if none does. */
  private endOfHidden(at: number): number {
    const { source, text } = this;
    const behindOpen = MARKS.includes(text.charAt(at)) ? source.behind(HIDDEN, at) : undefined;
    if (behindOpen === undefined) return at;
    const open = text.slice(at, behindOpen);
    if (open === '<!--') return source.find('-->', at);
    if (open.startsWith('<')) return Math.min(source.findEnd(ELEMENT_END, at), text.length);
    const close = source.find(open, at + open.length);
    if (close < text.length) return close + open.length;
    this.reader.readUnended?.();
    return at;
  }

  /** Adds a line to the paragraph, or makes a table of the line before it. */
  private continueParagraph(paragraph: Paragraph): void {
    const { at } = this.containers;
    if (this.isDelimiters(at) && this.text.slice(paragraph.lastLine, paragraph.to).includes('|')) {
      this.tell({ ...paragraph, to: paragraph.lastLine });
      this.readRow(paragraph.lastLine, paragraph.to);
      this.paragraph = undefined;
      this.isInTable = true;
    } else {
      paragraph.lastLine = at;
      paragraph.to = this.end;
      this.announceLine(at, this.end);
    }
  }

  /** Announces a line if it may begin or end with a time, which two characters decide for most lines. */
  private announceLine(at: number, end: number, kind?: LineKind): void {
    const { text, containers, reader } = this;
    if (reader.readLine === undefined || containers.inFootnote) return;
    if (!LINE_STARTS.includes(text.charAt(at)) && !endsWithDigit(text, at, end)) return;
    reader.readLine({ at, end, kind: kind ?? (containers.inItem ? 'item' : 'paragraph') });
  }

  private behindSpace(from: number): number {
    let at = from;
    while (this.text[at] === ' ' || this.text[at] === '\t') at++;
    return at;
  }

  private isDelimiters(at: number): boolean {
    const { source, text, containers } = this;
    if (
      !'|:-'.includes(text.charAt(at)) ||
      !containers.isInside ||
      source.behind(DELIMITERS, at) === undefined
    )
      return false;
    const row = text.slice(at, this.end);
    return row.includes('|') && row.includes('-');
  }

  /** Reads each cell as a stretch of its own. */
  private readRow(at: number, to: number): void {
    const { source, text } = this;
    let from = at;
    for (let bar = source.find('|', at); bar < to; bar = source.find('|', bar + 1)) {
      if (text[bar - 1] === '\\') continue;
      this.readCell(from, bar);
      from = bar + 1;
    }
    this.readCell(from, to);
  }

  private readCell(from: number, to: number): void {
    const at = this.behindSpace(from);
    if (at < to) this.announceLine(at, to, 'cell');
    this.tell({ from, to, inFootnote: this.containers.inFootnote, kind: 'cell' });
  }

  private endParagraph(): void {
    if (this.paragraph !== undefined) this.tell(this.paragraph);
    this.paragraph = undefined;
  }

  private tell(stretch: Stretch): void {
    this.finish();
    if (stretch.to - stretch.from > STEP) this.rest = this.reader.readLongStretch?.(stretch);
    if (this.rest === undefined) this.reader.readStretch(stretch);
  }

  private finish(): void {
    if (this.rest !== undefined) resultOf(this.restSteps());
  }

  private *restSteps(): Steps<void> {
    const { rest } = this;
    this.rest = undefined;
    if (rest !== undefined) yield* rest;
  }
}

/** Whether a line ends with a digit, apart from spaces and emphasis. */
export function endsWithDigit(text: string, from: number, end: number): boolean {
  const first = Math.max(from, end - MOST_BEHIND);
  for (let at = end - 1; at >= first; at--) {
    const char = text.charAt(at);
    if (char >= '0' && char <= '9') return true;
    if (!BEHIND_TIME.includes(char)) return false;
  }
  return false;
}
