// The timestamp of a preview and its clip, which is updated when more is known.
import { computed, signal, type ReadonlySignal } from '@preact/signals-core';
import type { CitedClip } from '../core/mean/clips';
import { previewClip } from '../core/mean/preview-clip';
import type { Cited } from '../core/mean/timestamp';
import { sameVideo, type Video } from '../core/mean/video';
import { ticksIn, type TickSources } from '../playback/note-ticks';

/** A timestamp of a video, and the path of its note; undefined if it is in none. */
export interface Previewed {
  readonly cited: Cited;
  readonly video: Video;
  readonly note: string | undefined;
}

export type PreviewSources = Omit<TickSources, 'recentNote'>;

/** The clip of a preview; undefined while the timestamp means no second of its video. */
export function clipOf(previewed: Previewed, sources: PreviewSources): ReadonlySignal<CitedClip | undefined> {
  const { cited, video, note } = previewed;
  // A canvas has no text.
  const path = note?.endsWith('.md') === true ? note : undefined;
  const noteTicks = ticksIn(signal(path), signal(video), sources);
  return computed(() => {
    const length = sources.memory.length(video).value;
    const starts = noteTicks.value.ticks.map(({ seconds }) => seconds);
    return previewClip(cited, { video, length, starts });
  });
}

/** Whether both are for the same timestamp. */
export function samePreviewed(one: Previewed, other: Previewed): boolean {
  return one.cited === other.cited && one.note === other.note && sameVideo(one.video, other.video);
}
