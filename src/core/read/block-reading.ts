// A text that was read block by block, so that after an edit only the affected blocks are read again.
import { firstIndex } from '../mean/ascending';
import { recordBlocks, type Block } from './block-recorder';
import { definitionsIn, withReferences, type Definitions } from './references';
import type { Source } from './source';
import type { Heading } from '../mean/ticks';
import { saysTheSame, type Timestamp } from '../mean/timestamp';

/** Immutable: an edit makes a new one, which shares the unchanged blocks. */
export interface Reading {
  readonly blocks: readonly Block[];
  /** The start of each block; the first at 0. */
  readonly starts: Int32Array;
  /** The index of the first unended block, or the number of blocks if there is none. */
  readonly unended: number;
  /** The link labels that the blocks define, and the addresses. */
  readonly definitions: Definitions;
}

const NO_BLOCK = { start: { at: 0 }, timestamps: [] };

/** Reads a note. `timestampsIn` then finds the same as `scan`. */
export function readNote(source: Source): Reading {
  const { blocks } = recordBlocks(source);
  const definitions = definitionsOf(blocks);
  return {
    blocks: withReferencesIn(blocks, source, definitions),
    starts: Int32Array.from(blocks, ({ start }) => start.at),
    unended: firstUnended(blocks),
    definitions,
  };
}

/** The timestamps that overlap or touch a range of the text, in order; without a range, all. */
export function timestampsIn(reading: Reading, from = 0, to = Infinity): readonly Timestamp[] {
  const { blocks, starts } = reading;
  const found: Timestamp[] = [];
  const first = Math.max(0, firstIndex(starts, (start) => start > from) - 1);
  const end = firstIndex(starts, (start) => start > to);
  for (let index = first; index < end; index++) {
    const { start, timestamps } = blocks[index] ?? NO_BLOCK;
    const shift = (starts[index] ?? 0) - start.at;
    for (const timestamp of timestamps) {
      if (timestamp.to + shift >= from && timestamp.from + shift <= to) found.push(shifted(timestamp, shift));
    }
  }
  return found;
}

export function headingsIn({ blocks, starts }: Reading): readonly Heading[] {
  const found: Heading[] = [];
  blocks.forEach(({ start, headings }, index) => {
    const shift = (starts[index] ?? 0) - start.at;
    for (const { from, to } of headings) found.push({ from: from + shift, to: to + shift });
  });
  return found;
}

/** Whether two readings have the same timestamps in the same order, at any offsets. Blocks that both share are not compared. */
export function haveSameTimestamps({ blocks: one }: Reading, { blocks: other }: Reading): boolean {
  const most = Math.min(one.length, other.length);
  let before = 0;
  while (before < most && one[before]?.timestamps === other[before]?.timestamps) before++;
  let behind = 0;
  while (
    behind < most - before &&
    one[one.length - 1 - behind]?.timestamps === other[other.length - 1 - behind]?.timestamps
  ) {
    behind++;
  }
  const [left, right] = [one, other].map((blocks) =>
    blocks.slice(before, blocks.length - behind).flatMap(({ timestamps }) => timestamps),
  ) as [Timestamp[], Timestamp[]];
  return left.length === right.length && left.every((timestamp, index) => isAlike(timestamp, right[index]));
}

export function holdsOnlyAnchors({ blocks }: Reading): boolean {
  return blocks.every(({ timestamps }) => timestamps.every(({ kind }) => kind === 'anchor'));
}

export function firstUnended(blocks: readonly Block[]): number {
  const index = blocks.findIndex(({ isUnended }) => isUnended);
  return index < 0 ? blocks.length : index;
}

export function definitionsOf(blocks: readonly Block[]): Definitions {
  return definitionsIn(blocks.flatMap(({ definitions }) => definitions));
}

/** The blocks, with links resolved by the definitions of the note. `source` must be the text that they were read from. */
export function withReferencesIn(
  blocks: readonly Block[],
  source: Source,
  definitions: Definitions,
): readonly Block[] {
  return blocks.map((block) => {
    const timestamps = withReferences(block.timestamps, source, definitions);
    return timestamps === block.timestamps ? block : { ...block, timestamps };
  });
}

function isAlike(one: Timestamp, other: Timestamp | undefined): boolean {
  return other !== undefined && one.run === other.run && saysTheSame(one, other);
}

function shifted(timestamp: Timestamp, by: number): Timestamp {
  return by === 0 ? timestamp : { ...timestamp, from: timestamp.from + by, to: timestamp.to + by };
}
