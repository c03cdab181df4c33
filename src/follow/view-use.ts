// Tracks whether the user is active in a view, so that it does not scroll under their hands. Times are milliseconds of a monotonic
// clock.

/** Milliseconds after the user's last action in a view, until it may be scrolled. */
export const QUIET = 4000;

/** Milliseconds without a scroll event after which a programmatic scroll is over. */
const STILL = 500;

export class ViewUse {
  private last = -Infinity;
  private isHeld = false;
  /** Scroll events until then are not the user's. */
  private ownUntil = -Infinity;

  /** The user has typed, scrolled, touched or selected. */
  used(now: number): void {
    this.last = now;
    this.ownUntil = -Infinity;
  }

  /** A button or a finger is down: the action lasts until its release. */
  pressed(now: number): void {
    this.used(now);
    this.isHeld = true;
  }

  released(now: number): void {
    if (!this.isHeld) return;
    this.isHeld = false;
    this.used(now);
  }

  /** The plugin is about to scroll the view. */
  movesByItself(now: number): void {
    this.ownUntil = now + STILL;
  }

  /** The view was scrolled, or its selection has changed. */
  moved(now: number): void {
    if (now < this.ownUntil) this.movesByItself(now);
    else this.used(now);
  }

  /** Milliseconds until the view may be scrolled; 0 if it may be now. */
  quietIn(now: number): number {
    return this.isHeld ? QUIET : Math.max(0, this.last + QUIET - now);
  }
}
