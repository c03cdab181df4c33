// Reads a note again after edits, and only as far as they have an effect.
import { firstIndex } from '../mean/ascending';
import { recordBlocks, type Block } from './block-recorder';
import { definitionsOf, firstUnended, readNote, withReferencesIn, type Reading } from './block-reading';
import type { Definitions } from './references';
import type { Source } from './source';

/** A range of the old text (A), and the range of the new text (B) that replaces it. */
export interface Edit {
  readonly fromA: number;
  readonly toA: number;
  readonly fromB: number;
  readonly toB: number;
}

/** The new text, of which only the parts that must be read are requested. */
export interface NewText {
  readonly length: number;
  source(from: number, to: number): Source;
}

/** An edit, or several close to each other, and the old blocks around them. */
interface EditedSpan extends Edit {
  /** The first block to read. No change has an effect on a block before it. */
  readonly first: number;
  /** The first block that begins after the edit. */
  readonly behind: number;
  /** The end of the reading at the latest: the first block of the next span, or the end of the text. */
  readonly last: number;
}

/** A range of blocks. */
interface Run {
  readonly blocks: readonly Block[];
  readonly starts: ArrayLike<number>;
  /** The distance of their offsets from `starts`. */
  readonly shift: number;
}

/** New blocks that replace the old ones from `first` up to `next`. */
interface Replacement {
  readonly first: number;
  readonly next: number;
  readonly run: Run;
  /** The distance by which the old blocks from `next` on have moved. */
  readonly shiftBehind: number;
}

/** If the effect of an edit reaches past a number of blocks, so many times as many are read next. */
const GROWTH = 4;

/** Places edited at once, as by replacing a word everywhere; those after it are read as one. */
const MOST_SPANS = 1000;

/** The result of `readNote` for the new text, from the old reading and the edits, which are in order and do not overlap. */
export function rescan(old: Reading, edits: readonly Edit[], text: NewText): Reading {
  const replacements = replacementsFor(old, edits, text);
  const runs = runsOf(old, replacements);
  const blocks = ([] as Block[]).concat(...runs.map((run) => run.blocks));
  const changed = replacements.flatMap(({ first, next, run }) => [
    ...old.blocks.slice(first, next),
    ...run.blocks,
  ]);
  const isDefined = changed.some(({ definitions }) => definitions.length > 0);
  const definitions = isDefined ? definitionsOf(blocks) : old.definitions;
  // A definition anywhere in a note has an effect on the whole note.
  if (!isSame(definitions, old.definitions)) return readNote(text.source(0, text.length));
  const isEnded = old.unended === old.blocks.length && !changed.some(({ isUnended }) => isUnended);
  const unended = isEnded ? blocks.length : firstUnended(blocks);
  return { blocks, starts: startsOf(runs, blocks.length), unended, definitions };
}

function replacementsFor(old: Reading, edits: readonly Edit[], text: NewText): readonly Replacement[] {
  const replacements: Replacement[] = [];
  const spans = spansOf(old, edits);
  for (const span of spans) {
    const replacement = replacementFor(old, span, text);
    if (replacement !== undefined) {
      replacements.push(replacement);
      continue;
    }
    // The effect reaches the next edit. Everything from there on is read at once, so that no block is read once for each edit.
    const rest = replacementFor(old, united(span, spans[spans.length - 1] ?? span), text);
    if (rest !== undefined) replacements.push(rest);
    break;
  }
  return replacements;
}

/** In order; between two spans at least one old block stays. */
function spansOf({ blocks, starts, unended }: Reading, edits: readonly Edit[]): readonly EditedSpan[] {
  const spans: EditedSpan[] = [];
  for (const edit of edits) {
    const first = Math.min(lastBefore({ blocks, starts }, edit.fromA), unended);
    const behind = firstIndex(starts, (start) => start > edit.toA);
    const span = { ...edit, first, behind, last: blocks.length };
    const previous = spans.pop();
    if (previous === undefined) spans.push(span);
    else if (first <= previous.behind || spans.length === MOST_SPANS) spans.push(united(previous, span));
    else spans.push({ ...previous, last: first }, span);
  }
  return spans;
}

/** The last block that exists whatever the text from an offset on is. */
function lastBefore({ blocks, starts }: Pick<Reading, 'blocks' | 'starts'>, offset: number): number {
  const index = firstIndex(starts, (start) => start > offset) - 1;
  const isDecided = offset - (starts[index] ?? 0) >= (blocks[index]?.start.decisive ?? 0);
  return isDecided ? index : index - 1;
}

function united(span: EditedSpan, { toA, toB, behind, last }: EditedSpan): EditedSpan {
  return { ...span, toA, toB, behind, last };
}

/** Undefined if the effect of the edit reaches past the last block of its span. */
function replacementFor(old: Reading, span: EditedSpan, text: NewText): Replacement | undefined {
  const { behind, last, toA, toB } = span;
  for (let count = 1; ; count *= GROWTH) {
    const until = Math.min(behind + count, last);
    const start = old.starts[until];
    const replacement = readWindow(old, span, text, start === undefined ? text.length : start + toB - toA);
    if (replacement !== undefined || until === last) return replacement;
  }
}

/** Reads from the first block of a span on until an old block begins as before. Undefined if none does before `to`. */
function readWindow(old: Reading, span: EditedSpan, text: NewText, to: number): Replacement | undefined {
  const { first, fromA, fromB, toA, toB } = span;
  const shiftBehind = toB - toA;
  const from = (old.starts[first] ?? 0) + fromB - fromA;
  const source = text.source(from, to);
  const oldBlockAt = (at: number): number | undefined => {
    const offset = from + at - shiftBehind;
    const index = firstIndex(old.starts, (start) => start >= offset);
    // The first block of a note may begin for that reason only.
    return offset >= toA && old.starts[index] === offset && index > 0 ? index : undefined;
  };
  const recording = recordBlocks(source, {
    isWhole: first === 0,
    decisive: old.blocks[first]?.start.decisive ?? 0,
    readsOn: (at) => oldBlockAt(at) === undefined,
  });
  const { next } = recording;
  const isCut = next === undefined || recording.blocks.some(({ isUnended }) => isUnended);
  if (isCut && to < text.length) return undefined;
  const blocks = withReferencesIn(recording.blocks, source, old.definitions);
  const starts = blocks.map(({ start }) => start.at);
  const index = next === undefined ? undefined : oldBlockAt(next.at);
  const block = index === undefined ? undefined : old.blocks[index];
  if (next === undefined || index === undefined || block === undefined) {
    return { first, next: old.blocks.length, run: { blocks, starts, shift: from }, shiftBehind };
  }
  // The text that decides that the block begins here may have changed.
  const kept = { ...block, start: { ...block.start, decisive: next.decisive } };
  const run = { blocks: [...blocks, kept], starts: [...starts, next.at], shift: from };
  return { first, next: index + 1, run, shiftBehind };
}

/** The blocks after the replacements, in order. */
function runsOf(old: Reading, replacements: readonly Replacement[]): readonly Run[] {
  const runs: Run[] = [];
  let from = 0;
  let shift = 0;
  const keep = (to: number): void => {
    runs.push({ blocks: old.blocks.slice(from, to), starts: old.starts.subarray(from, to), shift });
  };
  for (const { first, next, run, shiftBehind } of replacements) {
    keep(first);
    runs.push(run);
    from = next;
    shift = shiftBehind;
  }
  keep(old.blocks.length);
  return runs;
}

function startsOf(runs: readonly Run[], count: number): Int32Array {
  const all = new Int32Array(count);
  let index = 0;
  for (const { starts, shift } of runs) {
    const run = all.subarray(index, index + starts.length);
    run.set(starts);
    if (shift !== 0) for (let at = 0; at < run.length; at++) run[at] = (run[at] ?? 0) + shift;
    index += starts.length;
  }
  return all;
}

function isSame(one: Definitions, other: Definitions): boolean {
  return one.size === other.size && [...one].every(([label, address]) => other.get(label) === address);
}
