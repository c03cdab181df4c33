// Writes the clip that is looped into the note that cites it, as one step.
import { writtenEnd, type Clip } from '../core/mean/clips';
import { limitOf } from '../core/mean/interpretation';
import type { Timestamp } from '../core/mean/timestamp';
import type { Video } from '../core/mean/video';
import { movedOffset } from '../core/read/found';
import { scan } from '../core/read/scan';
import { retimed } from '../core/write/retime';
import { applyChanges, type Change } from '../core/write/rewrite';
import type { Cue } from '../playback/cue';
import type { NoteTexts } from '../playback/ports';

/** The cue as the note has it afterwards; undefined, with nothing written, if the note does not say it any more, or cannot say this. */
export async function writeClip(
  texts: NoteTexts,
  { cue, path }: { readonly cue: Cue; readonly path: string },
  clip: Clip,
): Promise<Cue | undefined> {
  let at: number | undefined;
  const text = await texts.change(path, (now) => {
    const timestamp = citedIn(now, cue);
    const changes = timestamp === undefined ? [] : clipped(now, timestamp, { clip, video: cue.video });
    at = changes.length > 0 ? timestamp?.from : undefined;
    return changes;
  });
  const written = at === undefined ? undefined : timestampAt(text, at);
  return written === undefined ? undefined : { ...cue, ...written, noteText: text };
}

/** The changes that make a timestamp say a clip; none if it has no place for an end. */
function clipped(
  text: string,
  timestamp: Timestamp,
  { clip: { start, end }, video }: { readonly clip: Clip; readonly video: Video },
): readonly Change[] {
  const moment = { seconds: Math.floor(start), end: Math.floor(end) };
  const changes = retimed(text, timestamp, moment);
  const said = timestampAt(applyChanges(text, changes), timestamp.from);
  const ends = said === undefined ? undefined : writtenEnd(said, moment.seconds, limitOf(video, undefined));
  return ends === moment.end ? changes : [];
}

function timestampAt(text: string, at: number): Timestamp | undefined {
  return scan(text).find(({ from }) => from === at);
}

/** Of the timestamps that say the same, the one that was played. */
function citedIn(text: string, cue: Cue): Timestamp | undefined {
  const same = scan(text).filter((one) => isCited(one, cue));
  const { from, noteText } = cue;
  if (from === undefined) return same[0];
  const at = noteText === undefined ? from : movedOffset(from, noteText, text);
  const distance = (one: Timestamp): number => Math.abs(one.from - at);
  return same.sort((one, other) => distance(one) - distance(other))[0];
}

/** Whether the note's timestamp says what the cue says. */
function isCited(one: Timestamp, { written, end, kind }: Cue): boolean {
  return (
    one.written.time === written.time &&
    one.written.label === written.label &&
    one.end === end &&
    (kind === undefined || one.kind === kind)
  );
}
