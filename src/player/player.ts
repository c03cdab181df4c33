// The port that makes every player alike.
import type { ReadonlySignal } from '@preact/signals-core';
import type { Video } from '../core/video';

export type Status = 'loading' | 'paused' | 'playing' | 'buffering' | 'ended' | 'failed';

/** Why a video cannot be played; what each means to the user is said where it is shown. */
export type Fault =
  | 'no-answer'
  | 'bad-id'
  | 'player-error'
  | 'gone'
  | 'not-embeddable'
  | 'refused'
  | 'file-missing'
  | 'file-unsupported'
  | 'media-unreachable';

/** What a player knows of its video. Lengths are seconds; undefined is "not known yet", as for a live stream. */
export interface Snapshot {
  readonly status: Status;
  readonly length: number | undefined;
  readonly rate: number;
  readonly title: string | undefined;
  /** Set exactly while the status is `failed`. */
  readonly fault: Fault | undefined;
}

/** One video, mounted in an element. Times are seconds; 0 is a time, undefined is "not known yet". */
export interface Player {
  readonly video: Video;
  readonly snapshot: ReadonlySignal<Snapshot>;
  /** Where the video is now, extrapolated between a remote player's reports. */
  playhead(): number | undefined;
  play(): void;
  pause(): void;
  /** Before the player is ready the last target is kept, and applied once. */
  seek(seconds: number): void;
  setRate(rate: number): void;
  /** Idempotent; nothing fires afterwards, and nothing of the player is left in its element. */
  dispose(): void;
}

/** How a player begins: where, at which rate, and whether by itself. */
export interface Start {
  readonly seconds: number;
  readonly rate: number;
  readonly autoplay: boolean;
}

export const LOADING: Snapshot = {
  status: 'loading',
  length: undefined,
  rate: 1,
  title: undefined,
  fault: undefined,
};
