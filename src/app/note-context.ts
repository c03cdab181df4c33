// The facts about a note that are not in its text, as they are known now.
import type { ReadonlySignal } from '@preact/signals-core';
import { limitOf } from '../core/mean/interpretation';
import type { NoteVideos } from '../core/mean/attribution';
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
 * of the note gives it: nobody else may have read it.
 */
export function contextOf(
  path: string,
  { notes, memory, settings }: ContextSources,
  text?: string,
): NoteContext {
  const videosIn = (changed: string): NoteVideos => notes.videosIn(path, changed);
  return {
    videos: text === undefined ? notes.videosOf(path) : videosIn(text),
    videosIn,
    resolve: notes.resolver(path),
    limitOf: (video) => limitOf(video, memory.length(video).value),
    syntaxes: settings.value,
    wantsAll: notes.wantsAll(path),
    sureLimitOf: (video) => limitOf(video, memory.sureLength(video).value),
  };
}
