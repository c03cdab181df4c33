// The ticks of a pane's video, from the note that the user follows it with.
import { computed, type ReadonlySignal } from '@preact/signals-core';
import { scan } from '../core/read/scan';
import { NO_TICKS, ticksOf, type NoteTicks, type Tick } from '../core/mean/ticks';
import type { Timestamp } from '../core/mean/timestamp';
import { sameVideo, type Video } from '../core/mean/video';
import type { PaneSession } from './pane-session';
import type { LiveTexts, NoteRef, Notes } from './ports';
import type { VideoMemory } from './video-memory';

export interface TickSources {
  readonly notes: Notes;
  readonly texts: LiveTexts;
  readonly memory: VideoMemory;
  /** The path of the note that the user was in last. What an effect reads here runs it again when that is another. */
  readonly recentNote: () => string | undefined;
  readonly settings: ReadonlySignal<TickSettings>;
}

/** Whether times that stand bare in brackets, and links to a time, are timestamps. */
export interface TickSettings {
  readonly bareTimes: boolean;
  readonly links: boolean;
}

/**
 * The ticks of the video in a pane. The note is the one that a timestamp of it was played from last, else the recent one of those
 * whose video it is.
 */
export function noteTicks(session: PaneSession, sources: TickSources): ReadonlySignal<NoteTicks> {
  const video = computed(() => session.player.value?.video);
  return ticksIn(followedNote(session, sources), video, sources);
}

/** The ticks of a video in the note at `path`; none while there is no such note or video. */
export function ticksIn(
  path: ReadonlySignal<string | undefined>,
  about: ReadonlySignal<Video | undefined>,
  { notes, texts, memory, settings }: Omit<TickSources, 'recentNote'>,
): ReadonlySignal<NoteTicks> {
  const scanned = computed(() => {
    const text = path.value === undefined ? undefined : texts.text(path.value).value;
    return text === undefined ? undefined : { text, timestamps: scan(text) };
  });
  let last = NO_TICKS;
  return computed(() => {
    const video = about.value;
    if (video === undefined || path.value === undefined || scanned.value === undefined) return NO_TICKS;
    const { text, timestamps } = scanned.value;
    const ticks = ticksOf(
      timestamps.filter(({ kind }) => isShown(kind, settings.value)),
      {
        video,
        length: memory.length(video).value,
        noteVideo: notes.videoOf(path.value),
        resolve: notes.resolver(path.value),
      },
    );
    // Notes change with every pause in typing; their ticks seldom do.
    const isSame = path.value === last.path && text === last.text && sameTicks(ticks, last.ticks);
    if (!isSame) last = { path: path.value, text, ticks };
    return last;
  });
}

function isShown(kind: Timestamp['kind'], { bareTimes, links }: TickSettings): boolean {
  return kind === 'anchor' || (kind === 'bare' ? bareTimes : links);
}

function followedNote(
  session: PaneSession,
  { notes, recentNote }: TickSources,
): ReadonlySignal<string | undefined> {
  let recent: { readonly video: Video; readonly note: NoteRef } | undefined;
  const found = computed(() => {
    const video = session.player.value?.video;
    if (video === undefined) return undefined;
    const cited = session.citedIn.value;
    if (cited !== undefined) return notes.note(cited);
    const path = recentNote();
    if (path !== undefined && sameVideo(notes.videoOf(path), video)) {
      recent = { video, note: notes.note(path) };
    }
    return sameVideo(recent?.video, video) ? recent?.note : undefined;
  });
  return computed(() => {
    const note = found.value;
    return note === undefined ? undefined : pathOf(note, notes);
  });
}

/** A note that is renamed keeps its reference; what an effect reads here runs it again then. */
export function pathOf(note: NoteRef, notes: Notes): string {
  notes.videoOf(note.path);
  return note.path;
}

function sameTicks(ones: readonly Tick[], others: readonly Tick[]): boolean {
  return (
    ones.length === others.length &&
    ones.every(({ seconds, end }, index) => seconds === others[index]?.seconds && end === others[index].end)
  );
}
