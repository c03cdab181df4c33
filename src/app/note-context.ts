// The facts about a note that its text does not hold, as they are known now.
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
 * An effect that calls this runs again when a length is learned, or the note's videos or a setting change. The caller gives the
 * note's videos, since it may be the only one that has read the text.
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
