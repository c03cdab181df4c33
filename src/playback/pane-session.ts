// One video pane's playing: its video, its player, and the cue that waits for the video's length.
import { effect, signal, type ReadonlySignal } from '@preact/signals-core';
import { sameVideo, type Video } from '../core/video';
import { isReady, type Fault, type Player, type Start } from '../player/player';
import { AwaitedCue, type PastEnd } from './awaited-cue';
import { readCue, startOf, type Cue } from './cue';
import type { PaneState } from './pane-state';
import { Place } from './place';
import type { VideoMemory } from './video-memory';

/** What the pane's place in the window provides: a player in its element. */
export type MountPlayer = (video: Video, start: Start) => Player;

export interface PaneSessionOptions {
  readonly mount: MountPlayer;
  readonly memory: VideoMemory;
  readonly pastEnd: PastEnd;
}

const WANT_OF_NETWORK: ReadonlySet<Fault> = new Set(['no-answer', 'media-unreachable']);

export class PaneSession {
  private readonly current = signal<Player | undefined>(undefined);
  /** What a layout kept, until the pane is seen: a pane that nobody sees loads nothing. */
  private kept: PaneState | undefined;
  private readonly place = new Place();
  private readonly awaited: AwaitedCue;
  /** Whether the network came back since the player last was ready. */
  private hasRecovered = false;
  private stopListening: (() => void) | undefined;
  private lastUse = 0;

  constructor(private readonly options: PaneSessionOptions) {
    this.awaited = new AwaitedCue(options.pastEnd);
  }

  get player(): ReadonlySignal<Player | undefined> {
    return this.current;
  }

  get video(): Video | undefined {
    return this.current.peek()?.video ?? this.kept?.video;
  }

  get usedAt(): number {
    return this.lastUse;
  }

  /** The user turned to this pane: the next video, if it is unpinned, comes here. */
  touch(): void {
    this.lastUse = performance.now();
  }

  /** What to keep; undefined while the pane shows nothing. A player that never got ready does not lose the place. */
  get state(): PaneState | undefined {
    const player = this.current.peek();
    return player === undefined ? this.kept : this.stateOf(player);
  }

  /** Plays a timestamp: seeks when the pane already has the video, else loads it. */
  play(cue: Cue): void {
    this.touch();
    const usable = this.usablePlayer(cue.video);
    const known = usable?.snapshot.peek().length;
    const interpretation = readCue(cue, known ?? this.options.memory.length(cue.video).peek());
    const seconds = startOf(interpretation);
    const start = { seconds, rate: this.rate(), autoplay: true };
    this.awaited.wait(known === undefined ? cue : undefined);
    if (known !== undefined && interpretation.how === 'past-end') this.options.pastEnd(cue, known);
    if (usable === undefined) {
      this.load(cue.video, start);
      return;
    }
    this.place.change(start);
    usable.seek(seconds);
    usable.play();
  }

  /** Shows a video without playing it; leaves one that is already there as it is, unless it failed. */
  show(video: Video): void {
    this.touch();
    this.wake();
    const player = this.current.peek();
    if (player !== undefined && sameVideo(player.video, video)) {
      if (hasFailed(player)) this.reload(false);
      return;
    }
    this.awaited.wait(undefined);
    this.load(video, { seconds: 0, rate: this.rate(), autoplay: false });
  }

  /** Takes what a layout kept: the same second of the same video, paused, once the pane is seen. */
  restore(state: PaneState): void {
    if (sameVideo(this.video, state.video)) return;
    this.dispose();
    this.kept = state;
  }

  /** The pane is seen. */
  wake(): void {
    const { kept } = this;
    if (kept === undefined) return;
    this.awaited.wait(undefined);
    this.load(kept.video, { seconds: kept.time, rate: kept.rate, autoplay: false });
  }

  playOrPause(): void {
    this.touch();
    this.wake();
    const player = this.current.peek();
    if (player === undefined) return;
    if (hasFailed(player)) this.reload(true);
    else if (this.place.isPlaying(player)) this.pause();
    else {
      this.place.change({ autoplay: true });
      player.play();
    }
  }

  pause(): void {
    this.place.change({ autoplay: false });
    this.current.peek()?.pause();
  }

  get isPlaying(): boolean {
    return this.place.isPlaying(this.current.peek());
  }

  /**
   * Pauses what plays, for a while. Returns what lets it go on, unless it was told anything else meanwhile; undefined where
   * nothing plays.
   */
  hold(): (() => void) | undefined {
    const player = this.current.peek();
    if (player === undefined || !this.isPlaying) return undefined;
    this.pause();
    const { wanted } = this.place;
    return () => {
      if (this.current.peek() !== player || this.place.wanted !== wanted) return;
      this.place.change({ autoplay: true });
      player.play();
    };
  }

  /** Goes to a second of the video, as near as there is one; what plays plays on, and what is paused stays so. */
  seek(seconds: number): void {
    const player = this.current.peek();
    if (player === undefined) return;
    const target = Math.max(0, Math.min(seconds, player.snapshot.peek().length ?? Infinity));
    this.awaited.wait(undefined);
    this.place.change({ seconds: target });
    player.seek(target);
  }

  setRate(rate: number): void {
    this.place.change({ rate });
    this.current.peek()?.setRate(rate);
  }

  /** Loads the same second anew: after a fault, or because the pane came into another window. */
  reload(autoplay = this.place.isPlaying(this.current.peek())): void {
    const player = this.current.peek();
    if (player === undefined) return;
    const { time, rate } = this.stateOf(player);
    this.load(player.video, { seconds: time, rate, autoplay });
  }

  /** The network is back: what may have failed for want of it is tried again, once. */
  networkCameBack(): void {
    const fault = this.current.peek()?.snapshot.peek().fault;
    if (this.hasRecovered || fault === undefined || !WANT_OF_NETWORK.has(fault)) return;
    this.hasRecovered = true;
    this.reload(this.place.wanted.autoplay);
  }

  /** Ends the player; the pane shows nothing any more. */
  dispose(): void {
    this.kept = undefined;
    this.endPlayer();
    this.current.value = undefined;
  }

  private load(video: Video, start: Start): void {
    this.kept = undefined;
    const wanted = this.place.begin(start, this.current.peek());
    this.endPlayer();
    const player = this.options.mount(video, wanted);
    this.current.value = player;
    const stop = this.listen(player);
    // A player that knew its length at once may have been replaced already.
    if (this.current.peek() === player) this.stopListening = stop;
    else stop();
  }

  private endPlayer(): void {
    this.stopListening?.();
    this.stopListening = undefined;
    this.current.peek()?.dispose();
  }

  private listen(player: Player): () => void {
    let settled = false;
    return effect(() => {
      const { status, length } = player.snapshot.value;
      this.place.follow(player);
      if (isReady(status)) this.hasRecovered = false;
      if (length === undefined) return;
      if (!settled) {
        settled = true;
        this.settle(player, length);
      }
      this.options.memory.learnLength(player.video, length);
    });
  }

  /** The length is known: a cue that waited for it, or a place that a layout kept, may mean another second now. */
  private settle(player: Player, length: number): void {
    const { wanted } = this.place;
    const seconds = this.awaited.settle(wanted.seconds, length);
    if (seconds === wanted.seconds) return;
    this.place.change({ seconds });
    if (wanted.autoplay) {
      player.seek(seconds);
      player.play();
    } else {
      // A seek would start a player that has not begun.
      this.load(player.video, this.place.wanted);
    }
  }

  private usablePlayer(video: Video): Player | undefined {
    const player = this.current.peek();
    return player !== undefined && sameVideo(player.video, video) && !hasFailed(player) ? player : undefined;
  }

  private stateOf(player: Player): PaneState {
    return { video: player.video, time: this.place.time(player), rate: this.place.rate(player) };
  }

  private rate(): number {
    return this.kept?.rate ?? this.place.rate(this.current.peek());
  }
}

function hasFailed(player: Player): boolean {
  return player.snapshot.peek().status === 'failed';
}
