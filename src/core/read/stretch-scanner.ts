// Finds the timestamps in stretches of running text: anchors, bare times, and links whose text is a time.
import { readAnchor, readWrappedAnchor } from './anchor';
import { bareAddressAt, YOUTUBE } from './bare-address';
import { bareTimesAt, type BareTime } from '../mean/bare-times';
import { readLinkTarget } from './link';
import {
  isIndex,
  isNoPlace,
  timeAtStart,
  timeBehindName,
  timesInParentheses,
  timestampOf,
  type LineTime,
} from './line-times';
import { ComingLines } from './coming-lines';
import { readMacro } from './macro';
import { OpenBrackets, type OpenBracket } from './open-brackets';
import { STEP, type LineKind, type Stretch, type TextLine, type TimeBlock } from './prose';
import type { Source } from './source';
import { decoded, readTag, type OpenElement } from './tag';
import type { Steps } from '../mean/steps';
import type { Timestamp } from '../mean/timestamp';
import { referringLink } from './references';
import {
  citedByAddress,
  citedByHtmlLink,
  citedByLink,
  linkLabel,
  readTimeWikilink,
  unescaped,
} from './time-link';
import { Verbatim } from './verbatim';

const MARK = /[[\]<`$%\\]/g;
const WIKILINK = /\[\[[^[\]\n]+\]\]/y;
const FOOTNOTE = /\[\^[^\s[\]]+\]/y;
const ADDRESS = /<[a-z][a-z\d+.-]{1,31}:[^\s<>]*>/iy;
const CLOSING_TAG = /<\/(a|code|pre)\s*>/iy;
const SPACE = /\s*/y;
/** The first characters of a time in parentheses, which may be emphasized. */
const PARENTHESIZED = '0123456789*_=';
/** Elements whose content is not running text. */
const CODE_ELEMENTS = new Set(['code', 'pre']);
/** Elements whose content is not parsed as HTML. */
const RAW_ELEMENTS = new Set(['script', 'style', 'textarea']);
const RAW_END = /<\/(?:script|style|textarea)>/gi;

export class StretchScanner {
  readonly found: Timestamp[] = [];
  private readonly lines = new ComingLines();
  private readonly text: string;
  private readonly verbatim: Verbatim;
  /** The end of the current stretch. */
  private limit = 0;
  private readonly brackets = new OpenBrackets();
  /** The HTML link or code element that is open; in it only anchors count. */
  private element: OpenElement | undefined;
  private escaped = -1;
  private kind: LineKind = 'paragraph';
  /** The next offset of each kind of mark, as far as it was searched: between two of these are usually many other marks. */
  private nextMark = -1;
  private nextParenthesis = -1;
  private nextAddress = -1;

  private readonly endOfMark: (from: number) => number;
  private readonly findParenthesis: (from: number) => number;
  private readonly findAddress: (from: number) => number;

  constructor(private readonly source: Source) {
    this.text = source.text;
    this.endOfMark = source.endFinder(MARK);
    this.findParenthesis = source.finder('(');
    this.findAddress = source.finder(YOUTUBE);
    this.verbatim = new Verbatim(source);
  }

  /** Adds the timestamps of a stretch, which comes after those before. */
  read(stretch: Stretch): void {
    const lines = this.begin(stretch);
    for (let at = stretch.from; at < stretch.to;) at = this.readNext(at, lines);
    this.end(stretch);
  }

  /** The same in steps. */
  *readInSteps(stretch: Stretch): Steps<void> {
    const lines = this.begin(stretch);
    let pause = stretch.from + STEP;
    for (let at = stretch.from; at < stretch.to;) {
      at = this.readNext(at, lines);
      if (at < pause) continue;
      yield;
      pause = at + STEP;
    }
    this.end(stretch);
  }

  /** Returns the lines of the stretch, the first one last. */
  private begin({ from, to, kind }: Stretch): TextLine[] {
    this.limit = to;
    this.kind = kind;
    this.brackets.clear();
    this.element = undefined;
    this.verbatim.enter(to);
    return this.lines.take(from, to);
  }

  private end({ from, inFootnote }: Stretch): void {
    if (inFootnote) this.keepAnchors(from);
    this.closeElement();
  }

  /** Adds a code block that holds a time. */
  readTimeBlock({ time, ...place }: TimeBlock): void {
    this.add({ kind: 'block', ...place, written: { time, label: '' }, end: undefined, named: undefined });
  }

  /** Records a line of the next stretch. */
  readLine(line: TextLine): void {
    this.lines.add(line);
  }

  /** Reads the next construct from `at` on; `lines` are the remaining lines, the next one last. Returns the next offset to read. */
  private readNext(at: number, lines: TextLine[]): number {
    const { limit } = this;
    let line = lines.at(-1);
    for (; line !== undefined && line.at < at; line = lines.at(-1)) lines.pop();
    if (this.nextMark < at) this.nextMark = this.endOfMark(at) - 1;
    if (this.nextParenthesis < at) this.nextParenthesis = this.parenthesisFrom(at);
    if (this.nextAddress < at) this.nextAddress = this.findAddress(at);
    const { nextMark: mark, nextParenthesis: parenthesis, nextAddress: address } = this;
    const next = Math.min(mark, parenthesis, address, limit);
    if (line !== undefined && line.at <= next) {
      lines.pop();
      return this.readTimeOfLine(line);
    }
    if (next === limit) return limit;
    if (next === mark) return this.readMark(mark);
    return next === parenthesis ? this.readParentheses(next) : this.readAddress(next, at);
  }

  /** The next `(` that may open a time; past the end of the stretch, any `(`. */
  private parenthesisFrom(from: number): number {
    const { text, limit } = this;
    for (let at = this.findParenthesis(from); ; at = this.findParenthesis(at + 1)) {
      const first = text[at + 1] === ' ' || text[at + 1] === '\t' ? at + 2 : at + 1;
      if (at >= limit || PARENTHESIZED.includes(text.charAt(first))) return at;
    }
  }

  private readTimeOfLine({ at, end, kind }: TextLine): number {
    const { source } = this;
    return this.addLineTime(timeAtStart(source, at, kind) ?? timeBehindName(source, at, end, kind), at);
  }

  private addLineTime(time: LineTime | undefined, at: number): number {
    if (time === undefined || time.to > this.limit) return at;
    this.add(timestampOf('line', time));
    return time.to;
  }

  /** Reads the parentheses at `at`. `before` is the start of their escape, if they have one. */
  private readParentheses(at: number, before = at): number {
    const found = isIndex(this.text, before) ? undefined : timesInParentheses(this.source, at);
    if (found === undefined || found.to > this.limit) return at + 1;
    for (const time of found.times) this.add(timestampOf('parentheses', time));
    return found.to;
  }

  /** Reads the address or macro around `youtu` at `at`. The text before `from` was read already. */
  private readAddress(at: number, from: number): number {
    const macro = readMacro(this.source, at - 2) ?? readMacro(this.source, at - 3);
    if (macro !== undefined && macro.from >= from && macro.to <= this.limit) {
      this.add(macro);
      return macro.to;
    }
    const address = bareAddressAt(this.source, at, this.limit, this.found.at(-1));
    if (address === undefined || address.from < from) return at + YOUTUBE.length;
    // The target of a broken link is no timestamp by itself.
    if (!address.isTarget)
      this.addAddress(address.from, address.to, this.text.slice(address.from, address.to));
    return address.to;
  }

  private addAddress(from: number, to: number, address: string): void {
    const cited = citedByAddress(decoded(address));
    if (cited !== undefined) this.add({ ...cited, from, to });
  }

  /** Reads the construct that the character at `at` begins. Returns the next offset to read. */
  private readMark(at: number): number {
    switch (this.text.charAt(at)) {
      case '<':
        return this.readMarkup(at);
      case '[':
        return this.readBracket(at);
      case ']':
        return this.closeBracket(at);
      case '`':
        return this.verbatim.endOfCode(at);
      case '$':
        return this.verbatim.endOfFormula(at);
      case '%':
        return this.verbatim.endOfPair('%%', '%%', at);
      default:
        return this.readEscaped(at);
    }
  }

  /** Converters write `[0:04]` as `\[0:04\]`, and parentheses likewise. */
  private readEscaped(at: number): number {
    const { text } = this;
    this.escaped = at + 1;
    if (text[at + 1] === '(') return Math.max(this.readParentheses(at + 1, at), at + 2);
    const isBracket = text[at + 1] === '[' && !isNoPlace(text, at);
    const bare = isBracket ? bareTimesAt(text, at + 1) : undefined;
    if (bare === undefined || bare.to > this.limit) return at + 2;
    this.source.steps += bare.to - at;
    this.addBare(bare.times, at);
    return bare.to;
  }

  /** Adds times. One that fills its brackets takes their place, from `from` on. */
  private addBare(times: readonly BareTime[], from: number): void {
    for (const one of times) {
      const { time, end, to } = one;
      const label = unescaped(this.text.slice(one.from, to));
      const span = times.length === 1 ? { from, to } : { from: one.from, to };
      this.add({ kind: 'bare', ...span, written: { time, label }, end, named: undefined });
    }
  }

  private readMarkup(at: number): number {
    const { source, text, limit } = this;
    if (text[at + 1] === '!') return this.verbatim.endOfPair('<!--', '-->', at);
    if (text[at + 1] === '/') return this.readClosingTag(at);
    const anchor = readAnchor(source, at, limit);
    if (anchor !== undefined) {
      // An anchor within an anchor ends the outer one.
      if (this.element?.name === 'a') this.closeElement();
      this.add(anchor);
      return anchor.to;
    }
    const tag = readTag(source, at);
    if (tag === undefined || tag.to > limit) return this.readPointedAddress(at);
    const isQuiet = CODE_ELEMENTS.has(tag.name) || (tag.name === 'a' && tag.attributes.has('href'));
    const href = tag.name === 'a' ? tag.attributes.get('href')?.value : undefined;
    if (isQuiet) this.element ??= { name: tag.name, at, to: tag.to, href };
    if (tag.name === 'br' && this.element === undefined) return this.readTimeBehindBreak(tag.to);
    const end = RAW_ELEMENTS.has(tag.name) ? source.findEnd(RAW_END, tag.to) : tag.to;
    return end <= limit ? end : tag.to;
  }

  /** In a table cell, `<br>` begins a new line. */
  private readTimeBehindBreak(at: number): number {
    const start = this.source.behind(SPACE, at) ?? at;
    return this.addLineTime(timeAtStart(this.source, start, this.kind), at);
  }

  private readPointedAddress(at: number): number {
    const to = this.behind(ADDRESS, at);
    if (to === undefined) return at + 1;
    this.addAddress(at, to, this.text.slice(at + 1, to - 1));
    return to;
  }

  private readClosingTag(at: number): number {
    const [whole, name] = this.source.match(CLOSING_TAG, at) ?? [];
    if (whole === undefined) return at + 1;
    const { element } = this;
    const to = at + whole.length;
    if (element === undefined || element.name !== name?.toLowerCase()) return to;
    this.closeElement();
    if (element.href !== undefined) this.readHtmlLink(element, at, to);
    return to;
  }

  /** `<a href="https://youtu.be/ID?t=62">1:02</a>` */
  private readHtmlLink({ at, to, href = '' }: OpenElement, close: number, end: number): void {
    const cited = citedByHtmlLink(this.text.slice(to, close), href);
    if (cited !== undefined) this.add({ ...cited, from: at, to: end });
  }

  private closeElement(): void {
    if (this.element !== undefined) this.keepAnchors(this.element.at);
    this.element = undefined;
  }

  private readBracket(at: number): number {
    const wikilink = this.behind(WIKILINK, at);
    if (wikilink !== undefined) return this.readWikilink(at, wikilink) ?? wikilink;
    const footnote = this.text[at + 1] === '^' ? this.behind(FOOTNOTE, at) : undefined;
    return footnote ?? this.readBareTimes(at) ?? this.openBracket(at);
  }

  private readBareTimes(at: number): number | undefined {
    const { text } = this;
    const isBehindTimestamp = this.found.at(-1)?.to === at;
    const bare = isNoPlace(text, at) && !isBehindTimestamp ? undefined : bareTimesAt(text, at);
    if (bare === undefined || bare.to > this.limit) return undefined;
    this.source.steps += bare.to - at;
    const open = this.bracketAt(at);
    const isOpenEnded = text[bare.to - 2] === '\\';
    const linked = isOpenEnded
      ? undefined
      : (this.addWrapped(at, bare.to) ?? this.readLink(open, bare.to - 1));
    if (linked !== undefined) return linked;
    if (open.mark !== '^') this.addBare(bare.times, at);
    return bare.to;
  }

  private addWrapped(at: number, to: number): number | undefined {
    const anchor = readWrappedAnchor(this.source, { from: at, to }, this.limit);
    if (anchor !== undefined) this.add(anchor);
    return anchor?.to;
  }

  private openBracket(at: number): number {
    this.brackets.push(this.bracketAt(at));
    return at + 1;
  }

  private bracketAt(at: number): OpenBracket {
    const mark = this.escaped === at - 1 ? undefined : this.text[at - 1];
    return { at, mark };
  }

  private closeBracket(at: number): number {
    const open = this.brackets.pop();
    if (open === undefined || open.isIdle === true) return at + 1;
    const linked = this.readLink(open, at);
    if (linked === undefined && open.mark === '^') this.keepAnchors(open.at);
    if (linked === undefined && this.text[at + 1] === '[') this.addReferring(open, at);
    return linked ?? at + 1;
  }

  /** Reads the rest of a link or image whose text ends at `close`. If its text holds a timestamp, it is no link. */
  private readLink(open: OpenBracket, close: number): number | undefined {
    const target = this.targetBehind(close);
    if (target === undefined) return undefined;
    this.keepAnchors(open.at);
    if (open.mark === '!') return target.to;
    this.brackets.makeIdle();
    return this.readTimeLink(open.at, close) ?? target.to;
  }

  /** `[[talk.mp4#t=62|1:02]]`; or brackets that look like a wikilink, and are the text of a link: `[[1:02]](address)`. */
  private readWikilink(at: number, to: number): number | undefined {
    const outer = this.readTimeLink(at, to - 1);
    if (outer !== undefined || this.bracketAt(at).mark === '!') return outer;
    const cited = readTimeWikilink(this.source, at, to);
    return cited !== undefined && this.add({ ...cited, from: at, to }) ? to : undefined;
  }

  /** Adds the link between two brackets if its text is a time and its target is a moment of a video. */
  private readTimeLink(open: number, close: number): number | undefined {
    if (this.text[close + 1] !== '(') return undefined;
    const label = linkLabel(this.text.slice(open + 1, close));
    const target = label === undefined ? undefined : this.targetBehind(close);
    if (label === undefined || target === undefined) return undefined;
    const cited = citedByLink(label, decoded(unescaped(target.address)));
    if (cited === undefined) return undefined;
    return this.add({ ...cited, from: open, to: target.to }) ? target.to : undefined;
  }

  /** Records a link that the note may define: `[**1:02**][video]`. The times in it are kept until that is known. */
  private addReferring({ at, mark }: OpenBracket, close: number): void {
    const link = mark === '!' ? undefined : referringLink(this.source, at, close);
    if (link === undefined || link.to > this.limit) return;
    const first = this.found.findIndex(({ from }) => from >= at);
    this.found.splice(first < 0 ? this.found.length : first, 0, link);
  }

  private targetBehind(close: number): { readonly address: string; readonly to: number } | undefined {
    if (this.text[close + 1] !== '(') return undefined;
    const target = readLinkTarget(this.source, close + 1);
    return target !== undefined && target.to <= this.limit ? target : undefined;
  }

  /** The end of the match at `at`, if it ends within the stretch. */
  private behind(pattern: RegExp, at: number): number | undefined {
    const end = this.source.behind(pattern, at);
    return end !== undefined && end <= this.limit ? end : undefined;
  }

  /** Adds a timestamp, unless it overlaps one that is kept. Returns whether it was added. */
  private add(timestamp: Timestamp): boolean {
    const isApart = timestamp.from >= (this.found.at(-1)?.to ?? 0);
    if (isApart) this.found.push(timestamp);
    return isApart;
  }

  /** Removes the bare times and links that were found from `at` on. */
  private keepAnchors(at: number): void {
    const { found } = this;
    let kept = found.length;
    while ((found[kept - 1]?.from ?? -1) >= at) kept--;
    for (const timestamp of found.slice(kept)) if (timestamp.kind === 'anchor') found[kept++] = timestamp;
    found.length = kept;
  }
}
