// Between the chips and the editor: an editor that is thrown at while it updates shows another text than it holds, and saves that.

/** Runs what the editor asks of its chips. Once something has thrown, that is said, and the editor is to show no chips any more. */
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
