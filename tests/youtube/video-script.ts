// What a test says about one video: how long it is, what it is called, and what goes wrong with it.

/** YouTube's error codes, as far as its embedded player sends them. */
export type ErrorCode = 2 | 5 | 100 | 101 | 150 | 153;

/** `silent`: the page comes, but no player in it (consent or bot page). `offline`: no page comes. */
export type Fault = ErrorCode | 'silent' | 'offline';

export interface VideoScript {
  /** Seconds. */
  readonly length: number;
  readonly title: string;
  readonly author: string;
  readonly fault: Fault | undefined;
  /** The first so many loads of the page have the fault; a later one is sound. */
  readonly faultLoads: number;
  /** Until so many milliseconds after the page came, the player neither speaks nor hears. */
  readonly answerDelay: number;
  /** Until so many milliseconds after the player was asked to listen, `duration` is 0; 'held': until it is told to say it. */
  readonly lengthDelay: number | 'held';
  /** At this second of the video the player falls silent for good, with no error. */
  readonly diesAt: number | undefined;
  /** 'blocked': with sound, playing starts only after a click in the player, as on a phone; 'ignored': and nothing says so. */
  readonly autoplay: 'allowed' | 'blocked' | 'ignored';
  /** A live stream: the length is only what there has been so far. */
  readonly live: boolean;
  readonly poster: 'present' | 'missing';
}

export const usualVideo: VideoScript = {
  length: 600,
  title: 'A video for tests',
  author: 'The stand-in',
  fault: undefined,
  faultLoads: Number.POSITIVE_INFINITY,
  answerDelay: 0,
  lengthDelay: 50,
  diesAt: undefined,
  autoplay: 'allowed',
  live: false,
  poster: 'present',
};

/** What the page is told of a video; the faults of loading it are decided before. */
export interface PlayerScript extends Omit<VideoScript, 'fault' | 'faultLoads' | 'poster'> {
  readonly id: string;
  readonly error: ErrorCode | undefined;
}
