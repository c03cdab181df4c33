// A moment or a clip of a video.

/** Seconds. They are written rounded down, so that a timestamp is never later than the moment. */
export interface Moment {
  readonly seconds: number;
  /** The end of a clip; undefined for a moment. */
  readonly end?: number | undefined;
}
