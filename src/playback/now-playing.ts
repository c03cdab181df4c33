// Marks the timestamps of the current moment, in each note about the video. Only when the current moment of a note changes, its
// marks are updated, and only those that differ.
import { computed, effect, signal, type ReadonlySignal } from '@preact/signals-core';
import type { Clip } from '../core/mean/clips';
import { currentMomentAt, isInRange, type CurrentMoment } from '../core/mean/current-moment';
import { countUpTo, type Tick } from '../core/mean/ticks';
import { sameVideo, videoKey, type Video } from '../core/mean/video';
import { pathOf, ticksIn, type TickSources } from './note-ticks';
import type { PaneSession } from './pane-session';
import type { NoteRef } from './ports';

/** A timestamp on screen, which can be marked. */
export interface Markable {
  mark(isCurrent: boolean): void;
}

/** The second of a video that a timestamp in a note means. */
export interface CitedMoment {
  readonly note: NoteRef;
  readonly video: Video;
  readonly seconds: number;
}

export type NowPlayingSources = Omit<TickSources, 'recentNote'>;

export class NowPlaying<M extends Markable> {
  private readonly panes = signal<readonly PaneSession[]>([]);
  /** By the key of the video. */
  private readonly notes = new Map<string, NoteMarks<M>[]>();
  private readonly positions = new Map<M, { readonly marks: NoteMarks<M>; readonly seconds: number }>();

  private latest: NoteMarks<M> | undefined;

  constructor(private readonly sources: NowPlayingSources) {}

  /** Marks the moment of an open pane. The returned function ends that. */
  add(session: PaneSession): () => void {
    this.panes.value = [...this.panes.peek(), session];
    return () => {
      this.panes.value = this.panes.peek().filter((one) => one !== session);
    };
  }

  /** To be called when `one` is on screen with this moment, and again when the moment changes. */
  register(one: M, { note, video, seconds }: CitedMoment): void {
    const before = this.positions.get(one);
    if (before?.seconds === seconds && before.marks.isOf(note, video)) return;
    this.drop(one);
    const marks = this.marksOf(note, video);
    this.positions.set(one, { marks, seconds });
    marks.add(one, seconds);
  }

  /** To be called when `one` is no longer on screen. */
  drop(one: M): void {
    const position = this.positions.get(one);
    if (position === undefined) return;
    this.positions.delete(one);
    const { marks, seconds } = position;
    if (marks.remove(one, seconds)) return;
    marks.dispose();
    if (this.latest === marks) this.latest = undefined;
    const key = videoKey(marks.video);
    const others = (this.notes.get(key) ?? []).filter((other) => other !== marks);
    if (others.length > 0) this.notes.set(key, others);
    else this.notes.delete(key);
  }

  /** The timestamps on screen for a moment of the note at `path`. */
  at(path: string, video: Video, seconds: number): readonly M[] {
    return (this.notes.get(videoKey(video)) ?? [])
      .filter(({ note }) => note.path === path)
      .flatMap((marks) => marks.at(seconds));
  }

  private marksOf(note: NoteRef, video: Video): NoteMarks<M> {
    // The chips of a note are registered one after the other.
    if (this.latest?.isOf(note, video) !== true) this.latest = this.knownMarksOf(note, video);
    return this.latest;
  }

  private knownMarksOf(note: NoteRef, video: Video): NoteMarks<M> {
    const key = videoKey(video);
    const all = this.notes.get(key) ?? [];
    const known = all.find((one) => one.isOf(note, video));
    if (known !== undefined) return known;
    const marks = new NoteMarks<M>(note, video, this.currentSecond(note, video));
    this.notes.set(key, [...all, marks]);
    return marks;
  }

  /** Of several panes with the video, the first one counts that has played it. No note is read before. */
  private currentSecond(note: NoteRef, video: Video): ReadonlySignal<number | undefined> {
    const { notes } = this.sources;
    const path = computed(() => pathOf(note, notes));
    const ticks = ticksIn(path, signal(video), this.sources);
    const pane = computed(() =>
      this.panes.value.find(
        ({ player, at }) => sameVideo(player.value?.video, video) && at.value !== undefined,
      ),
    );
    return currentSecond(
      computed(() => pane.value?.at.value),
      () => ticks.value.ticks,
      () => pane.value?.clip.range.value,
    );
  }
}

/** The current one of a note's seconds; computed only when the playhead has left it. A played `range` comes first. */
export function currentSecond(
  at: ReadonlySignal<number | undefined>,
  ticks: () => readonly Pick<Tick, 'seconds' | 'end'>[],
  range: () => Clip | undefined,
): ReadonlySignal<number | undefined> {
  let last: { readonly moment: CurrentMoment; readonly of: unknown } | undefined;
  return computed(() => {
    const seconds = at.value;
    if (seconds === undefined) return undefined;
    const of = ticks();
    const played = range();
    if (played !== undefined && isInRange(of, seconds, played)) return played.start;
    const isSame = last?.of === of && last.moment.from <= seconds && seconds < last.moment.until;
    if (last === undefined || !isSame) last = { moment: currentMomentAt(of, seconds), of };
    return last.moment.second;
  });
}

/** The index of the item at a second, in ascending items: of several, the one that was played, else the last; -1 if there is none. */
export function indexOfSecond<T extends Pick<Tick, 'seconds'>>(
  all: readonly T[],
  second: number | undefined,
  isPlayed: (one: T) => boolean,
): number {
  if (second === undefined) return -1;
  const last = countUpTo(all, second) - 1;
  for (let index = last; ; index--) {
    const one = all[index];
    if (one?.seconds !== second) return all[last]?.seconds === second ? last : -1;
    if (isPlayed(one)) return index;
  }
}

/** The timestamps on screen of one note about one video. */
class NoteMarks<M extends Markable> {
  readonly dispose: () => void;
  /** By second; most seconds have one timestamp. */
  private readonly bySecond = new Map<number, M | Set<M>>();
  private current: number | undefined;

  constructor(
    readonly note: NoteRef,
    readonly video: Video,
    second: ReadonlySignal<number | undefined>,
  ) {
    this.dispose = effect(() => this.turnTo(second.value));
  }

  isOf(note: NoteRef, video: Video): boolean {
    return this.note === note && sameVideo(this.video, video);
  }

  add(one: M, seconds: number): void {
    const others = this.bySecond.get(seconds);
    if (others === undefined) this.bySecond.set(seconds, one);
    else if (others instanceof Set) others.add(one);
    else if (others !== one) this.bySecond.set(seconds, new Set([others, one]));
    if (seconds === this.current) one.mark(true);
  }

  /** Returns whether any are left. */
  remove(one: M, seconds: number): boolean {
    const others = this.bySecond.get(seconds);
    if (others instanceof Set) others.delete(one);
    if (others === one || (others instanceof Set && others.size === 0)) this.bySecond.delete(seconds);
    if (seconds === this.current) one.mark(false);
    return this.bySecond.size > 0;
  }

  at(seconds: number | undefined): readonly M[] {
    const found = seconds === undefined ? undefined : this.bySecond.get(seconds);
    if (found === undefined) return [];
    return found instanceof Set ? [...found] : [found];
  }

  private turnTo(second: number | undefined): void {
    for (const one of this.at(this.current)) one.mark(false);
    this.current = second;
    for (const one of this.at(second)) one.mark(true);
  }
}
