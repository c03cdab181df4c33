// Writes the looped clip into the note that cites it, as one step.
import { writtenEnd, type Clip } from '../core/mean/clips';
import { limitOf } from '../core/mean/interpretation';
import type { Timestamp } from '../core/mean/timestamp';
import type { Video } from '../core/mean/video';
import { scan } from '../core/read/scan';
import { retimed } from '../core/write/retime';
import { applyChanges, type Change } from '../core/write/rewrite';
import { citedAmong } from '../playback/cited-timestamp';
import type { Cue } from '../playback/cue';
import type { NoteTexts } from '../playback/ports';

/**
 * The cue as the note has it afterwards. Undefined, with nothing written, if the note no longer cites it, or cannot express the
 * clip.
 */
export async function writeClip(
  texts: NoteTexts,
  { cue, path }: { readonly cue: Cue; readonly path: string },
  clip: Clip,
): Promise<Cue | undefined> {
  let at: number | undefined;
  const text = await texts.change(path, (now) => {
    const timestamp = citedAmong(scan(now), cue, now);
    const changes = timestamp === undefined ? [] : clipped(now, timestamp, { clip, video: cue.video });
    at = changes.length > 0 ? timestamp?.from : undefined;
    return changes;
  });
  const written = at === undefined ? undefined : timestampAt(text, at);
  return written === undefined ? undefined : { ...cue, ...written, noteText: text };
}

/** The changes that write a clip into a timestamp; none if its form has no end. */
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
