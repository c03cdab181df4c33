// Search in what is in ascending order.

/** The index of the first item for which `holds`, as it does for all behind that one; the length where it does for none. */
export function firstIndex<T>(ascending: ArrayLike<T>, holds: (item: T) => boolean): number {
  return firstNumber(0, ascending.length, (index) => holds(ascending[index] as T));
}

/** The first whole number from `low` on for which `holds`, as it does for all above; `high` if it does for none below that. */
export function firstNumber(low: number, high: number, holds: (number: number) => boolean): number {
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
