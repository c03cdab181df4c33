// The one player of a pane: mounted, followed, replaced by the next one, ended.
import { computed, effect, signal, type ReadonlySignal } from '@preact/signals-core';
import { sameVideo, type Video } from '../core/mean/video';
import { isReady, isRunning, type Player, type Start } from '../player/player';
import type { PaneState } from './pane-state';
import { Place } from './place';

/** The services of the pane's window: a player in its element. */
export type MountPlayer = (video: Video, start: Start) => Player;

export interface PlayerSlotOptions {
  readonly mount: MountPlayer;
  /** The player says something new. */
  readonly onChange: (player: Player) => void;
  /** Follows a player for as long as it is there. Returns what ends that. */
  readonly watch: (player: Player) => () => void;
  /** The video has played since it was loaded, and is at another second now. */
  readonly onMove: (player: Player, seconds: number) => void;
}

export class PlayerSlot {
  readonly place = new Place();
  private readonly current = signal<Player | undefined>(undefined);
  private stopListening: (() => void) | undefined;

  constructor(private readonly options: PlayerSlotOptions) {}

  get player(): ReadonlySignal<Player | undefined> {
    return this.current;
  }

  /** The state of the video; undefined while there is none. A player that never got ready does not lose its place. */
  get state(): PaneState | undefined {
    const player = this.current.peek();
    if (player === undefined) return undefined;
    return { video: player.video, time: this.place.time(player), rate: this.place.rate(player) };
  }

  /** The player, if it is one of this video that has not failed. */
  usable(video: Video): Player | undefined {
    const player = this.current.peek();
    const isUsable = player?.snapshot.peek().status !== 'failed' && sameVideo(player?.video, video);
    return isUsable ? player : undefined;
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

  /** Loads the same second anew, of the same video, whatever it is called now. */
  reload(autoplay: boolean, video?: Video): void {
    const { state } = this;
    if (state === undefined) return;
    this.load(video ?? state.video, { seconds: state.time, rate: state.rate, autoplay });
  }

  /** The second that the video is to be at is another than it was taken for. */
  correct(player: Player, seconds: number): void {
    if (seconds === this.place.wanted.seconds) return;
    this.place.change({ seconds });
    const { wanted } = this.place;
    if (wanted.autoplay) this.place.start(player, wanted);
    // A seek would start a player that has not begun.
    else this.load(player.video, wanted);
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
    const stops = [this.options.watch(player), this.listenToSnapshot(player), this.listenToPosition(player)];
    return () => {
      for (const stop of stops) stop();
    };
  }

  private listenToSnapshot(player: Player): () => void {
    return effect(() => {
      this.place.follow(player);
      this.options.onChange(player);
    });
  }

  /** Before it has played, a player says only where it was told to begin, and after a fault nothing new. */
  private listenToPosition(player: Player): () => void {
    let hasPlayed = false;
    const second = computed(() => Math.floor(player.position.value ?? 0));
    return effect(() => {
      const { status } = player.snapshot.value;
      hasPlayed ||= isRunning(status);
      if (hasPlayed && isReady(status)) this.options.onMove(player, second.value);
    });
  }
}
