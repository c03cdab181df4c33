// One clip on one stage: its player lies over the stage, and loops the clip.
import { computed, effect, signal, untracked, type ReadonlySignal, type Signal } from '@preact/signals-core';
import { sameVideo, type Video } from '../core/mean/video';
import { isReady, isRunning, type Fault, type Player } from '../player/player';
import type { Look, PlayerBox } from './player-box';

/** The clip that a preview shows. Seconds. */
export interface PreviewClip {
  readonly video: Video;
  readonly start: number;
  readonly end: number;
}

/** The state of a preview. Seconds; undefined means "not known yet". */
export interface PreviewState {
  /** Whether the picture is within the clip. */
  readonly isRight: boolean;
  readonly fault: Fault | undefined;
  readonly title: string | undefined;
  readonly length: number | undefined;
  readonly position: number | undefined;
  /** Distinguishes the loads of a video, if another object than this one does. */
  readonly load?: object;
}

/** A preview that is shown. */
export interface Showing {
  readonly state: ReadonlySignal<PreviewState>;
  /** Whether it is a still picture. */
  readonly isStill: boolean;
  /** Shows another clip instead; if it is of the same video, the player only seeks. */
  show(clip: PreviewClip): void;
  /** Idempotent. */
  dispose(): void;
}

/** A player and its element. */
export interface Warm {
  readonly player: Player;
  readonly box: PlayerBox;
}

export interface ClipShowingOptions {
  readonly stage: HTMLElement;
  /** Returns a player that goes to the start of the clip, and plays. */
  readonly take: (clip: PreviewClip) => Warm;
  readonly onEnd: () => void;
}

/** The distance from the clip at which a reported position still counts as in it. Seconds. */
const REACH = 1;

/** A shorter clip is shown as a picture, without looping. Seconds. */
const SHORTEST = 0.5;

/** A loop does not restart sooner than this. Milliseconds. */
const FASTEST_LOOP = 4000;

/** Updates of the progress. Per second. */
const STEPS = 20;

const UNKNOWN = { title: undefined, length: undefined } as const;

export class ClipShowing implements Showing {
  readonly state: ReadonlySignal<PreviewState>;
  readonly isStill = false;
  private readonly shown: Signal<Warm & { readonly clip: PreviewClip }>;
  private readonly isRight = signal(false);
  private readonly position = signal<number | undefined>(undefined);
  private readonly win: Window;
  /** Fills the stage, which otherwise would be empty and hidden. */
  private readonly filler: HTMLElement;
  private readonly stopListening: () => void;
  private frame: number;
  private hasBeenSeen = false;
  /** The time at which the clip began, in milliseconds of the window's clock. */
  private begunAt = 0;
  /** Whether it waits at its end before it restarts. */
  private isHeld = false;
  private hasEnded = false;

  constructor(
    private readonly options: ClipShowingOptions,
    clip: PreviewClip,
  ) {
    this.win = options.stage.win;
    this.filler = options.stage.createDiv({ cls: 'playhead-preview-seat' });
    this.shown = signal({ ...options.take(clip), clip });
    this.state = computed(() => {
      const { player } = this.shown.value;
      const { fault, status, ...about } = player.snapshot.value;
      // Before a video has loaded, the player may report the length of another.
      const { title, length } = isReady(status) ? about : UNKNOWN;
      const isRight = this.isRight.value && fault === undefined;
      return { isRight, fault, title, length, position: this.position.value, load: player };
    });
    this.frame = this.win.requestAnimationFrame(this.follow);
    this.stopListening = effect(() => {
      const { player } = this.shown.value;
      if (player.landed.value && isReady(player.snapshot.value.status)) untracked(this.settle);
    });
  }

  show(clip: PreviewClip): void {
    if (this.hasEnded) return;
    const { clip: before, player, box } = this.shown.peek();
    const isThere =
      clip.start === before.start &&
      sameVideo(clip.video, before.video) &&
      player.snapshot.peek().status !== 'failed';
    if (isThere) {
      this.shown.value = { player, box, clip };
      if (this.isHeld) player.play();
      this.isHeld = false;
      return;
    }
    this.isHeld = false;
    this.isRight.value = false;
    this.position.value = undefined;
    this.shown.value = { ...this.options.take(clip), clip };
  }

  dispose(): void {
    if (this.hasEnded) return;
    this.hasEnded = true;
    this.stopListening();
    this.win.cancelAnimationFrame(this.frame);
    this.filler.remove();
    this.options.onEnd();
  }

  /** Runs in every animation frame: the stage may have moved, and the clip may be over. */
  private readonly follow = (): void => {
    const { stage } = this.options;
    this.play();
    if (stage.isConnected) {
      this.shown.peek().box.cover(stage, this.look());
      this.hasBeenSeen = true;
    } else if (this.hasBeenSeen) {
      this.dispose();
      return;
    }
    this.frame = this.win.requestAnimationFrame(this.follow);
  };

  /** A player that has landed may be elsewhere, if it can get no closer. */
  private readonly settle = (): void => {
    const { player, clip } = this.shown.peek();
    const at = player.playhead();
    const isNear = at !== undefined && at >= clip.start - REACH && at <= this.endOfClip() + REACH;
    if (!isNear || this.isRight.peek()) return;
    this.isRight.value = true;
    this.begunAt = this.win.performance.now();
  };

  private play(): void {
    const { player, clip } = this.shown.peek();
    const at = player.playhead();
    if (at === undefined || !this.isRight.peek()) return;
    this.position.value = Math.floor(at * STEPS) / STEPS;
    const { status } = player.snapshot.peek();
    const end = this.endOfClip();
    if (end - clip.start < SHORTEST) {
      if (isRunning(status)) player.pause();
    } else if (this.isHeld || at >= end || (status === 'ended' && at > clip.start + SHORTEST / 2)) {
      this.playAgain();
    }
  }

  private endOfClip(): number {
    const { player, clip } = this.shown.peek();
    const { length = Infinity } = player.snapshot.peek();
    // A player that reports an end before the clip may be wrong.
    return length > clip.start ? Math.min(clip.end, length) : clip.end;
  }

  /** A short clip stays at its end for a moment. */
  private playAgain(): void {
    const { player, clip } = this.shown.peek();
    const now = this.win.performance.now();
    this.isHeld = now - this.begunAt < FASTEST_LOOP;
    if (this.isHeld) {
      if (isRunning(player.snapshot.peek().status)) player.pause();
      return;
    }
    this.begunAt = now;
    player.seek(clip.start);
    player.play();
  }

  private look(): Look {
    return isReady(this.shown.peek().player.snapshot.peek().status) ? 'clear' : 'hidden';
  }
}
