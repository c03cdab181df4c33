// A chip in the editor: the widget that stands where its timestamp's source is.
import { WidgetType } from '@codemirror/view';
import { saysTheSame, type Cited, type Timestamp } from '../../core/mean/timestamp';
import type { Span } from '../../core/write/rewrite';

/** The owner of an editor's chips: it makes them, and updates those that are on screen. */
export interface ChipKeeper {
  /** The element of a chip; never throws. */
  show(cited: Cited): HTMLElement;
  drop(el: HTMLElement): void;
}

export class ChipWidget extends WidgetType {
  constructor(
    private readonly cited: Timestamp,
    private readonly keeper: ChipKeeper,
    /** The place of its timestamp now. */
    private readonly placeOf: (widget: ChipWidget, before: Span) => Span | undefined,
  ) {
    super();
  }

  override eq(other: ChipWidget): boolean {
    const [one, two] = [this.cited, other.cited];
    const isAlike = one.isBold === two.isBold && one.isItalic === two.isItalic;
    return this.keeper === other.keeper && isAlike && saysTheSame(one, two);
  }

  override toDOM(): HTMLElement {
    return this.keeper.show({ ...this.cited, ...this.placeOf(this, this.cited) });
  }

  override destroy(dom: HTMLElement): void {
    this.keeper.drop(dom);
  }

  /** The chip has all gestures to itself: a click on it moves no caret. */
  override ignoreEvent(): boolean {
    return true;
  }
}
