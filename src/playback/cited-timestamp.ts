// Finds the timestamp that was played in its note after an edit.
import type { NoteTicks } from '../core/mean/ticks';
import type { Timestamp } from '../core/mean/timestamp';
import { movedOffset } from '../core/read/found';
import type { Cue } from './cue';

/** The timestamp that was played, among those of a text with the same content. */
export function citedAmong(timestamps: readonly Timestamp[], cue: Cue, text: string): Timestamp | undefined {
  const same = timestamps.filter((one) => isCited(one, cue));
  const at = placeIn(text, cue);
  if (at === undefined) return same[0];
  const distance = (one: Timestamp): number => Math.abs(one.from - at);
  return same.sort((one, other) => distance(one) - distance(other))[0];
}

/**
 * The cue with its present text in the note. A timestamp at its place that was not in the note before is the same one, edited.
 * Returns the cue itself if it is no longer in the note, as while the user types in it.
 */
export function citedNow(cue: Cue, before: NoteTicks, { ticks, text, path }: NoteTicks): Cue {
  if (cue.note === undefined || path !== cue.note || text === cue.noteText) return cue;
  const [last, now] = [inOrder(before.ticks), inOrder(ticks)];
  const at = placeIn(text, cue);
  const index = last.length === now.length ? last.findIndex(({ from }) => from === cue.from) : -1;
  const there = now[index] ?? now.find(({ from }) => from === at);
  const isNew = (one: Timestamp): boolean => countOf(now, one) > countOf(last, one);
  const isEdited = there !== undefined && (isCited(there, cue) || isNew(there));
  const found = isEdited ? there : citedAmong(now, cue, text);
  return found === undefined ? cue : { ...cue, ...found, noteText: text };
}

function inOrder(ticks: NoteTicks['ticks']): readonly Timestamp[] {
  return ticks.map(({ timestamp }) => timestamp).sort((one, other) => one.from - other.from);
}

function countOf(timestamps: readonly Timestamp[], one: Timestamp): number {
  return timestamps.filter((other) => isCited(other, one)).length;
}

function placeIn(text: string, { from, noteText }: Cue): number | undefined {
  return from === undefined || noteText === undefined ? from : movedOffset(from, noteText, text);
}

/** Whether a timestamp has the content of the cue. */
function isCited(one: Timestamp, { written, end, kind }: Pick<Cue, 'written' | 'end' | 'kind'>): boolean {
  return (
    one.written.time === written.time &&
    one.written.label === written.label &&
    one.end === end &&
    (kind === undefined || one.kind === kind)
  );
}
