// A video that failed for want of something is tried again when that is back: once, until it has worked.
import type { Fault } from '../player/player';

export const WANT_OF_NETWORK: ReadonlySet<Fault> = new Set([
  'no-answer',
  'media-unreachable',
  'media-no-answer',
]);
export const WANT_OF_FILE: ReadonlySet<Fault> = new Set(['file-missing']);

export class Recovery {
  private hasTried = false;

  /** The player is there again. */
  ready(): void {
    this.hasTried = false;
  }

  /** Whether a player with this fault is to be tried again, now that what is wanting in `faults` is back. */
  isDue(fault: Fault | undefined, faults: ReadonlySet<Fault>): boolean {
    if (this.hasTried || fault === undefined || !faults.has(fault)) return false;
    this.hasTried = true;
    return true;
  }
}
