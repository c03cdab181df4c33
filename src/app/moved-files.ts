// What becomes of panes when the files that they play are renamed, deleted or restored.
import { sameVideo, type Video } from '../core/mean/video';
import type { PaneSession } from '../playback/pane-session';
import { WANT_OF_FILE } from '../playback/recovery';

type FileVideo = Extract<Video, { kind: 'file' }>;

/** The file has another path now: what plays plays on, from there. */
export function fileMoved(session: PaneSession, from: FileVideo, to: FileVideo): void {
  const { state } = session;
  if (state === undefined || !sameVideo(state.video, from)) return;
  if (session.player.peek() === undefined) session.restore({ ...state, video: to });
  else session.reload(session.isPlaying, to);
}

/** The file is gone: so says the pane, and keeps its place. */
export function fileGone(session: PaneSession, file: FileVideo): void {
  if (session.player.peek() !== undefined && sameVideo(session.video, file)) session.reload();
}

/** A file has come that `isThere` may find now: a pane that missed it goes on. */
export function fileCame(session: PaneSession, isThere: (file: FileVideo) => boolean): void {
  const { video } = session;
  if (video?.kind === 'file' && isThere(video)) session.comeBack(WANT_OF_FILE);
}
