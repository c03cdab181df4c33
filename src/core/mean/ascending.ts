// Binary search.

/** The index of the first item for which `holds` is true, as it is for all after it; the length if it is true for none. */
export function firstIndex<T>(ascending: ArrayLike<T>, holds: (item: T) => boolean): number {
  return firstNumber(0, ascending.length, (index) => holds(ascending[index] as T));
}

/**
 * The first whole number from `low` on for which `holds` is true, as it is for all above it; `high` if it is true for none below.
 */
export function firstNumber(low: number, high: number, holds: (number: number) => boolean): number {
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
