// The geometry of a track. Parts are from 0 to 1, every x is in pixels.
import { countUpTo, type Tick } from '../core/mean/ticks';

/** The second at the horizontal position `x` of a track. Outside of the track, the nearest end counts. */
export function secondsAt(x: number, width: number, length: number): number {
  return width > 0 ? clamp(x / width) * length : 0;
}

/** The part of the video before `seconds`. */
export function partAt(seconds: number, length: number | undefined): number {
  return length === undefined || length === 0 ? 0 : clamp(seconds / length);
}

/** The columns of a track with ticks, and the number of ticks in each. */
export function tickTones(
  ticks: readonly Tick[],
  width: number,
  length: number,
): ReadonlyMap<number, number> {
  const tones = new Map<number, number>();
  for (const { seconds } of ticks) {
    const column = Math.round(partAt(seconds, length) * (width - 1));
    tones.set(column, (tones.get(column) ?? 0) + 1);
  }
  return tones;
}

/** The nearest tick within `reach` seconds. */
export function tickNear(ticks: readonly Tick[], seconds: number, reach: number): Tick | undefined {
  const count = countUpTo(ticks, seconds);
  const [before, after] = [ticks[count - 1], ticks[count]];
  const distance = (tick: Tick | undefined): number =>
    tick === undefined ? Infinity : Math.abs(tick.seconds - seconds);
  const nearest = distance(before) <= distance(after) ? before : after;
  return distance(nearest) <= reach ? nearest : undefined;
}

function clamp(part: number): number {
  return Math.max(0, Math.min(part, 1));
}
