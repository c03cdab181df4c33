// Numbers in texts.

/** A value within a text. */
export type Value = string | number;

/** `1 note`, `2 notes`, `12,345 notes`. */
export function counted(count: number, noun: string): string {
  return `${written(count)} ${noun}${count === 1 ? '' : 's'}`;
}

/** Formatting by locale takes a hundred times as long, and does not change small numbers. */
export function written(count: number): string {
  return count < 1000 ? String(count) : count.toLocaleString('en');
}
