// What a preview is of, and what it shows of that as far as is known: it is right again as soon as more is known.
import { computed, type ReadonlySignal } from '@preact/signals-core';
import type { CitedClip } from '../../core/clips';
import { previewClip } from '../../core/preview-clip';
import { scan } from '../../core/scan';
import { ticksOf } from '../../core/ticks';
import type { Cited, Timestamp } from '../../core/timestamp';
import { sameVideo, type Video } from '../../core/video';
import type { LiveTexts, Notes } from '../../playback/ports';
import type { VideoMemory } from '../../playback/video-memory';

/** A timestamp of a video, and the path of the note that it is in; undefined where it is in none. */
export interface Previewed {
  readonly cited: Cited;
  readonly video: Video;
  readonly note: string | undefined;
}

export interface PreviewSources {
  readonly notes: Notes;
  readonly texts: LiveTexts;
  readonly memory: VideoMemory;
}

/** The clip of what is previewed; undefined while it means no second of its video. */
export function clipOf(previewed: Previewed, sources: PreviewSources): ReadonlySignal<CitedClip | undefined> {
  const { cited, video, note } = previewed;
  const timestamps = computed(() => (note === undefined ? [] : timestampsOf(note, sources)));
  return computed(() => {
    const length = sources.memory.length(video).value;
    const noteVideo = note === undefined ? undefined : sources.notes.videoOf(note);
    const resolve = sources.notes.resolver(note ?? '');
    const ticks = ticksOf(timestamps.value, { video, length, noteVideo, resolve });
    return previewClip(cited, { video, length, starts: ticks.map(({ seconds }) => seconds) });
  });
}

function timestampsOf(path: string, { texts }: PreviewSources): readonly Timestamp[] {
  // A canvas has no text of its own.
  return path.endsWith('.md') ? scan(texts.text(path).value ?? '') : [];
}

/** Whether both are about the same timestamp. */
export function samePreviewed(one: Previewed, other: Previewed): boolean {
  return one.cited === other.cited && one.note === other.note && sameVideo(one.video, other.video);
}
