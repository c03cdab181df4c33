// When the network comes back, a pane without it tries again as soon as it is visible.
import { effect, untracked } from '@preact/signals-core';
import type { PaneSession } from '../playback/pane-session';
import type { Player } from '../player/player';

export class NetworkReturn {
  /** The player at the time when the network came back; undefined once that has had its effect. */
  private player: Player | undefined;

  constructor(
    private readonly session: PaneSession,
    private readonly isSeen: () => boolean,
  ) {}

  readonly came = (): void => {
    this.player = this.session.player.peek();
    this.use();
  };

  /** The returned function ends it. */
  arm(): () => void {
    return effect(() => {
      if (this.session.player.value?.snapshot.value.status === 'loading') return;
      untracked(() => this.use());
    });
  }

  /** Called when the pane is visible, and when its player has changed. */
  use(): void {
    const { player } = this;
    if (player === undefined || !this.isSeen()) return;
    const isSame = player === this.session.player.peek();
    // A loading player sent its requests before the network came back, and they may still fail: their result decides.
    if (isSame && player.snapshot.peek().status === 'loading') return;
    this.player = undefined;
    if (isSame) this.session.comeBack();
  }
}
