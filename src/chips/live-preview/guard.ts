// Guards the editor from errors: an editor whose update is interrupted by an error shows another text than it holds, and saves
// that.

/** Runs code for the editor's chips. After the first error, it reports it once, and the editor shows no more chips. */
export class Guard {
  private hasThrown = false;

  /** `onThrown` is called once, after the first error. */
  constructor(private readonly onThrown: () => void) {}

  /** Whether an error was thrown. */
  get isClosed(): boolean {
    return this.hasThrown;
  }

  /** Returns the result of `work`, or `otherwise` if it throws. */
  run<Result>(work: () => Result, otherwise: Result): Result {
    try {
      return work();
    } catch (cause) {
      if (!this.hasThrown) {
        this.hasThrown = true;
        sayNoChips(cause);
        this.onThrown();
      }
      return otherwise;
    }
  }
}

export function sayNoChips(cause: unknown): void {
  console.error('Playhead shows no chips in an editor, whose text is as it was.', cause);
}
