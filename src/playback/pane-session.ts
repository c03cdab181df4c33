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

/** Uses of panes, counted, so that the latest is known. */
let uses = 0;

export class PaneSession {
  private readonly current = signal<Player | undefined>(undefined);
  private start: Start = { seconds: 0, rate: 1, autoplay: false };
  private waiting: Cue | undefined;
  private stopListening: (() => void) | undefined;
  private lastUse = 0;

  constructor(private readonly options: PaneSessionOptions) {}

  get player(): ReadonlySignal<Player | undefined> {
    return this.current;
  }

  get video(): Video | undefined {
    return this.current.peek()?.video;
  }

  get usedAt(): number {
    return this.lastUse;
  }

  /** The user turned to this pane: the next video, if it is unpinned, comes here. */
  touch(): void {
    this.lastUse = ++uses;
  }

  /** What to keep; undefined while the pane shows nothing. A player that never got ready does not lose the place. */
  get state(): PaneState | undefined {
    const player = this.current.peek();
    if (player === undefined) return undefined;
    return { video: player.video, ...this.place(player) };
  }

  /** Plays a timestamp: seeks when the pane already has the video, else loads it. */
  play(cue: Cue): void {
    this.touch();
    const player = this.current.peek();
    const ready = player !== undefined && sameVideo(player.video, cue.video) && !hasFailed(player);
    const known = ready ? player.snapshot.peek().length : undefined;
    const interpretation = readCue(cue, known ?? this.options.memory.length(cue.video).peek());
    const seconds = startOf(interpretation);
    this.waiting = known === undefined ? cue : undefined;
    if (known !== undefined && interpretation.how === 'past-end') this.options.pastEnd(cue, known);
    if (!ready) {
      this.load(cue.video, { seconds, rate: this.rate(), autoplay: true });
      return;
    }
    this.start = { ...this.start, seconds, autoplay: true };
    player.seek(seconds);
    player.play();
  }

  /** Shows a video without playing it; leaves one that is already there as it is, unless it failed. */
  show(video: Video): void {
    this.touch();
    const player = this.current.peek();
    if (player !== undefined && sameVideo(player.video, video)) {
      if (hasFailed(player)) this.reload(false);
      return;
    }
    this.waiting = undefined;
    this.load(video, { seconds: 0, rate: this.rate(), autoplay: false });
  }

  /** Brings back what a layout kept: the same second of the same video, paused. */
  restore(state: PaneState): void {
    const now = this.state;
    if (now !== undefined && sameVideo(now.video, state.video)) return;
    this.waiting = undefined;
    this.load(state.video, { seconds: state.time, rate: state.rate, autoplay: false });
  }

  playOrPause(): void {
    const player = this.current.peek();
    if (player === undefined) return;
    this.touch();
    const { status } = player.snapshot.peek();
    if (status === 'playing' || status === 'buffering') player.pause();
    else player.play();
  }

  pause(): void {
    this.current.peek()?.pause();
  }

  /** Loads the same second anew: after a fault, or because the pane came into another window. */
  reload(autoplay = this.isPlaying()): void {
    const player = this.current.peek();
    if (player === undefined) return;
    const { time, rate } = this.place(player);
    this.load(player.video, { seconds: time, rate, autoplay });
  }

  dispose(): void {
    this.stopListening?.();
    this.stopListening = undefined;
    this.current.peek()?.dispose();
    this.current.value = undefined;
  }

  private load(video: Video, start: Start): void {
    this.dispose();
    this.start = start;
    const player = this.options.mount(video, start);
    this.current.value = player;
    let wasReady = false;
    this.stopListening = effect(() => {
      const { status, length, rate } = player.snapshot.value;
      // What fails midway is to go on from there; what never got ready, from where it was to start.
      if (wasReady && status === 'failed') {
        this.start = { ...this.start, seconds: player.playhead() ?? this.start.seconds, rate };
      }
      wasReady = isReady(status);
      if (length !== undefined) this.learn(player, length);
    });
  }

  private learn(player: Player, length: number): void {
    this.options.memory.learnLength(player.video, length);
    const cue = this.waiting;
    this.waiting = undefined;
    if (cue === undefined) return;
    const interpretation = readCue(cue, length);
    const seconds = startOf(interpretation);
    if (interpretation.how === 'past-end') this.options.pastEnd(cue, length);
    if (seconds === this.start.seconds) return;
    this.start = { ...this.start, seconds };
    player.seek(seconds);
    player.play();
  }

  private place(player: Player): { readonly time: number; readonly rate: number } {
    const { status, rate } = player.snapshot.peek();
    return isReady(status)
      ? { time: player.playhead() ?? this.start.seconds, rate }
      : { time: this.start.seconds, rate: this.start.rate };
  }

  private rate(): number {
    const player = this.current.peek();
    return player === undefined ? this.start.rate : this.place(player).rate;
  }

  private isPlaying(): boolean {
    const status = this.current.peek()?.snapshot.peek().status;
    return status === 'playing' || status === 'buffering' || (status === 'loading' && this.start.autoplay);
  }
}

function hasFailed(player: Player): boolean {
  return player.snapshot.peek().status === 'failed';
}

function isReady(status: Status): boolean {
  return status !== 'loading' && status !== 'failed';
}
