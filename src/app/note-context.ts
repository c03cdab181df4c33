// The facts about a note that are not in its text, as they are known now.
import type { ReadonlySignal } from '@preact/signals-core';
import { limitOf } from '../core/mean/interpretation';
import type { SyntaxSettings } from '../core/mean/syntax';
import type { NoteContext } from '../core/read/shown';
import type { Notes } from '../playback/ports';
import type { VideoMemory } from '../playback/video-memory';

export interface ContextSources {
  readonly notes: Notes;
  readonly memory: VideoMemory;
  readonly settings: ReadonlySignal<SyntaxSettings>;
}

/**
 * If an effect asks for it, it runs again when a length is learned, the note's videos change, or a setting does. Whoever has the text
 * of the note gives the videos in it: nobody else may have read it.
 */
export function contextOf(
  path: string,
  { notes, memory, settings }: ContextSources,
  videos = notes.videosOf(path),
  wantsAll = notes.wantsAll(path),
): NoteContext {
  return {
    videos,
    videosIn: (changed) => notes.videosIn(path, changed),
    resolve: notes.resolver(path),
    limitOf: (video) => limitOf(video, memory.length(video).value),
    syntaxes: settings.value,
    wantsAll,
    sureLimitOf: (video) => limitOf(video, memory.sureLength(video).value),
  };
}
