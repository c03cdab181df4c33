// Keeps panes with their files when these are renamed, deleted or restored.
import { providerOf, type VaultFile } from '../core/mean/provider';
import { sameVideo } from '../core/mean/video';
import type { PaneSession } from '../playback/pane-session';
import { MISSING_FILE_FAULTS } from '../playback/player-slot';

/** The file was renamed: the player goes on without a break. */
export function fileMoved(session: PaneSession, from: VaultFile, to: VaultFile): void {
  const { state } = session;
  if (state === undefined || !sameVideo(state.video, from)) return;
  if (session.player.peek() === undefined) session.restore({ ...state, video: to });
  else session.reload(session.isPlaying, to);
}

/** The file was deleted: the pane says so, and keeps the second. */
export function fileGone(session: PaneSession, file: VaultFile): void {
  if (session.player.peek() !== undefined && sameVideo(session.video, file)) session.reload();
}

/** A file has appeared that `isThere` may now find by its path: a pane whose file was missing plays again. */
export function fileCame(session: PaneSession, isThere: (path: string) => boolean): void {
  const { video } = session;
  const path = video === undefined ? undefined : providerOf(video).pathOf(video);
  if (path !== undefined && isThere(path)) session.comeBack(MISSING_FILE_FAULTS);
}
