// The port that makes every player alike.
import type { ReadonlySignal } from '@preact/signals-core';
import type { Video } from '../core/mean/video';

/** `blocked`: the app may not start it by itself; it plays once the user has pressed play. */
export type Status = 'loading' | 'paused' | 'playing' | 'buffering' | 'ended' | 'blocked' | 'failed';

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
  | 'media-unreachable'
  | 'media-no-answer';

/**
 * Something that keeps a player from its video, and is no fault. `not-begun`: it was told to play and does not yet, perhaps for an
 * advertisement; `silent`: it has answered before, and does not now; `other-video`: its frame shows another one.
 */
export type Hindrance = 'not-begun' | 'silent' | 'other-video';

/** A player's knowledge of its video. Lengths are seconds; undefined is "not known yet", as for a live stream. */
export interface Snapshot {
  readonly status: Status;
  readonly length: number | undefined;
  /** Whether it is a live stream, which has no length. */
  readonly live: boolean;
  readonly rate: number;
  /** The rates that the player offers, ascending. */
  readonly rates: readonly number[];
  /** From 0 to 1; kept while the sound is off. */
  readonly volume: number;
  readonly muted: boolean;
  readonly title: string | undefined;
  /** Whether there are captions to be switched on; undefined if there are none. */
  readonly captions: 'there' | 'unreadable' | undefined;
  readonly hindrance: Hindrance | undefined;
  /** Set exactly while the status is `failed`. */
  readonly fault: Fault | undefined;
}

/** One video, mounted in an element. Times are seconds; 0 is a time, undefined is "not known yet". */
export interface Player {
  readonly video: Video;
  readonly snapshot: ReadonlySignal<Snapshot>;
  /** How much of the video is loaded, from 0 to 1. Not in the snapshot, since it changes all the time. */
  readonly loaded: ReadonlySignal<number>;
  /** The second that the player last said, or was sent to: renewed a few times a second while it plays. */
  readonly position: ReadonlySignal<number | undefined>;
  /** Whether the picture is of where it was sent to last, as far as the player tells. */
  readonly landed: ReadonlySignal<boolean>;
  /** The second of the video now, extrapolated between a remote player's reports. */
  playhead(): number | undefined;
  play(): void;
  pause(): void;
  /** Before the player is ready the last target is kept, and applied once. */
  seek(seconds: number): void;
  setRate(rate: number): void;
  /** From 0 to 1. */
  setVolume(volume: number): void;
  setMuted(muted: boolean): void;
  /** Fills the screen with the video, under the player's own controls; or no longer. Rejects where that cannot be done. */
  toggleFullscreen(): Promise<void>;
  /** Shows the video in a window above all others; or no longer. Undefined where the player cannot. */
  readonly togglePictureInPicture?: (() => Promise<void>) | undefined;
  /** The words of the captions now, as plain text; empty while they are off. Undefined where the player has none. */
  readonly captionText?: ReadonlySignal<string | undefined> | undefined;
  /** The picture as it is now. Rejects with a reason where it cannot be had. Undefined where the player never can. */
  readonly captureFrame?: (() => Promise<Picture>) | undefined;
  /** Idempotent; nothing fires afterwards, and nothing of the player is left in its element. */
  dispose(): void;
}

/** A picture, as a file holds it. */
export interface Picture {
  readonly bytes: ArrayBuffer;
  readonly extension: 'png' | 'jpg';
}

/** How loud a player is. */
export type Sound = Pick<Snapshot, 'volume' | 'muted'>;

/** How a player begins: where, at which rate, and whether by itself. */
export interface Start {
  readonly seconds: number;
  readonly rate: number;
  readonly autoplay: boolean;
  /** An undefined part is left to the player. */
  readonly sound?: Partial<Sound> | undefined;
  /** Whether it shows controls of its own, where it has any: unless it is told otherwise, it does. */
  readonly controls?: boolean | undefined;
}

export const LOADING: Snapshot = {
  status: 'loading',
  length: undefined,
  live: false,
  rate: 1,
  // The sound of a player until it says otherwise.
  rates: [0.25, 0.5, 0.75, 1, 1.25, 1.5, 1.75, 2],
  volume: 1,
  muted: false,
  title: undefined,
  captions: undefined,
  hindrance: undefined,
  fault: undefined,
};

/** Whether the player knows where it is, and does what it is told. */
export function isReady(status: Status): boolean {
  return status !== 'loading' && status !== 'failed';
}

/** Whether it plays, or would if more of the video were there. */
export function isRunning(status: Status): boolean {
  return status === 'playing' || status === 'buffering';
}
