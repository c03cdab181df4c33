// Decides which timestamps of an editor's document are chips. An edit of words changes nothing, if the timestamps stay.
import type { EditorState, Text } from '@codemirror/state';
import type { ViewUpdate } from '@codemirror/view';
import { firstIndex } from '../../core/mean/ascending';
import type { Timestamp } from '../../core/mean/timestamp';
import { haveSameTimestamps, holdsOnlyAnchors, type Reading } from '../../core/read/block-reading';
import { shownTimestamps, type NoteContext } from '../../core/read/shown';
import type { Span } from '../../core/write/rewrite';
import { readingOf, timestampsIn } from './timestamps-field';

/** Characters at the start of a line by which its kind is known. */
const LINE_HEAD = 40;
const WORD = /\p{L}/u;

type Edited = Pick<ViewUpdate, 'changes' | 'docChanged' | 'startState' | 'state'>;

interface Chosen {
  readonly reading: Reading | undefined;
  /** The starts of the timestamps that are no chips, in order. */
  readonly others: readonly number[];
}

export class ChosenTimestamps {
  /** The number of times that all timestamps were decided; tests count it. */
  chosen = 0;
  private last: Chosen | undefined;

  /** `contextNow` returns the facts about the note that its text does not hold. */
  constructor(private readonly contextNow: () => NoteContext) {}

  /** To be called when those facts have changed. */
  forget(): void {
    this.last = undefined;
  }

  /** Takes an edit. */
  take({ changes, docChanged, startState, state }: Edited): void {
    const { last } = this;
    const reading = readingOf(state);
    if (!docChanged || last === undefined) return;
    if (reading !== undefined && holdsOnlyAnchors(reading)) {
      this.last = { reading, others: [] };
      return;
    }
    const isAsBefore =
      reading !== undefined &&
      last.reading !== undefined &&
      isAmongWords({ changes, startState, state }) &&
      haveSameTimestamps(last.reading, reading);
    const others = isAsBefore ? last.others.map((at) => changes.mapPos(at, 1)) : [];
    this.last = isAsBefore ? { reading, others } : undefined;
  }

  /** The chips in some ranges, in order. */
  in(state: EditorState, ranges: readonly Span[]): readonly Timestamp[] {
    const { others } = (this.last ??= this.choose(state));
    const all = ranges.flatMap(({ from, to }) => timestampsIn(state, from, to));
    if (others.length === 0) return all;
    return all.filter(({ from }) => others[firstIndex(others, (at) => at >= from)] !== from);
  }

  private choose(state: EditorState): Chosen {
    const reading = readingOf(state);
    if (reading === undefined || holdsOnlyAnchors(reading)) return { reading, others: [] };
    this.chosen++;
    const all = timestampsIn(state);
    const shown = new Set(shownTimestamps((from, to) => state.sliceDoc(from, to), all, this.contextNow()));
    return { reading, others: all.filter((timestamp) => !shown.has(timestamp)).map(({ from }) => from) };
  }
}

/** Whether an edit changes only words of lines: no line is added or removed, starts differently, or becomes blank or not blank. */
function isAmongWords({ changes, startState, state }: Omit<Edited, 'docChanged'>): boolean {
  let isSo = true;
  changes.iterChangedRanges((fromA, toA, fromB, toB) => {
    isSo &&= isBehindWord(startState.doc, fromA, toA) && isBehindWord(state.doc, fromB, toB);
  });
  return isSo;
}

function isBehindWord(doc: Text, from: number, to: number): boolean {
  const line = doc.lineAt(from);
  return to <= line.to && WORD.test(doc.sliceString(line.from, Math.min(from, line.from + LINE_HEAD)));
}
