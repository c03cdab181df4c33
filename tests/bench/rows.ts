// The table that all benches make together: each writes its rows, and scripts/bench.mjs shows them.
import { appendFileSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A JSON object a line. The file is begun anew by each run. */
const FILE = join(import.meta.dirname, '../../build/bench.jsonl');

/** What is compared with the goal: how many times the floor it is, how much it is beyond the floor, or the value itself. */
export type Compared = 'ratio' | 'difference' | 'value';

export interface Row {
  readonly name: string;
  readonly unit: 'ms' | 'MB/s' | 'KB';
  /** The least that could be, measured in the same turns. */
  readonly floor?: number;
  readonly ours: number;
  readonly compared: Compared;
  /** None, where it is there to compare with. */
  readonly goal?: number;
  /** Whether the goal is the least; else it is the most. */
  readonly isLeast?: boolean;
}

export function addRow(row: Row): void {
  mkdirSync(dirname(FILE), { recursive: true });
  appendFileSync(FILE, `${JSON.stringify(row)}\n`);
}

export function median(times: readonly number[]): number {
  const sorted = [...times].sort((one, other) => one - other);
  return sorted[sorted.length >> 1] ?? NaN;
}
