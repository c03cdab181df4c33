// What a test says about one video: how long it is, what it is called, and what goes wrong with it.

/** YouTube's error codes, as far as its embedded player sends them. */
export type ErrorCode = 2 | 5 | 100 | 101 | 150 | 152 | 153;

/** The two hosts that have an embedded player. */
export type EmbedHost = 'www.youtube-nocookie.com' | 'www.youtube.com';

/** `silent`: the page comes, but no player in it (consent or bot page). `offline`: no page comes. */
export type Fault = ErrorCode | 'silent' | 'offline';

/** What comes before the video: the player is in one state throughout, says nothing, and does nothing that it is told. */
export interface Advert {
  /** 'held': until it is told to end. */
  readonly seconds: number | 'held';
  readonly state: -1 | 3;
}

export interface VideoScript {
  /** Seconds. */
  readonly length: number;
  /** What the player says first instead, in seconds; the true length follows as soon as the video plays. */
  readonly firstLength: number | undefined;
  /** Whether the player says its length in whole seconds, rounded up. */
  readonly roundsLength: boolean;
  readonly title: string;
  readonly author: string;
  readonly fault: Fault | undefined;
  /** The first so many loads of the page have the fault; a later one is sound. */
  readonly faultLoads: number;
  /** Until so many milliseconds after the page came, the player neither speaks nor hears. */
  readonly answerDelay: number;
  /** Until so many milliseconds after the player was asked to listen, `duration` is 0; 'held': until it is told to say it. */
  readonly lengthDelay: number | 'held';
  /** Before the video first plays. */
  readonly advert: Advert | undefined;
  /** Whether who listens a second time is told that the player has begun already, or nothing. */
  readonly answersAgain: boolean;
  /** Whether the player says a second time that it is ready to listen, when somebody listens already. */
  readonly readyTwice: boolean;
  /** The hosts that refuse this video, with error 153. */
  readonly refusedBy: readonly EmbedHost[];
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
  firstLength: undefined,
  roundsLength: false,
  title: 'A video for tests',
  author: 'The stand-in',
  fault: undefined,
  faultLoads: Number.POSITIVE_INFINITY,
  answerDelay: 0,
  lengthDelay: 50,
  advert: undefined,
  answersAgain: true,
  readyTwice: false,
  refusedBy: [],
  diesAt: undefined,
  autoplay: 'allowed',
  live: false,
  poster: 'present',
};

/** What the page is told of a video; the faults of loading it are decided before. */
export interface PlayerScript extends VideoScript {
  readonly id: string;
  readonly error: ErrorCode | undefined;
}
