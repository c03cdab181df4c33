// Search in what is in ascending order.

/** The index of the first item for which `holds`, as it does for all behind that one; the length where it does for none. */
export function firstIndex<T>(ascending: ArrayLike<T>, holds: (item: T) => boolean): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(ascending[middle] as T)) high = middle;
    else low = middle + 1;
  }
  return low;
}
