// The timestamp of a rendered chip in the text of its note.
import { scan } from '../../core/read/scan';
import { cellRange, type CellPosition, type TextRange } from '../../core/read/table-cell';
import { saysTheSame, type Cited, type Timestamp } from '../../core/mean/timestamp';
import type { NoteTexts, ShownNote } from '../../playback/ports';
import type { ChipSource } from '../chip-source';
import { NoteIndex, writingOf } from '../note-index';
import { words } from '../../texts/texts';

/** A line of a text and a character of it, counted from 0, whatever the line breaks are. */
export interface LinePosition {
  readonly line: number;
  readonly ch: number;
}

export interface RenderedNotes {
  readonly texts: NoteTexts;
  /** Opens the note at `path` for editing, with the caret at a position. */
  readonly showSource: (path: string, position: LinePosition) => Promise<void>;
}

/** A piece of a note that is rendered alone. */
export interface RenderedPiece {
  readonly path: string;
  /** The first and last line of its text, counted from 0. */
  readonly lines: { readonly lineStart: number; readonly lineEnd: number };
  /** Its position in a table, if the piece is one cell. */
  readonly cell?: CellPosition | undefined;
  /** All its citations; those with the same text are in the order of the note. */
  readonly all: readonly Cited[];
}

export function sourceInNote(cited: Cited, piece: RenderedPiece, notes: RenderedNotes): ChipSource {
  const { path } = piece;
  return {
    async change(changesFor) {
      await notes.texts.change(path, (text) => changesFor(text, timestampOf(text, cited, piece)));
    },
    async reveal() {
      const text = await notes.texts.read(path);
      const before = text.slice(0, timestampOf(text, cited, piece).from).split('\n');
      await notes.showSource(path, { line: before.length - 1, ch: before.at(-1)?.length ?? 0 });
    },
  };
}

/** Of timestamps with the same text, the first in the piece is the first in the note. */
function timestampOf(text: string, cited: Cited, piece: RenderedPiece): Timestamp {
  const { all } = piece;
  const range = rangeOf(text, piece);
  if (range === undefined) throw new Error(words.chips.cellGone);
  const { from, to } = range;
  const index = all.filter((one) => saysTheSame(one, cited)).indexOf(cited);
  const timestamp = scan(text).filter((one) => one.from >= from && one.to <= to && saysTheSame(one, cited))[
    index
  ];
  if (timestamp === undefined) throw new Error(words.shared.timestampGone);
  return timestamp;
}

/**
 * The timestamp of the note that a rendered one is. Undefined if that is not clear, since the text has another number of timestamps
 * with this text than the piece.
 */
export function timestampInNote(
  cited: Cited,
  note: ShownNote,
  piece: RenderedPiece | undefined,
): Timestamp | undefined {
  const index = NoteIndex.of(note);
  const all = index.allAlike(cited);
  // Without counting, if all of them are chips, or none.
  if (piece === undefined || index.alike(cited).length % all.length === 0) return undefined;
  const range = rangeOf(note.text, piece, (line) => index.startOfLine(line));
  if (range === undefined) return undefined;
  const { from, to } = range;
  const alike = all.filter((one) => one.from >= from && one.to <= to);
  const writing = writingOf(cited);
  const count = piece.all.filter((one) => writingOf(one) === writing).length;
  return alike.length === count ? alike[turnOf(cited, piece.all)] : undefined;
}

/**
 * The offset of a rendered timestamp in its note; undefined without `piece`. `all` are those of its piece. If the renderer reads a
 * timestamp in another way than the scanner, the start of the piece.
 */
export function placeInNote(
  cited: Cited,
  note: ShownNote,
  all: readonly Cited[],
  piece: RenderedPiece | undefined,
): number | undefined {
  const index = NoteIndex.of(note);
  const range =
    piece === undefined
      ? { from: 0, to: note.text.length }
      : rangeOf(note.text, piece, (line) => index.startOfLine(line));
  if (range === undefined) return undefined;
  const { from, to } = range;
  const alike = index.alike(cited).filter((one) => one.from >= from && one.to <= to);
  return (alike[turnOf(cited, all)] ?? alike.at(-1))?.from ?? (piece === undefined ? undefined : from);
}

const turns = new WeakMap<readonly Cited[], ReadonlyMap<Cited, number>>();

/** The number of timestamps with the same text before this one in its piece. */
function turnOf(cited: Cited, all: readonly Cited[]): number {
  const known = turns.get(all);
  if (known !== undefined) return known.get(cited) ?? 0;
  const counts = new Map<string, number>();
  const found = new Map<Cited, number>();
  for (const one of all) {
    const writing = writingOf(one);
    const before = counts.get(writing) ?? 0;
    found.set(one, before);
    counts.set(writing, before + 1);
  }
  turns.set(all, found);
  return found.get(cited) ?? 0;
}

/** Undefined for a cell that is no longer in the text. */
function rangeOf(
  text: string,
  { lines, cell }: RenderedPiece,
  startOf = (line: number): number => startOfLine(text, line),
): TextRange | undefined {
  const range = { from: startOf(lines.lineStart), to: startOf(lines.lineEnd + 1) };
  if (cell === undefined) return range;
  const found = cellRange(text.slice(range.from, range.to), cell);
  return found === undefined ? undefined : { from: range.from + found.from, to: range.from + found.to };
}

function startOfLine(text: string, line: number): number {
  let at = 0;
  for (let count = 0; count < line; count++) {
    const end = text.indexOf('\n', at);
    if (end < 0) return text.length;
    at = end + 1;
  }
  return at;
}
