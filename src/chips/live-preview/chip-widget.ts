// A chip in the editor: the widget that stands where its timestamp's source is.
import { WidgetType } from '@codemirror/view';
import { saysTheSame, type Cited } from '../../core/mean/timestamp';

/** The owner of an editor's chips: it makes them, and updates those that are on screen. */
export interface ChipKeeper {
  /** The element of a chip; never throws. */
  show(cited: Cited): HTMLElement;
  drop(el: HTMLElement): void;
}

export class ChipWidget extends WidgetType {
  constructor(
    private readonly cited: Cited,
    private readonly keeper: ChipKeeper,
  ) {
    super();
  }

  override eq(other: ChipWidget): boolean {
    const isAsBold = this.cited.isBold === other.cited.isBold;
    return this.keeper === other.keeper && isAsBold && saysTheSame(this.cited, other.cited);
  }

  override toDOM(): HTMLElement {
    return this.keeper.show(this.cited);
  }

  override destroy(dom: HTMLElement): void {
    this.keeper.drop(dom);
  }

  /** The chip has all gestures to itself: a click on it moves no caret. */
  override ignoreEvent(): boolean {
    return true;
  }
}
