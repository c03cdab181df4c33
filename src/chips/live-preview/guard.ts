// Between the chips and the editor: an editor that is thrown at while it updates shows another text than it holds, and saves that.

/** Runs code for the editor's chips. After the first error it says so once, and the editor shows no more chips. */
export class Guard {
  private hasThrown = false;

  /** `onThrown` is called once. */
  constructor(private readonly onThrown: () => void) {}

  /** Whether something has thrown. */
  get isClosed(): boolean {
    return this.hasThrown;
  }

  /** Returns the result of `work`; `otherwise` if it throws. */
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
