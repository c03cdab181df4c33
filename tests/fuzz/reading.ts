// What must hold of reading a note: of the scan of any text, and of reading it again after edits.
import { readNote, timestampsIn } from '../../src/core/read/block-reading';
import { scan } from '../../src/core/read/scan';
import { Source } from '../../src/core/read/source';
import type { Timestamp } from '../../src/core/mean/timestamp';
import { EditedNote } from '../core/edited-note';
import type { Target } from './fuzzing';
import { noteOf, placeIn } from './texts';

const BARE = /^(?:\\?\[[\d:.,;|\s\\–-]+\]|\d[\d:.\s–-]*\d)$/;

/** The text of a link that is a timestamp: a time, or two, and marks around. Nothing that a reader would miss. */
const LINK_LABEL = /^[\s[\]\\*_~=`]*(?:[\d:.,hms]|PT|N\/A|\s*[-–]\s*)*[\s[\]\\*_~=`]*$/i;

/** What is wrong with the timestamps of a text, wherever they come from. */
export function placesFault(text: string, timestamps: readonly Timestamp[]): string | undefined {
  let end = 0;
  for (const { kind, from, to } of timestamps) {
    const source = text.slice(from, to);
    if (from < end || to <= from || to > text.length) return `${source} overlaps, or is out of order`;
    end = to;
    if (kind === 'anchor' && !/^(?:\[[^\]]*\]\()?<a/i.test(source)) return `${source} is no anchor`;
    if (kind === 'bare' && !BARE.test(source)) return `${source} is no bare time`;
    if (kind === 'link' && !LINK_LABEL.test(source.slice(1, source.indexOf(']('))))
      return `${source} says more`;
  }
  return undefined;
}

export const scanning: Target<string> = {
  name: 'scan',
  make: (random) => noteOf(random),
  faultIn: (text) => {
    const found = scan(text);
    const read = timestampsIn(readNote(new Source(text)));
    if (JSON.stringify(read) !== JSON.stringify(found)) return 'it is read by blocks as something else';
    return placesFault(text, found);
  },
};

interface Edits {
  readonly text: string;
  readonly edits: readonly { readonly at: number; readonly removed: number; readonly inserted: string }[];
}

export const rescanning: Target<Edits> = {
  name: 'rescan',
  make: (random) => {
    const text = noteOf(random, 8);
    const edits = Array.from({ length: 1 + random.below(3) }, () => ({
      at: placeIn(text, random),
      removed: random.chance(50) ? 0 : random.below(12),
      inserted: random.chance(30) ? '' : noteOf(random, 2),
    }));
    return { text, edits };
  },
  faultIn: ({ text, edits }) => {
    const note = new EditedNote(text);
    for (const { at, removed, inserted } of edits) {
      const from = Math.min(at, note.text.length);
      note.change({ from, to: Math.min(from + removed, note.text.length), insert: inserted });
      const fresh = readNote(new Source(note.text));
      if (JSON.stringify(timestampsIn(note.reading)) !== JSON.stringify(timestampsIn(fresh)))
        return `after an edit ${JSON.stringify(note.text)} is read as something else`;
      if (note.reading.starts.join() !== fresh.starts.join())
        return 'after an edit the blocks begin elsewhere';
    }
    return undefined;
  },
};
