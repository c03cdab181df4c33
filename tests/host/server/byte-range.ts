// The Range header of a request, as far as media players use it: one range of bytes.

/** Both ends count: bytes `first` to `last`, as the header has it. */
export interface ByteRange {
  readonly first: number;
  readonly last: number;
}

/** The range asked for, `undefined` for the whole file, 'unsatisfiable' when it lies outside of it. */
export function parseByteRange(
  header: string | undefined,
  size: number,
): ByteRange | 'unsatisfiable' | undefined {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? '');
  const [, from = '', to = ''] = match ?? [];
  if (from === '' && to === '') return undefined;
  const suffix = from === '';
  const first = suffix ? Math.max(0, size - Number(to)) : Number(from);
  const last = suffix || to === '' ? size - 1 : Math.min(Number(to), size - 1);
  return first <= last ? { first, last } : 'unsatisfiable';
}
