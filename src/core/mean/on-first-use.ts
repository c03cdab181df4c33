// Parts of the plugin that are made when they are first used: all that is made at the start, the user waits for.

/** Returns a function that makes its result when it is called first, and returns the same one ever after. */
export function onFirstUse<Result extends object>(make: () => Result): () => Result {
  let made: Result | undefined;
  return () => (made ??= make());
}
