// The parts of a rendered note that chips replace: an element, or the times in a text node.
import { isListed, spanWithMarks } from '../core/mean/bare-times';
import type { Cited, Timestamp } from '../core/mean/timestamp';

export interface Replaceable {
  /** Its timestamps, in order. */
  readonly cited: readonly Cited[];
  /** Puts the element of a chip in the place of each timestamp; undefined keeps the note's own rendering. */
  show(chips: readonly (HTMLElement | undefined)[]): void;
}

/** A timestamp that is an element: an anchor, or a link. */
export class ReplaceableElement implements Replaceable {
  readonly cited: readonly [Cited];
  private shown: HTMLElement;

  constructor(
    private readonly source: HTMLElement,
    cited: Cited,
  ) {
    this.cited = [cited];
    this.shown = source;
  }

  show([chip = this.source]: readonly (HTMLElement | undefined)[]): void {
    if (chip === this.shown) return;
    this.shown.replaceWith(chip);
    this.shown = chip;
  }
}

/** Timestamps in a text node, which is split only while chips are shown. */
export class ReplaceableText implements Replaceable {
  private pieces: readonly ChildNode[];
  private shown: readonly (HTMLElement | undefined)[] = [];

  constructor(
    private readonly source: Text,
    readonly cited: readonly Timestamp[],
  ) {
    this.pieces = [source];
  }

  show(chips: readonly (HTMLElement | undefined)[]): void {
    const isSame = this.cited.every((_, index) => chips[index] === this.shown[index]);
    const [first, ...others] = this.pieces;
    if (isSame || first === undefined) return;
    const pieces = chips.some((chip) => chip !== undefined) ? this.split(chips) : [this.source];
    first.replaceWith(...pieces);
    for (const piece of others) piece.remove();
    this.pieces = pieces;
    this.shown = chips;
  }

  private split(chips: readonly (HTMLElement | undefined)[]): readonly ChildNode[] {
    const { data, ownerDocument } = this.source;
    const pieces: ChildNode[] = [];
    let at = 0;
    const addText = (to: number): void => {
      if (to > at) pieces.push(ownerDocument.createTextNode(data.slice(at, to)));
      at = Math.max(at, to);
    };
    // Hidden on screen, and printed.
    const addMarks = (to: number): void => {
      if (to > at) pieces.push(createSpan({ cls: 'playhead-list-mark', text: data.slice(at, to) }));
      at = Math.max(at, to);
    };
    for (const [index, timestamp] of this.cited.entries()) {
      const chip = chips[index];
      if (chip === undefined) continue;
      const marked = isListed(timestamp)
        ? spanWithMarks((from, to) => data.slice(from, to), timestamp)
        : timestamp;
      addText(marked.from);
      addMarks(timestamp.from);
      pieces.push(chip);
      at = timestamp.to;
      addMarks(marked.to);
    }
    addText(data.length);
    return pieces;
  }
}
