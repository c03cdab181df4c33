// A note's timestamps by their text, and its lines: computed once for all chips that look for their timestamp in it.
import type { Cited, Timestamp } from '../core/mean/timestamp';
import type { ShownNote } from '../playback/ports';

type WrittenForm = Pick<Cited, 'kind' | 'written' | 'end'>;

const NONE: readonly never[] = [];

export class NoteIndex {
  private static readonly made = new WeakMap<ShownNote, NoteIndex>();
  private readonly shown: ReadonlyMap<string, readonly Timestamp[]>;
  private readonly others: ReadonlyMap<string, readonly Timestamp[]>;
  private lineStarts: readonly number[] | undefined;

  private constructor(private readonly note: ShownNote) {
    this.shown = byWriting(note.timestamps);
    this.others = byWriting(note.others);
  }

  static of(note: ShownNote): NoteIndex {
    const index = this.made.get(note) ?? new NoteIndex(note);
    this.made.set(note, index);
    return index;
  }

  /** The chips with the same text, in order. */
  alike(cited: WrittenForm): readonly Timestamp[] {
    return this.shown.get(writingOf(cited)) ?? NONE;
  }

  /** The timestamps with the same text, chips or not, in order. */
  allAlike(cited: WrittenForm): readonly Timestamp[] {
    const others = this.others.get(writingOf(cited)) ?? NONE;
    return [...this.alike(cited), ...others].sort((one, other) => one.from - other.from);
  }

  /** Whether a timestamp with the same text is no chip. */
  isAmongOthers(cited: WrittenForm): boolean {
    return this.others.has(writingOf(cited));
  }

  /** The offset of a line, counted from 0; after the last line, the end of the text. */
  startOfLine(line: number): number {
    const { text } = this.note;
    this.lineStarts ??= startsOfLines(text);
    return this.lineStarts[line] ?? text.length;
  }
}

/** A key that is equal for timestamps of the same form and time. */
export function writingOf({ kind, written, end }: WrittenForm): string {
  return `${kind} ${written.time ?? ''} ${end ?? ''}`;
}

function byWriting(timestamps: readonly Timestamp[]): ReadonlyMap<string, readonly Timestamp[]> {
  const found = new Map<string, Timestamp[]>();
  for (const timestamp of timestamps) {
    const writing = writingOf(timestamp);
    const alike = found.get(writing);
    if (alike === undefined) found.set(writing, [timestamp]);
    else alike.push(timestamp);
  }
  return found;
}

function startsOfLines(text: string): readonly number[] {
  const starts = [0];
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) starts.push(end + 1);
  return starts;
}
