// The video that the user is watching, with the facts that a timestamp needs.
import type { Video } from '../core/mean/video';
import type { PaneSession } from './pane-session';
import { currentPane, type PaneHandle } from './panes';

export interface CurrentVideo {
  readonly video: Video;
  /** The second of the playhead. */
  readonly seconds: number;
  /** Whether the second is certain: until the player knows the length, it is the requested second. */
  readonly isSettled: boolean;
  /** Whether it plays: then the second is certain without a length. */
  readonly isPlaying: boolean;
  readonly title: string | undefined;
  /** Whether its player shows another video. Then this one has no present second. */
  readonly isElsewhere: boolean;
  readonly session: PaneSession;
}

/** The video of one pane; undefined if it has no player, or a failed one. */
export function currentVideoOf(session: PaneSession): CurrentVideo | undefined {
  const { state } = session;
  const snapshot = session.player.peek()?.snapshot.peek();
  if (state === undefined || snapshot === undefined || snapshot.status === 'failed') return undefined;
  const { status, length, live, title } = snapshot;
  const isSettled = length !== undefined || live;
  const isPlaying = status === 'playing';
  const isElsewhere = snapshot.hindrance === 'other-video';
  return { video: state.video, seconds: state.time, isSettled, isPlaying, title, isElsewhere, session };
}

/**
 * The second of the playhead; `length` may be remembered. Undefined while it is not certain: the length may show that the requested
 * timestamp means another second.
 */
export function knownSecond(
  current: CurrentVideo | undefined,
  length: number | undefined,
): number | undefined {
  if (current === undefined) return undefined;
  const { seconds, isSettled, isElsewhere } = current;
  if (isElsewhere) return undefined;
  if (isSettled || seconds === 0) return seconds;
  if (length === undefined) return undefined;
  // A second past the end starts at the beginning.
  return seconds > length ? 0 : seconds;
}

/** The video of the current pane; undefined if no pane has a player that works. */
export function currentVideoIn(
  panes: readonly PaneHandle[],
  noteVideo: Video | undefined,
): CurrentVideo | undefined {
  const session = currentPane(panes.filter(hasNow), noteVideo)?.session;
  return session === undefined ? undefined : currentVideoOf(session);
}

function hasNow({ session }: PaneHandle): boolean {
  return session !== undefined && currentVideoOf(session) !== undefined;
}
