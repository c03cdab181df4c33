// Long work in small steps, between which the caller may let other tasks run.

/** Yields after each step, and returns the result. */
export type Steps<Result> = Generator<undefined, Result, undefined>;

/** Items in a step. */
const ITEMS = 128;

/** Runs all steps at once. */
export function resultOf<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** The result for each item. */
export function* eachInSteps<Item, Result>(
  items: readonly Item[],
  work: (item: Item, index: number) => Result,
): Steps<Result[]> {
  const results: Result[] = [];
  for (let from = 0; from < items.length; from += ITEMS) {
    if (from > 0) yield;
    const some = items.length <= ITEMS ? items : items.slice(from, from + ITEMS);
    some.forEach((item, index) => results.push(work(item, from + index)));
  }
  return results;
}
