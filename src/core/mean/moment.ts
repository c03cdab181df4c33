// A moment of a video, or a stretch of it.

/** Seconds of a video; written floored, as a timestamp is never later than what it cites. */
export interface Moment {
  readonly seconds: number;
  /** The end of a clip; undefined for a moment. */
  readonly end?: number | undefined;
}
