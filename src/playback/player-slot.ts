// The one player of a pane: mounted, followed, replaced by the next one, ended.
import { effect, signal, type ReadonlySignal } from '@preact/signals-core';
import type { Video } from '../core/video';
import type { Player, Start } from '../player/player';
import type { PaneState } from './pane-state';
import { Place } from './place';

/** What the pane's place in the window provides: a player in its element. */
export type MountPlayer = (video: Video, start: Start) => Player;

export interface PlayerSlotOptions {
  readonly mount: MountPlayer;
  /** The player says something new; the first length that it says is said to be that. */
  readonly onChange: (player: Player, isFirstLength: boolean) => void;
}

export class PlayerSlot {
  readonly place = new Place();
  private readonly current = signal<Player | undefined>(undefined);
  private stopListening: (() => void) | undefined;

  constructor(private readonly options: PlayerSlotOptions) {}

  get player(): ReadonlySignal<Player | undefined> {
    return this.current;
  }

  /** Where the video is; undefined while there is none. A player that never got ready does not lose its place. */
  get state(): PaneState | undefined {
    const player = this.current.peek();
    if (player === undefined) return undefined;
    return { video: player.video, time: this.place.time(player), rate: this.place.rate(player) };
  }

  load(video: Video, start: Start): void {
    const wanted = this.place.begin(start, this.current.peek());
    this.endPlayer();
    const player = this.options.mount(video, wanted);
    this.current.value = player;
    const stop = this.listen(player);
    // A player that knew its length at once may have been replaced already.
    if (this.current.peek() === player) this.stopListening = stop;
    else stop();
  }

  /** Loads the same second anew. */
  reload(autoplay: boolean): void {
    const { state } = this;
    if (state !== undefined) this.load(state.video, { seconds: state.time, rate: state.rate, autoplay });
  }

  end(): void {
    this.endPlayer();
    this.current.value = undefined;
  }

  private endPlayer(): void {
    this.stopListening?.();
    this.stopListening = undefined;
    this.current.peek()?.dispose();
  }

  private listen(player: Player): () => void {
    let isFirst = true;
    return effect(() => {
      const { length } = player.snapshot.value;
      this.place.follow(player);
      const isFirstLength = isFirst && length !== undefined;
      if (isFirstLength) isFirst = false;
      this.options.onChange(player, isFirstLength);
    });
  }
}
