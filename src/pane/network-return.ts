// The network comes back: what failed for want of it, or is about to, is tried again as soon as its pane is seen.
import { effect, untracked } from '@preact/signals-core';
import type { PaneSession } from '../playback/pane-session';
import type { Player } from '../player/player';

export class NetworkReturn {
  /** Whether the pane was there when it came back, until that has made its difference. */
  private player: Player | undefined;

  constructor(
    private readonly session: PaneSession,
    private readonly isSeen: () => boolean,
  ) {}

  readonly came = (): void => {
    this.player = this.session.player.peek();
    this.use();
  };

  /** Returns what ends it. */
  arm(): () => void {
    return effect(() => {
      if (this.session.player.value?.snapshot.value.status === 'loading') return;
      untracked(() => this.use());
    });
  }

  /** The pane is seen, or its player has come to something. */
  use(): void {
    const { player } = this;
    if (player === undefined || !this.isSeen()) return;
    const isSame = player === this.session.player.peek();
    // One that loads asked before, and may fail for that.
    if (isSame && player.snapshot.peek().status === 'loading') return;
    this.player = undefined;
    if (isSame) this.session.comeBack();
  }
}
