// The widget of a chip, which replaces the source of its timestamp.
import { WidgetType } from '@codemirror/view';
import { saysTheSame, type Cited, type Timestamp } from '../../core/mean/timestamp';
import type { Span } from '../../core/write/rewrite';

/** Makes the chips of an editor, and updates those on screen. */
export interface ChipKeeper {
  /** Returns the element of a chip; never throws. */
  show(cited: Cited): HTMLElement;
  drop(el: HTMLElement): void;
}

export class ChipWidget extends WidgetType {
  constructor(
    private readonly cited: Timestamp,
    private readonly keeper: ChipKeeper,
    /** Returns the present place of its timestamp. */
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

  /** The chip handles all its events: a click on it does not move the caret. */
  override ignoreEvent(): boolean {
    return true;
  }
}
