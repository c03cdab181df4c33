// Tracks the user's actions in a list, which follows the video while the user does nothing in it.
import { scrollFor } from '../follow/follow';
import { ViewUse } from '../follow/view-use';
import { now } from '../follow/view-uses';

const USES = ['wheel', 'touchstart', 'touchmove', 'keydown', 'input'] as const;

export interface Scrolled {
  readonly top: number;
  readonly height: number;
}

export class ListUse {
  private readonly use = new ViewUse();
  private timer: number | undefined;

  /** `area` is the element in which the user acts; `scroller` is within it. */
  constructor(
    private readonly area: HTMLElement,
    private readonly scroller: HTMLElement,
  ) {
    for (const type of USES) area.addEventListener(type, () => this.use.used(now()), { passive: true });
    area.addEventListener('pointerdown', () => this.use.pressed(now()));
    for (const type of ['pointerup', 'pointercancel', 'pointerleave'] as const)
      area.addEventListener(type, () => this.use.released(now()));
    scroller.addEventListener('scroll', () => this.use.moved(now()), { passive: true });
  }

  /** Scrolls to a position as soon as the user does nothing in the list; the last request counts. */
  show(offsetOf: () => Scrolled | undefined): void {
    const { win } = this.area;
    this.dispose();
    const wait = this.use.quietIn(now());
    if (wait === 0) this.scrollTo(offsetOf());
    else this.timer = win.setTimeout(() => this.show(offsetOf), wait);
  }

  /** Scrolls to a position at once, in a list that is new to the user. */
  jump(position: Scrolled): void {
    this.dispose();
    this.use.movesByItself(now());
    const by = scrollFor(position, { top: this.scroller.scrollTop, height: this.scroller.clientHeight });
    if (by !== undefined) this.scroller.scrollTop += by;
  }

  /** Scrolls at once, since the user asked for it. */
  reveal({ top, height }: Scrolled): void {
    const { scroller } = this;
    const { scrollTop, clientHeight } = scroller;
    if (top < scrollTop) scroller.scrollTop = top;
    else if (top + height > scrollTop + clientHeight) scroller.scrollTop = top + height - clientHeight;
  }

  dispose(): void {
    this.area.win.clearTimeout(this.timer);
    this.timer = undefined;
  }

  private scrollTo(position: Scrolled | undefined): void {
    const { scroller } = this;
    if (position === undefined || scroller.clientHeight === 0) return;
    const by = scrollFor(position, { top: scroller.scrollTop, height: scroller.clientHeight });
    if (by === undefined) return;
    const isStill =
      Math.abs(by) > 2 * scroller.clientHeight ||
      scroller.win.matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.use.movesByItself(now());
    scroller.scrollBy({ top: by, behavior: isStill ? 'instant' : 'smooth' });
  }
}
