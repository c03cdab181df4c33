// Checks saved numbers.

/** The rates that can be saved. */
const RATES = { min: 0.1, max: 16 };

/** A second of a video, 0 included. */
export function isTime(value: unknown): value is number {
  return isBetween(value, 0, Number.MAX_SAFE_INTEGER);
}

export function isLength(value: unknown): value is number {
  return isTime(value) && value > 0;
}

export function isRate(value: unknown): value is number {
  return isBetween(value, RATES.min, RATES.max);
}

function isBetween(value: unknown, min: number, max: number): value is number {
  return typeof value === 'number' && value >= min && value <= max;
}
