// Finds the timestamps in stretches of running text: anchors, bare times, and links whose text is a time.
import { readAnchor } from './anchor';
import { bareTimesAt, linkTime } from '../mean/bare-times';
import { readLinkTarget } from './link';
import type { Stretch } from './prose';
import type { Source } from './source';
import { decoded, readTag } from './tag';
import type { Timestamp } from '../mean/timestamp';
import { Verbatim } from './verbatim';
import { parseYouTubeUrl } from '../mean/youtube-url';

interface OpenBracket {
  readonly at: number;
  /** Before an image stands `!`, before a footnote on the spot `^`. */
  readonly mark: string | undefined;
  /** Whether there is a link in it, so that it is no link itself. */
  readonly isIdle?: boolean;
}

const MARK = /[[\]<`$%\\]/g;
const WIKILINK = /\[\[[^[\]\n]+\]\]/y;
const FOOTNOTE = /\[\^[^\s[\]]+\]/y;
const ADDRESS = /<[a-z][a-z\d+.-]{1,31}:[^\s<>]*>/iy;
const CLOSING_TAG = /<\/(a|code|pre)\s*>/iy;
const ESCAPED = /\\(?=[!-/:-@[-`{-~])/g;
const LONGEST_LABEL = 64;

/** Elements whose text is no prose. */
const CODE_ELEMENTS = new Set(['code', 'pre']);
/** Elements whose text is not even read for tags. */
const RAW_ELEMENTS = new Set(['script', 'style', 'textarea']);
const RAW_END = /<\/(?:script|style|textarea)>/gi;

/** Brackets that are open at once. Of more, the outermost are forgotten, so that what they hold is not read over and over. */
const MOST_OPEN = 32;

export class StretchScanner {
  readonly found: Timestamp[] = [];
  private readonly text: string;
  private readonly verbatim: Verbatim;
  /** The end of the current stretch. */
  private limit = 0;
  private brackets: OpenBracket[] = [];
  /** The HTML link or code that is open, in which only anchors count. */
  private element: { readonly name: string; readonly at: number } | undefined;
  private escaped = -1;

  constructor(private readonly source: Source) {
    this.text = source.text;
    this.verbatim = new Verbatim(source);
  }

  /** Adds the timestamps of a stretch, which lies behind those before. */
  read({ from, to, inFootnote }: Stretch): void {
    this.limit = to;
    this.brackets = [];
    this.element = undefined;
    this.verbatim.enter(to);
    for (let at = from; ;) {
      const mark = this.source.findEnd(MARK, at) - 1;
      if (mark >= to) break;
      at = this.readMark(mark);
    }
    if (inFootnote) this.keepAnchors(from);
    this.closeElement();
  }

  /** Reads what the mark at `at` begins. Returns where to go on. */
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
        this.escaped = at + 1;
        return at + 2;
    }
  }

  private readMarkup(at: number): number {
    const { source, text, limit } = this;
    if (text[at + 1] === '!') return this.verbatim.endOfPair('<!--', '-->', at);
    if (text[at + 1] === '/') return this.readClosingTag(at);
    const anchor = readAnchor(source, at, limit);
    if (anchor !== undefined) {
      // An anchor in an anchor ends it.
      if (this.element?.name === 'a') this.closeElement();
      this.add(anchor);
      return anchor.to;
    }
    const tag = readTag(source, at);
    if (tag === undefined || tag.to > limit) return this.behind(ADDRESS, at) ?? at + 1;
    const isQuiet = CODE_ELEMENTS.has(tag.name) || (tag.name === 'a' && tag.attributes.has('href'));
    if (isQuiet) this.element ??= { name: tag.name, at };
    const end = RAW_ELEMENTS.has(tag.name) ? source.findEnd(RAW_END, tag.to) : tag.to;
    return end <= limit ? end : tag.to;
  }

  private readClosingTag(at: number): number {
    const [whole, name] = this.source.match(CLOSING_TAG, at) ?? [];
    if (whole === undefined) return at + 1;
    if (this.element?.name === name?.toLowerCase()) this.closeElement();
    return at + whole.length;
  }

  private closeElement(): void {
    if (this.element !== undefined) this.keepAnchors(this.element.at);
    this.element = undefined;
  }

  private readBracket(at: number): number {
    const wikilink = this.behind(WIKILINK, at);
    if (wikilink !== undefined) return this.readTimeLink(at, wikilink - 1) ?? wikilink;
    return this.behind(FOOTNOTE, at) ?? this.readBareTimes(at) ?? this.openBracket(at);
  }

  private readBareTimes(at: number): number | undefined {
    const { text } = this;
    const bare = bareTimesAt(text, at);
    if (bare === undefined || bare.to > this.limit) return undefined;
    this.source.steps += bare.to - at;
    const open = this.bracketAt(at);
    const linked = this.readWrappedAnchor(at, bare.to) ?? this.readLink(open, bare.to - 1);
    if (linked !== undefined) return linked;
    if (open.mark !== '^') {
      for (const { from, to, time, end } of bare.times) {
        this.add({
          kind: 'bare',
          from,
          to,
          written: { time, label: text.slice(from, to) },
          end,
          named: undefined,
        });
      }
    }
    return bare.to;
  }

  /** `[00:01:06](<a class="yt-timestamp" data-t="00:01:06">)`: an anchor that somebody took for an address. */
  private readWrappedAnchor(at: number, to: number): number | undefined {
    const { text } = this;
    const anchor = text.startsWith('(<a', to) ? readAnchor(this.source, to + 1, this.limit - 1) : undefined;
    if (anchor?.broken === undefined || text[anchor.to] !== ')') return undefined;
    const written = { time: anchor.written.time, label: text.slice(at, to) };
    this.add({ ...anchor, from: at, to: anchor.to + 1, written, broken: 'tag' });
    return anchor.to + 1;
  }

  private openBracket(at: number): number {
    if (this.brackets.length === MOST_OPEN) this.brackets.shift();
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
    return linked ?? at + 1;
  }

  /** Reads the rest of a link or image, whose text ends at `close`. What was found in the text is left alone. */
  private readLink(open: OpenBracket, close: number): number | undefined {
    const target = this.targetBehind(close);
    if (target === undefined) return undefined;
    this.keepAnchors(open.at);
    if (open.mark === '!') return target.to;
    // No link is inside another: the brackets around this one are only brackets.
    this.brackets = this.brackets.map((around) => ({
      ...around,
      isIdle: around.mark !== '^' && around.mark !== '!',
    }));
    return this.readTimeLink(open.at, close) ?? target.to;
  }

  /** Adds the link between two brackets, if its text is a time and its target a time of a YouTube video. */
  private readTimeLink(open: number, close: number): number | undefined {
    if (this.text[close + 1] !== '(' || close - open > LONGEST_LABEL) return undefined;
    const label = this.text
      .slice(open + 1, close)
      .replace(ESCAPED, '')
      .trim();
    const time = linkTime(label);
    const target = time === undefined ? undefined : this.targetBehind(close);
    if (time === undefined || target === undefined) return undefined;
    const named = decoded(target.address.replace(ESCAPED, ''));
    const start = parseYouTubeUrl(named)?.start;
    if (start === undefined) return undefined;
    const written = { time: String(start), label };
    const link: Timestamp = { kind: 'link', from: open, to: target.to, written, end: time.end, named };
    return this.add(link) ? target.to : undefined;
  }

  private targetBehind(close: number): { readonly address: string; readonly to: number } | undefined {
    if (this.text[close + 1] !== '(') return undefined;
    const target = readLinkTarget(this.source, close + 1);
    return target !== undefined && target.to <= this.limit ? target : undefined;
  }

  /** Behind what the pattern matches at `at`, if it is all in the stretch. */
  private behind(pattern: RegExp, at: number): number | undefined {
    const end = this.source.behind(pattern, at);
    return end !== undefined && end <= this.limit ? end : undefined;
  }

  /** Adds a timestamp, unless it reaches over one that is kept: whatever is found is in order and apart. */
  private add(timestamp: Timestamp): boolean {
    const isApart = timestamp.from >= (this.found.at(-1)?.to ?? 0);
    if (isApart) this.found.push(timestamp);
    return isApart;
  }

  /** Drops the bare times and links found from `at` on. */
  private keepAnchors(at: number): void {
    const { found } = this;
    let kept = found.length;
    while ((found[kept - 1]?.from ?? -1) >= at) kept--;
    for (const timestamp of found.slice(kept)) if (timestamp.kind === 'anchor') found[kept++] = timestamp;
    found.length = kept;
  }
}
