// The ticks of a pane's video, from the note with which the user watches it.
import { computed, type ReadonlySignal } from '@preact/signals-core';
import { NO_VIDEOS, type NoteVideos } from '../core/mean/attribution';
import { NO_TICKS, ticksOf, type NoteTicks, type Tick } from '../core/mean/ticks';
import { sameVideo, type Video } from '../core/mean/video';
import type { PaneSession } from './pane-session';
import type { NoteRef, Notes, ShownNotes } from './ports';
import type { VideoMemory } from './video-memory';

export interface TickSources {
  readonly notes: Notes;
  readonly shownNotes: ShownNotes;
  readonly memory: VideoMemory;
  /** The path of the note that the user was in last. An effect that reads it runs again when it changes. */
  readonly recentNote: () => string | undefined;
}

/**
 * The ticks of the video in a pane. Of the notes about this video, the one counts that the user turned to last: by playing one of
 * its timestamps, or by opening it.
 */
export function noteTicks(session: PaneSession, sources: TickSources): ReadonlySignal<NoteTicks> {
  const video = computed(() => session.player.value?.video);
  return ticksIn(noteSignal(session, sources), video, sources);
}

/** The ticks of a video in the note at `path`; none if there is no such note or video. */
export function ticksIn(
  path: ReadonlySignal<string | undefined>,
  about: ReadonlySignal<Video | undefined>,
  { notes, shownNotes, memory }: Omit<TickSources, 'recentNote'>,
): ReadonlySignal<NoteTicks> {
  const shown = computed(() => (path.value === undefined ? undefined : shownNotes.of(path.value).value));
  // The metadata signal changes with every saved note, mostly without a change of this note's videos.
  const videos = computed(() => (path.value === undefined ? NO_VIDEOS : notes.videosOf(path.value)));
  let last = NO_TICKS;
  return computed(() => {
    const video = about.value;
    if (video === undefined || path.value === undefined || shown.value === undefined) return NO_TICKS;
    const { text, headings, timestamps } = shown.value;
    const ticks = ticksOf(timestamps, {
      video,
      length: memory.length(video).value,
      videos: videos.value,
      resolve: notes.resolver(path.value),
    });
    // A note changes at every pause in typing; its ticks seldom do.
    const isSame = path.value === last.path && text === last.text && sameTicks(ticks, last.ticks);
    if (!isSame) last = { path: path.value, text, headings, ticks };
    return last;
  });
}

function noteSignal(
  session: PaneSession,
  { notes, recentNote }: TickSources,
): ReadonlySignal<string | undefined> {
  let last: { readonly video: Video; readonly note: NoteRef } | undefined;
  let before: {
    readonly cited: unknown;
    readonly there: string | undefined;
    readonly video: Video | undefined;
  };
  before = { cited: undefined, there: undefined, video: undefined };
  const found = computed(() => {
    const video = session.player.value?.video;
    const cited = session.citedIn.value;
    const path = recentNote();
    const isAbout = path !== undefined && video !== undefined && hasVideo(notes.videosOf(path), video);
    const there = isAbout ? path : undefined;
    const isPlayed = cited !== before.cited && cited?.note !== undefined;
    const hasGone = there !== before.there || !sameVideo(video, before.video);
    before = { cited, there, video };
    if (video === undefined) return undefined;
    const turnedTo = isPlayed ? cited.note : hasGone ? there : undefined;
    if (turnedTo !== undefined) last = { video, note: notes.note(turnedTo) };
    return sameVideo(last?.video, video) ? last?.note : undefined;
  });
  return computed(() => {
    const note = found.value;
    return note === undefined ? undefined : pathOf(note, notes);
  });
}

function hasVideo({ own, shown }: NoteVideos, video: Video): boolean {
  return sameVideo(own, video) || shown.some((one) => sameVideo(one.video, video));
}

/** A reference to a note stays the same after a rename. An effect that reads the path here runs again then. */
export function pathOf(note: NoteRef, notes: Notes): string {
  notes.videoOf(note.path);
  return note.path;
}

/** Whether they are at the same seconds. */
export function sameTicks(ones: readonly Tick[], others: readonly Tick[]): boolean {
  return (
    ones.length === others.length &&
    ones.every(({ seconds, end }, index) => seconds === others[index]?.seconds && end === others[index].end)
  );
}
