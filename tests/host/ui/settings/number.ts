// Numbers that are typed into a setting.

interface Range {
  readonly min?: number;
  readonly max?: number;
}

/** The number that stands in a field; undefined when none can be read there. */
export function readNumber(inputEl: HTMLInputElement): number | undefined {
  return Number.isNaN(inputEl.valueAsNumber) ? undefined : inputEl.valueAsNumber;
}

/** What is wrong with the number, in words for the user; undefined when it is in the range. */
export function outOfRange(value: number, { min, max }: Range): string | undefined {
  const isBelow = min !== undefined && value < min;
  const isAbove = max !== undefined && value > max;
  if (!isBelow && !isAbove) return undefined;
  if (min !== undefined && max !== undefined) return `Enter a number from ${min} to ${max}.`;
  return isBelow ? `Enter a number of at least ${min}.` : `Enter a number of at most ${max ?? ''}.`;
}
