// What may have failed for want of the network is tried again when that is back: once, until it has worked.
import type { Fault } from '../player/player';

const WANT_OF_NETWORK: ReadonlySet<Fault> = new Set(['no-answer', 'media-unreachable']);

export class NetworkRecovery {
  private hasTried = false;

  /** The player is there again. */
  ready(): void {
    this.hasTried = false;
  }

  /** Whether a player with this fault is to be tried again, now that the network is back. */
  isDue(fault: Fault | undefined): boolean {
    if (this.hasTried || fault === undefined || !WANT_OF_NETWORK.has(fault)) return false;
    this.hasTried = true;
    return true;
  }
}
