// The second of a pane's video, once it has played: what a player says before is only where it was told to begin.
import { effect, signal, type ReadonlySignal } from '@preact/signals-core';
import { sameVideo, type Video } from '../core/mean/video';
import { isReady, isRunning } from '../player/player';
import type { PaneSession } from './pane-session';

export class Whereabouts {
  private readonly at = signal<number | undefined>(undefined);
  private played: Video | undefined;
  /** Call it when the pane closes. */
  readonly end: () => void;

  constructor(readonly session: PaneSession) {
    this.end = effect(() => {
      this.follow();
    });
  }

  /** Seconds; undefined before the video has played, and where there is none. It stays while the player loads anew. */
  get seconds(): ReadonlySignal<number | undefined> {
    return this.at;
  }

  private follow(): void {
    const player = this.session.player.value;
    if (!sameVideo(this.played, player?.video)) {
      this.played = undefined;
      this.at.value = undefined;
    }
    if (player === undefined) return;
    const { status } = player.snapshot.value;
    if (isRunning(status)) this.played = player.video;
    if (status === 'failed') this.at.value = undefined;
    else if (this.played !== undefined && isReady(status)) this.at.value = player.position.value;
  }
}
