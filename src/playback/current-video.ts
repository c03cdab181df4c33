// The video that the user is watching at this moment, as a timestamp needs it.
import type { Video } from '../core/mean/video';
import type { PaneSession } from './pane-session';
import { currentPane, type PaneHandle } from './panes';

export interface CurrentVideo {
  readonly video: Video;
  /** The second of the playhead. */
  readonly seconds: number;
  /** Whether it stays so: before the player has said how long its video is, that is where it was asked to start. */
  readonly isSettled: boolean;
  /** Whether it plays: whatever the length, it has come there. */
  readonly isPlaying: boolean;
  readonly title: string | undefined;
  /** Whether its player shows another video: then nobody watches this one, and it has no second that is now. */
  readonly isElsewhere: boolean;
  readonly session: PaneSession;
}

/** The moment of one pane; undefined without a player there, and if it has failed. */
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
 * The second of the playhead in a video whose `length` may be remembered; undefined while nobody knows it: the length may show
 * that the timestamp that is to be played means another second.
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
  // A second past the end begins anew.
  return seconds > length ? 0 : seconds;
}

/** The moment of the current one of several panes; undefined if none of them has a player that has not failed. */
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
