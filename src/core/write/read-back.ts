// Which conversions of timestamps a note can take: those after which it says all that it said.
import type { NoteVideos } from '../mean/attribution';
import { providerOf } from '../mean/provider';
import { sameVideo, videoKey, type Video } from '../mean/video';
import { readTimestamps, secondsOf, type NoteContext, type ReadTimestamp } from '../read/reading';
import { applyChanges, type Change } from './rewrite';

/** The new text of a timestamp. */
export interface Converted {
  readonly read: ReadTimestamp;
  readonly change: Change;
}

/** Timestamps that are converted together or not at all. */
export type ConvertedUnit = readonly Converted[];

export interface ReadBack {
  readonly kept: readonly ConvertedUnit[];
  /** How many lines stay because others of their list do. */
  readonly ofLists: number;
}

/** A note in which each change that is left out takes another with it is not read over and over: nothing of it is converted. */
const MOST_READINGS = 16;

/** Those after which each timestamp is read where it was written, and `all` of the note mean what they did. */
export function thatReadBack(
  text: string,
  units: readonly ConvertedUnit[],
  { note, all }: { readonly note: NoteContext; readonly all: readonly ReadTimestamp[] },
): ReadBack {
  const before = all.map(meaningOf);
  let kept = units;
  let ofLists = 0;
  const drop = (isDropped: (unit: ConvertedUnit) => boolean): number => {
    const last = kept;
    kept = last.filter((unit) => !isDropped(unit));
    return last.flat().length - kept.flat().length;
  };
  for (let reading = 0; reading < MOST_READINGS; reading++) {
    const { videos, after } = readAfter(text, kept, note);
    const naming = unitThatNames(kept, note.videos.own, videos.own);
    const found = thatAreFound(kept, after);
    const isSame = after.length === before.length && after.every((one, i) => meaningOf(one) === before[i]);
    if (naming !== undefined) drop((unit) => unit === naming);
    else if (found.size < kept.length) drop((unit) => !found.has(unit));
    else if (isSame) return { kept, ofLists };
    else {
      ofLists = drop((unit) => unit.some(({ read }) => read.timestamp.run !== undefined));
      // One of the changes takes another timestamp with it, and nobody can tell which.
      if (ofLists === 0) break;
    }
  }
  return { kept: [], ofLists };
}

function readAfter(
  text: string,
  units: readonly ConvertedUnit[],
  note: NoteContext,
): { readonly videos: NoteVideos; readonly after: readonly ReadTimestamp[] } {
  const changes = units.flat().map(({ change }) => change);
  const changed = applyChanges(text, changes);
  const videos = note.videosIn?.(changed) ?? moved(note.videos, changes);
  return { videos, after: readTimestamps(changed, { ...note, videos }) };
}

/** Those whose timestamps are read in the changed text where they were written, and mean the same. */
function thatAreFound(
  units: readonly ConvertedUnit[],
  after: readonly ReadTimestamp[],
): ReadonlySet<ConvertedUnit> {
  const byPlace = new Map(after.map((one) => [one.timestamp.from, one]));
  let shift = 0;
  const found = units.filter((unit) => {
    let isFound = true;
    for (const { read, change } of unit) {
      const from = change.from + shift;
      const one = byPlace.get(from);
      isFound &&= one?.timestamp.to === from + change.insert.length && meaningOf(one) === meaningOf(read);
      shift += change.insert.length - (change.to - change.from);
    }
    return isFound;
  });
  return new Set(found);
}

/** The meaning of a timestamp, in whole seconds: a time that is cut off at the length of a video is written as one. */
function meaningOf({ interpretation, clipEnd, video, limit }: ReadTimestamp): string {
  const last = Math.floor(limit.seconds);
  const start = Math.min(Math.floor(secondsOf(interpretation) ?? NaN), last);
  const isClip = clipEnd !== undefined && start < last;
  const end = isClip ? Math.min(Math.max(Math.floor(clipEnd), start + 1), last) : '';
  return `${start}-${end} ${video === undefined ? '' : videoKey(video)}`;
}

/** The same videos, whose embeds stand elsewhere in the changed text. */
function moved({ own, shown }: NoteVideos, changes: readonly Change[]): NoteVideos {
  let shift = 0;
  let next = 0;
  return {
    own,
    shown: shown.map(({ at, video }) => {
      for (let change = changes[next]; change !== undefined && change.to <= at; change = changes[++next]) {
        shift += change.insert.length - (change.to - change.from);
      }
      return { at: at + shift, video };
    }),
  };
}

/** One whose address is, or would be, what says which video the note is about: there are few, and they go one by one. */
function unitThatNames(
  units: readonly ConvertedUnit[],
  was: Video | undefined,
  is: Video | undefined,
): ConvertedUnit | undefined {
  if (sameVideo(was, is)) return undefined;
  return units.find((unit) =>
    unit.some(
      ({ read: { video } }) =>
        video !== undefined &&
        providerOf(video).isAlwaysMeant &&
        [was, is].some((named) => sameVideo(named, video)),
    ),
  );
}
