// The user's doings in a view, so that nothing moves under their hands. Times are milliseconds of a monotonic clock.

/** How long after the user last did something in a view it is left where it is. */
export const QUIET = 4000;

/** A scroll that is not the user's has ended when the view has stood still for so long. */
const STILL = 500;

export class ViewUse {
  private last = -Infinity;
  private isHeld = false;
  /** Until then, what moves in the view is not the user's doing. */
  private ownUntil = -Infinity;

  /** The user typed, turned the wheel, touched or selected. */
  used(now: number): void {
    this.last = now;
    this.ownUntil = -Infinity;
  }

  /** A button is down, or a finger: whatever it does goes on until it is up. */
  pressed(now: number): void {
    this.used(now);
    this.isHeld = true;
  }

  released(now: number): void {
    if (!this.isHeld) return;
    this.isHeld = false;
    this.used(now);
  }

  /** The view is about to be scrolled, not by the user. */
  movesByItself(now: number): void {
    this.ownUntil = now + STILL;
  }

  /** The view has scrolled, or what is selected in it is something else. */
  moved(now: number): void {
    if (now < this.ownUntil) this.movesByItself(now);
    else this.used(now);
  }

  /** How long the view is still to be left alone; 0 where it may be scrolled. */
  quietIn(now: number): number {
    return this.isHeld ? QUIET : Math.max(0, this.last + QUIET - now);
  }
}
