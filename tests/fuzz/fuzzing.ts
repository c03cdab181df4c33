// Runs made-up cases against what must hold of each, and makes a case that fails as small as it goes.
import { Random } from './random';

/** `Case` is plain data, so that a case that was found can be written down. */
export interface Target<Case> {
  readonly name: string;
  readonly make: (random: Random) => Case;
  /** What is wrong in this case; undefined where nothing is. A case that throws is wrong as well. */
  readonly faultIn: (made: Case) => string | undefined;
}

export interface Found {
  readonly fault: string;
  readonly made: unknown;
}

export function faultOf<Case>(target: Target<Case>, made: Case): string | undefined {
  try {
    return target.faultIn(made);
  } catch (cause) {
    return `it throws ${cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)}`;
  }
}

/** Makes cases until `isOver`. The first that is wrong ends it; it comes back smaller, and still wrong. */
export function fuzz<Case>(
  target: Target<Case>,
  seed: number,
  isOver: (count: number) => boolean,
): { readonly count: number; readonly found: Found | undefined } {
  const random = new Random(seed);
  let count = 0;
  for (; !isOver(count); count++) {
    const made = target.make(random);
    if (faultOf(target, made) === undefined) continue;
    const small = smallest(target, made);
    return { count: count + 1, found: { fault: faultOf(target, small) ?? '', made: small } };
  }
  return { count, found: undefined };
}

/** As small as it gets by taking away from it, in a bounded number of tries. */
function smallest<Case>(target: Target<Case>, made: Case): Case {
  let best = made;
  let tries = 5000;
  for (let isSmaller = true; isSmaller && tries > 0;) {
    isSmaller = false;
    for (const candidate of smaller(best)) {
      if (--tries < 0) break;
      if (faultOf(target, candidate as Case) === undefined) continue;
      best = candidate as Case;
      isSmaller = true;
      break;
    }
  }
  return best;
}

/** A value with one part of it taken away, in every way that there is. */
function* smaller(value: unknown): Generator {
  if (typeof value === 'string') yield* shorter(value, (from, to) => value.slice(0, from) + value.slice(to));
  else if (typeof value === 'number' && value > 0)
    yield* [0, Math.floor(value / 2), value - 1].filter((less) => less < value);
  else if (Array.isArray(value)) {
    const list: readonly unknown[] = value;
    yield* shorter(list, (from, to) => list.filter((_, index) => index < from || index >= to));
    for (const [index, one] of list.entries())
      for (const less of smaller(one)) yield list.map((other, at) => (at === index ? less : other));
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, one] of Object.entries(value))
      for (const less of smaller(one)) yield { ...value, [key]: less };
  }
}

function* shorter<T>(
  { length }: { readonly length: number },
  without: (from: number, to: number) => T,
): Generator<T> {
  for (let size = length; size >= 1; size = size >> 1)
    for (let from = 0; from + size <= length; from += size) yield without(from, from + size);
}
