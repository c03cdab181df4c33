// One video pane's playing: its video, its player, and the cue that waits for the video's length.
import { effect, signal, type ReadonlySignal } from '@preact/signals-core';
import { sameVideo, type Video } from '../core/video';
import type { Player, Start, Status } from '../player/player';
import { readCue, startOf, type Cue } from './cue';
import type { PaneState } from './pane-state';
import type { VideoMemory } from './video-memory';

/** What the pane's place in the window provides: a player in its element. */
export type MountPlayer = (video: Video, start: Start) => Player;

export interface PaneSessionOptions {
  readonly mount: MountPlayer;
  readonly memory: VideoMemory;
  /** A cue turned out to lie past the end of its video, whose length is given in seconds. */
  readonly pastEnd: (cue: Cue, length: number) => void;
}

export class PaneSession {
  private readonly current = signal<Player | undefined>(undefined);
  /** What a layout kept, until the pane is seen: a pane that nobody sees loads nothing. */
  private kept: PaneState | undefined;
  /** Where the player is to begin, and whether it is to play; what counts while it cannot say so itself. */
  private start: Start = { seconds: 0, rate: 1, autoplay: false };
  private waiting: Cue | undefined;
  private stopListening: (() => void) | undefined;
  private lastUse = 0;

  constructor(private readonly options: PaneSessionOptions) {}

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
    return player === undefined ? this.kept : { video: player.video, ...this.place(player) };
  }

  /** Plays a timestamp: seeks when the pane already has the video, else loads it. */
  play(cue: Cue): void {
    this.touch();
    const usable = this.usablePlayer(cue.video);
    const known = usable?.snapshot.peek().length;
    const interpretation = readCue(cue, known ?? this.options.memory.length(cue.video).peek());
    const seconds = startOf(interpretation);
    const start = { seconds, rate: this.rate(), autoplay: true };
    this.waiting = known === undefined ? cue : undefined;
    if (known !== undefined && interpretation.how === 'past-end') this.options.pastEnd(cue, known);
    if (usable === undefined) {
      this.load(cue.video, start);
      return;
    }
    this.start = start;
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
    this.waiting = undefined;
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
    this.waiting = undefined;
    this.load(kept.video, { seconds: kept.time, rate: kept.rate, autoplay: false });
  }

  playOrPause(): void {
    this.touch();
    this.wake();
    const player = this.current.peek();
    if (player === undefined) return;
    if (hasFailed(player)) this.reload(true);
    else if (this.isPlaying()) this.pause();
    else {
      this.start = { ...this.start, autoplay: true };
      player.play();
    }
  }

  pause(): void {
    this.start = { ...this.start, autoplay: false };
    this.current.peek()?.pause();
  }

  /** Loads the same second anew: after a fault, or because the pane came into another window. */
  reload(autoplay = this.isPlaying()): void {
    const player = this.current.peek();
    if (player === undefined) return;
    const { time, rate } = this.place(player);
    this.load(player.video, { seconds: time, rate, autoplay });
  }

  /** Ends the player; the pane shows nothing any more. */
  dispose(): void {
    this.kept = undefined;
    this.endPlayer();
    this.current.value = undefined;
  }

  private load(video: Video, start: Start): void {
    this.kept = undefined;
    this.endPlayer();
    this.start = start;
    const player = this.options.mount(video, start);
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
    let wasReady = false;
    let settled = false;
    return effect(() => {
      const { status, length, rate } = player.snapshot.value;
      // What stops midway is to go on from there; what never got ready, from where it was to start.
      if (wasReady && !isReady(status)) {
        this.start = { ...this.start, seconds: player.playhead() ?? this.start.seconds, rate };
      }
      wasReady = isReady(status);
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
    const cue = this.waiting;
    this.waiting = undefined;
    const seconds = cue === undefined ? placeWithin(this.start.seconds, length) : this.settleCue(cue, length);
    if (seconds === this.start.seconds) return;
    this.start = { ...this.start, seconds };
    if (this.start.autoplay) {
      player.seek(seconds);
      player.play();
    } else {
      // A seek would start a player that has not begun.
      this.load(player.video, this.start);
    }
  }

  private settleCue(cue: Cue, length: number): number {
    const interpretation = readCue(cue, length);
    if (interpretation.how === 'past-end') this.options.pastEnd(cue, length);
    return startOf(interpretation);
  }

  private usablePlayer(video: Video): Player | undefined {
    const player = this.current.peek();
    return player !== undefined && sameVideo(player.video, video) && !hasFailed(player) ? player : undefined;
  }

  private place(player: Player): { readonly time: number; readonly rate: number } {
    const { status, rate } = player.snapshot.peek();
    return isReady(status)
      ? { time: player.playhead() ?? this.start.seconds, rate }
      : { time: this.start.seconds, rate: this.start.rate };
  }

  private rate(): number {
    return this.state?.rate ?? this.start.rate;
  }

  private isPlaying(): boolean {
    const status = this.current.peek()?.snapshot.peek().status;
    return status === 'playing' || status === 'buffering' || (status === 'loading' && this.start.autoplay);
  }
}

/** A place past the end belongs to a longer version of the video: begin anew. */
function placeWithin(seconds: number, length: number): number {
  return seconds > length ? 0 : seconds;
}

function hasFailed(player: Player): boolean {
  return player.snapshot.peek().status === 'failed';
}

function isReady(status: Status): boolean {
  return status !== 'loading' && status !== 'failed';
}
