// What there is to know of a note beside its text, as it is known now.
import { limitOf } from '../core/mean/interpretation';
import type { NoteContext } from '../core/read/reading';
import type { Notes } from '../playback/ports';
import type { VideoMemory } from '../playback/video-memory';

export interface ContextSources {
  readonly notes: Notes;
  readonly memory: VideoMemory;
}

/** What an effect asks of it runs it again when a length is learned, or the video of the note is another. */
export function contextOf(path: string, { notes, memory }: ContextSources): NoteContext {
  return {
    video: notes.videoOf(path),
    resolve: notes.resolver(path),
    limitOf: (video) => limitOf(video, memory.length(video).value),
    sureLimitOf: (video) => limitOf(video, memory.sureLength(video).value),
  };
}
