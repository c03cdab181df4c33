// Parts of the plugin that are made on first use, since the user waits for everything that is made at the start.

/** Returns a function that makes its result at the first call, and then returns the same one. */
export function onFirstUse<Result extends object>(make: () => Result): () => Result {
  let made: Result | undefined;
  return () => (made ??= make());
}
