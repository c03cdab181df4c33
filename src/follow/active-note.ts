// A pane that follows the user through the notes, and shows the video of each.
import { effect, untracked, type ReadonlySignal } from '@preact/signals-core';
import { sameVideo, videoKey, type Video } from '../core/mean/video';
import type { PaneState } from '../playback/pane-state';
import { latest, type Panes } from '../playback/panes';
import type { Notes } from '../playback/ports';
import type { VideoMemory } from '../playback/video-memory';

export interface ActiveNoteSettings {
  readonly followActiveNote: boolean;
}

export interface ActiveNoteSources {
  readonly notes: Notes;
  readonly memory: VideoMemory;
  readonly settings: ReadonlySignal<ActiveNoteSettings>;
  /** The path of the note that the user was in last. An effect that reads it runs again when it changes. */
  readonly recentNote: () => string | undefined;
}

/**
 * Follows from now on, while the setting is on. The pane of the present note stays as it was left. The returned function ends it.
 */
export function showActiveNotes(sources: ActiveNoteSources, panes: Panes): () => void {
  const { notes, memory, settings, recentNote } = sources;
  let last = untracked(() => noteAndVideo(notes, recentNote()));
  return effect(() => {
    if (!settings.value.followActiveNote) {
      last = undefined;
      return;
    }
    const current = noteAndVideo(notes, recentNote());
    if (current?.key === last?.key) return;
    last = current;
    if (current?.video === undefined) return;
    const { video } = current;
    untracked(() => {
      showWhereItMay({ video, time: 0, rate: memory.factsOf(video).rate ?? 1, isUnrequested: true }, panes);
    });
  });
}

/** The note that the user is in, and its video. A change of the video counts as another note. */
function noteAndVideo(
  notes: Notes,
  path: string | undefined,
): { readonly key: string; readonly video: Video | undefined } | undefined {
  if (path === undefined) return undefined;
  const video = notes.videoOf(path);
  return { key: `${video === undefined ? '' : videoKey(video)} ${path}`, video };
}

/** In the pane that a click would replace, unless it plays visibly. A video that is already open stays where it is. */
function showWhereItMay(state: PaneState, panes: Panes): void {
  const all = panes.all();
  if (all.some((pane) => sameVideo(pane.video, state.video))) return;
  const pane = latest(all.filter(({ pinned, session }) => !pinned && session !== undefined));
  if (pane?.isPlayingInView === false) pane.restore(state);
}
