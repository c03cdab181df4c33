// Tolerances. Players round lengths, do not land exactly where they are sent, and report only now and then. All are seconds.

/** A time this little past the end still counts as the end, since players round lengths. */
export const LENGTH_ROUNDING = 1;

/** Two reports of one length differ by less than this. */
export const LENGTH_SAME = 0.5;

/** A player that is closer than this to the second to which it was sent has arrived. */
export const SEEK_LANDED = 1;

/** A player that is sent to the start of a clip may land this much before it. */
export const CLIP_EARLY = 1;

/** A player turns back at the end of a clip at most this late; further on, the user has gone there in the player itself. */
export const CLIP_LATE = 2;

/** Closer to its end than this, a clip is over. */
export const CLIP_OVER = 0.02;

/** Closer to its end than this, the clip counts as heard. */
export const CLIP_HEARD = 0.25;

/** Closer to its end than this, a video is over. */
export const VIDEO_OVER = 1;

/** A shorter part of a video cannot be heard. */
export const SHORTEST_AUDIBLE = 0.25;

/** A moment is current this much before its second, since a player that is sent there may stop before it. */
export const MOMENT_EARLY = 0.25;

/** A moment is current this much after its end, since a player that is to stop there may be late. */
export const MOMENT_LATE = 0.5;

/** Closer to a tick than this, the player counts as sent to it. */
export const TICK_LANDED = 0.5;

/** At normal speed, a player reports at least this often: a larger change of the position is a seek. */
export const LONGEST_BETWEEN_REPORTS = 3;
