// The running text of a rendered note, one text for each block, with emphasis marks as in the source of a note.
import type { LineKind } from '../../core/read/prose';

/** A part of a block's text, and its text node. */
export interface TextPart {
  readonly node: Text;
  /** Its offset in the text of the block. */
  readonly at: number;
}

export interface TextBlock {
  readonly text: string;
  readonly kind: LineKind;
  readonly parts: readonly TextPart[];
}

/**
 * Elements without running text: code, formulas, other links, controls, footnotes, and embedded notes, which are rendered alone.
 */
const NOT_PROSE =
  'a[href], a[class*="yt-timestamp"], button, code, pre, script, style, svg, textarea, mjx-container, .math, .footnotes, .internal-embed, .playhead-chip';

/** Stands for content that is not running text. */
export const OBJECT = '\ufffc';
const MARKS: Readonly<Record<string, string>> = { STRONG: '**', B: '**', EM: '*', I: '*', MARK: '==' };
const INLINE = new Set(
  'A B STRONG I EM MARK DEL S SPAN SUB SUP SMALL U FONT BDI INPUT CODE BUTTON IMG WBR'.split(' '),
);
const KINDS: readonly (readonly [string, LineKind])[] = [
  ['h1, h2, h3, h4, h5, h6', 'heading'],
  ['td, th', 'cell'],
  ['li', 'item'],
];

export function textBlocksIn(root: HTMLElement): readonly TextBlock[] {
  const reader = new BlockReader();
  reader.read(root);
  return reader.finish();
}

class BlockReader {
  private readonly blocks: TextBlock[] = [];
  private text = '';
  private parts: TextPart[] = [];
  private kind: LineKind = 'paragraph';

  read(el: Element): void {
    const isBlock = !INLINE.has(el.tagName);
    if (isBlock) this.endBlock(el);
    const mark = MARKS[el.tagName] ?? '';
    this.text += mark;
    for (const child of Array.from(el.childNodes)) this.readChild(child);
    this.text += mark;
    if (isBlock) this.endBlock(el.parentElement ?? el);
  }

  finish(): readonly TextBlock[] {
    this.endBlock();
    return this.blocks;
  }

  private readChild(child: ChildNode): void {
    if (child.instanceOf(Text)) {
      this.parts.push({ node: child, at: this.text.length });
      this.text += child.data;
    } else if (child.instanceOf(HTMLElement)) {
      if (child.tagName === 'BR') this.text += '\n';
      // A checkbox is part of the start of its line.
      else if (child.tagName === 'INPUT') return;
      else if (child.matches(NOT_PROSE)) this.text += OBJECT;
      else this.read(child);
    } else if (child.instanceOf(Element)) this.text += OBJECT;
  }

  /** Ends the current block; the next one is that of `el`. */
  private endBlock(el?: Element): void {
    if (this.parts.length > 0) this.blocks.push({ text: this.text, kind: this.kind, parts: this.parts });
    this.text = '';
    this.parts = [];
    this.kind = KINDS.find(([selector]) => el?.closest(selector) !== null)?.[1] ?? 'paragraph';
  }
}
