// Decides which conversions can be made: those after which every timestamp of the note means the same as before.
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
  /** The number of lines that stay because other lines of their list do. */
  readonly ofLists: number;
}

/** Readings of a note. If each refused change leads to another, nothing in the note is converted. */
const MOST_READINGS = 16;

/** The conversions after which each timestamp is read at its place, and `all` timestamps of the note mean the same as before. */
export function readingBack(
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
    const naming = unitThatNamesVideo(kept, note.videos.own, videos.own);
    const found = foundAgain(kept, after);
    const isSame = after.length === before.length && after.every((one, i) => meaningOf(one) === before[i]);
    if (naming !== undefined) drop((unit) => unit === naming);
    else if (found.size < kept.length) drop((unit) => !found.has(unit));
    else if (isSame) return { kept, ofLists };
    else {
      ofLists = drop((unit) => unit.some(({ read }) => read.timestamp.run !== undefined));
      // One of the changes breaks another timestamp, and it cannot be told which.
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

/** The conversions whose timestamps are read at their place in the changed text, and mean the same. */
function foundAgain(
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

/** The meaning of a timestamp in whole seconds; a time that was cut off at the length of the video counts as that. */
function meaningOf({ interpretation, clipEnd, video, limit }: ReadTimestamp): string {
  const last = Math.floor(limit.seconds);
  const start = Math.min(Math.floor(secondsOf(interpretation) ?? NaN), last);
  const isClip = clipEnd !== undefined && start < last;
  const end = isClip ? Math.min(Math.max(Math.floor(clipEnd), start + 1), last) : '';
  return `${start}-${end} ${video === undefined ? '' : videoKey(video)}`;
}

/** The same videos, with the offsets of their embeds in the changed text. */
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

/**
 * A conversion that adds or removes the address which makes a video the note's own. There are few, and they are refused one by one.
 */
function unitThatNamesVideo(
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
