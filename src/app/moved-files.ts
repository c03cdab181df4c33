// Panes go along when the files that they play are renamed, deleted or restored.
import { providerOf, type VaultFile } from '../core/mean/provider';
import { sameVideo } from '../core/mean/video';
import type { PaneSession } from '../playback/pane-session';
import { WANT_OF_FILE } from '../playback/player-slot';

/** The file has another path now: what plays plays on, from there. */
export function fileMoved(session: PaneSession, from: VaultFile, to: VaultFile): void {
  const { state } = session;
  if (state === undefined || !sameVideo(state.video, from)) return;
  if (session.player.peek() === undefined) session.restore({ ...state, video: to });
  else session.reload(session.isPlaying, to);
}

/** The file is gone: so says the pane, and keeps its second. */
export function fileGone(session: PaneSession, file: VaultFile): void {
  if (session.player.peek() !== undefined && sameVideo(session.video, file)) session.reload();
}

/** A file has come that `isThere` may find now by its path: a pane that missed it goes on. */
export function fileCame(session: PaneSession, isThere: (path: string) => boolean): void {
  const { video } = session;
  const path = video === undefined ? undefined : providerOf(video).pathOf(video);
  if (path !== undefined && isThere(path)) session.comeBack(WANT_OF_FILE);
}
