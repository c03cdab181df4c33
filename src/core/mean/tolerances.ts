// How exact seconds are: players round lengths, land beside the second that they are sent to, and report only now and then.
// All are seconds.

/** Players round a length: a time this little past the end is still the end. */
export const LENGTH_ROUNDED = 1;

/** Two reports of one length differ by less than this. */
export const LENGTH_SAME = 0.5;

/** A player that is sent to a second says one this near to it once it is there. */
export const SEEK_LANDED = 1;

/** A player that is sent to the start of a clip may land this much before it. */
export const CLIP_EARLY = 1;

/** A player that turns back at the end of a clip is at most this late; further behind, the user went there in the player itself. */
export const CLIP_LATE = 2;

/** A clip is over this near to its end. */
export const CLIP_OVER = 0.02;

/** The user has heard a clip this near to its end. */
export const CLIP_HEARD = 0.25;

/** A video is over this near to its end. */
export const VIDEO_OVER = 1;

/** A part of a video that is shorter is not heard. */
export const AUDIBLE = 0.25;

/** A moment is current already this much before its second: a player that is sent to it may stop there. */
export const MOMENT_EARLY = 0.25;

/** A moment is current still this much behind its end: a player that is to stop there may be late. */
export const MOMENT_LATE = 0.5;

/** A tick is the one that a player was sent to this near to it. */
export const TICK_LANDED = 0.5;

/** A video that plays at normal speed reports more often than this; if it moves further, it was sought. */
export const MOST_BETWEEN_REPORTS = 3;
