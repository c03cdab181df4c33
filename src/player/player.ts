// The port: the interface of every player.
import type { ReadonlySignal } from '@preact/signals-core';
import type { Video } from '../core/mean/video';

/** `blocked`: the browser does not let the app start it; it plays when the user has pressed Play in it. */
export type Status = 'loading' | 'paused' | 'playing' | 'buffering' | 'ended' | 'blocked' | 'failed';

/** The faults of a video that cannot be played. The texts for the user are in `app/fault`. */
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
 * A state in which a player does not show its video, and which is no fault. `not-begun`: it was told to play and has not begun,
 * perhaps because of an advertisement. `silent`: it no longer answers. `other-video`: its frame shows another video.
 */
export type Hindrance = 'not-begun' | 'silent' | 'other-video';

/**
 * The facts that a player knows about its video. Lengths are seconds; undefined means "not known yet", and stays for a live stream.
 */
export interface Snapshot {
  readonly status: Status;
  readonly length: number | undefined;
  /** Whether it is a live stream, which has no length. */
  readonly live: boolean;
  readonly rate: number;
  /** The rates that the player offers, ascending. */
  readonly rates: readonly number[];
  /** From 0 to 1; kept while muted. */
  readonly volume: number;
  readonly muted: boolean;
  readonly title: string | undefined;
  /** Whether there are captions to turn on; undefined if there are none. */
  readonly captions: 'there' | 'unreadable' | undefined;
  readonly hindrance: Hindrance | undefined;
  /** Set if, and only if, the status is `failed`. */
  readonly fault: Fault | undefined;
}

/** One video in an element. Times are seconds; 0 is a time, undefined means "not known yet". */
export interface Player {
  readonly video: Video;
  readonly snapshot: ReadonlySignal<Snapshot>;
  /** The part of the video that is loaded, from 0 to 1. Apart from the snapshot, since it changes all the time. */
  readonly loaded: ReadonlySignal<number>;
  /** The second that the player last reported or was sent to; updated a few times a second while it plays. */
  readonly position: ReadonlySignal<number | undefined>;
  /** Whether the picture is that of the last seek, as far as the player reports it. */
  readonly landed: ReadonlySignal<boolean>;
  /** The second of the video now; between the reports of a remote player, extrapolated. */
  playhead(): number | undefined;
  play(): void;
  pause(): void;
  /** Before the player is ready, the last target is kept, and sought once. */
  seek(seconds: number): void;
  setRate(rate: number): void;
  /** From 0 to 1. */
  setVolume(volume: number): void;
  setMuted(muted: boolean): void;
  /** Enters or leaves full screen. Rejects if that is not possible. */
  toggleFullscreen(): Promise<void>;
  /** Enters or leaves picture-in-picture. Undefined if the player cannot. */
  readonly togglePictureInPicture?: (() => Promise<void>) | undefined;
  /** The words of the captions now, as plain text; empty while they are off. Undefined if the player has none. */
  readonly captionText?: ReadonlySignal<string | undefined> | undefined;
  /** The present picture. Rejects with a reason if it cannot be read. Undefined if the player never can. */
  readonly captureFrame?: (() => Promise<Picture>) | undefined;
  /** Idempotent. Afterwards no signal changes, and the element is empty. */
  dispose(): void;
}

/** An image file. */
export interface Picture {
  readonly bytes: ArrayBuffer;
  readonly extension: 'png' | 'jpg';
}

/** The sound of a player. */
export type Sound = Pick<Snapshot, 'volume' | 'muted'>;

/** The state in which a player begins. */
export interface Start {
  readonly seconds: number;
  readonly rate: number;
  readonly autoplay: boolean;
  /** Parts that are undefined are up to the player. */
  readonly sound?: Partial<Sound> | undefined;
  /** Whether it shows its own controls, if it has any; it does by default. */
  readonly controls?: boolean | undefined;
}

export const LOADING: Snapshot = {
  status: 'loading',
  length: undefined,
  live: false,
  rate: 1,
  // The state of a player until it reports otherwise.
  rates: [0.25, 0.5, 0.75, 1, 1.25, 1.5, 1.75, 2],
  volume: 1,
  muted: false,
  title: undefined,
  captions: undefined,
  hindrance: undefined,
  fault: undefined,
};

/** Whether the player knows its position, and obeys. */
export function isReady(status: Status): boolean {
  return status !== 'loading' && status !== 'failed';
}

/** Whether it plays, or would if more were loaded. */
export function isRunning(status: Status): boolean {
  return status === 'playing' || status === 'buffering';
}
