// The containers of a block (quotes, list items, footnotes), and how a line continues them.
import type { Source } from './source';

/** A line belongs to an item if it is indented to the item's column; to a quote, if it repeats the mark. */
type Container = { readonly kind: 'quote' } | { readonly kind: 'item' | 'footnote'; readonly column: number };

const TAB = 4;
/** A line that is indented this far in its container is code, unless it continues a paragraph. */
const CODE = 4;

const ITEM_MARKS = '-+*0123456789';
const ITEM = /(?:[-+*]|\d{1,9}[.)])(?=\s|$)/y;
const FOOTNOTE = /\[\^[^\s[\]]+\]:/y;

/** The open containers, and the offset in the current line after the marks of those that it continues. */
export class Containers {
  /** Offset of the first character that is neither a mark nor space. */
  at = 0;
  /** Its column; a tab counts up to the next multiple of four. */
  private column = 0;
  /** The column where the content of the innermost container begins. */
  private base = 0;
  private readonly open: Container[] = [];
  /** The number of containers that the current line continues. */
  private matched = 0;
  private readonly count = { quote: 0, item: 0, footnote: 0 };
  private matchedQuotes = 0;

  constructor(private readonly source: Source) {}

  get inFootnote(): boolean {
    return this.count.footnote > 0;
  }

  get inItem(): boolean {
    return this.count.item > 0;
  }

  get depth(): number {
    return this.open.length;
  }

  /** Whether the line continues no open container. */
  get isOutside(): boolean {
    return this.matched === 0;
  }

  get isBlank(): boolean {
    const { text } = this.source;
    const at = text[this.at] === '\r' ? this.at + 1 : this.at;
    return at >= text.length || text[at] === '\n';
  }

  /** Whether the line is indented like code. */
  get isIndented(): boolean {
    return this.column - this.base >= CODE;
  }

  /** Whether the line continues every open container; a blank line continues items without an indent. */
  get isInside(): boolean {
    return this.matched === this.open.length || (this.matchedQuotes === this.count.quote && this.isBlank);
  }

  /** Goes to a line, and into the containers that it continues. */
  enter(start: number): void {
    this.at = start;
    this.column = this.base = this.matched = this.matchedQuotes = 0;
    this.skipSpace();
    for (const container of this.open) {
      if (container.kind === 'quote' ? !this.enterQuote() : this.column < container.column) return;
      if (container.kind === 'quote') this.matchedQuotes++;
      else this.base = container.column;
      this.matched++;
    }
  }

  /** Closes the containers that the line does not continue. */
  leave(): void {
    while (this.open.length > this.matched) this.end();
  }

  /** Opens the containers that begin here, one inside the other. Returns whether there was one. */
  begin(): boolean {
    let hasBegun = false;
    while (!this.isIndented && this.beginOne()) hasBegun = true;
    return hasBegun;
  }

  private beginOne(): boolean {
    const first = this.source.text.charAt(this.at);
    if (first === '>') return this.beginQuote();
    if (first === '[') return this.beginFootnote();
    return ITEM_MARKS.includes(first) && this.beginItem();
  }

  private beginQuote(): boolean {
    if (!this.enterQuote()) return false;
    this.matchedQuotes++;
    this.push({ kind: 'quote' });
    return true;
  }

  private beginFootnote(): boolean {
    const end = this.source.behind(FOOTNOTE, this.at);
    if (end === undefined) return false;
    const column = this.base + CODE;
    this.advance(end - this.at);
    this.base = this.column;
    this.push({ kind: 'footnote', column });
    return true;
  }

  private beginItem(): boolean {
    const { source, at } = this;
    // The form of nearly all items.
    const end = source.text.startsWith('- ', at) ? at + 1 : source.behind(ITEM, at);
    if (end === undefined) return false;
    const afterMark = this.column + end - this.at;
    this.advance(end - this.at);
    // After more spaces than this, or without content, an item begins with code one column after its mark.
    const isFar = this.column - afterMark > CODE || this.isBlank;
    this.base = isFar ? afterMark + 1 : this.column;
    this.push({ kind: 'item', column: this.base });
    return true;
  }

  private push(container: Container): void {
    this.leave();
    this.open.push(container);
    this.count[container.kind]++;
    this.matched++;
  }

  private end(): void {
    const ended = this.open.pop();
    if (ended !== undefined) this.count[ended.kind]--;
  }

  /** Passes the mark of a quote, and the one space that belongs to it. */
  private enterQuote(): boolean {
    if (this.isIndented || this.source.text[this.at] !== '>') return false;
    const afterMark = this.column + 1;
    this.advance(1);
    this.base = Math.min(this.column, afterMark + 1);
    return true;
  }

  private advance(length: number): void {
    this.at += length;
    this.column += length;
    this.skipSpace();
  }

  private skipSpace(): void {
    const { source } = this;
    const from = this.at;
    for (let char = source.text[from]; char === ' ' || char === '\t'; char = source.text[this.at]) {
      this.column += char === '\t' ? TAB - (this.column % TAB) : 1;
      this.at++;
    }
    source.steps += 1 + this.at - from;
  }
}
