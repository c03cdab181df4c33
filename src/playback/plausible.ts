// Checks saved numbers.

/** The rates that can be saved. */
const RATES = { min: 0.1, max: 16 };

/** Whether a value can be a position in a video, in seconds. 0 counts. */
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
