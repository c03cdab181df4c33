// How long a player that was told to play may say nothing of it. An advertisement comes before many a video; only a player that
// has not begun for much longer may not start by itself.

/** From when on that is worth a word. Milliseconds. */
const WORTH_A_WORD = 2000;

/** From when on it is likely that it may not start. Milliseconds. */
const PATIENCE = 8000;

export interface StartPatienceOptions {
  readonly win: Window;
  readonly onLong: () => void;
  readonly onOver: () => void;
}

export class StartPatience {
  private timers: readonly number[] = [];

  constructor(private readonly options: StartPatienceOptions) {}

  begin(): void {
    const { win, onLong, onOver } = this.options;
    this.end();
    this.timers = [win.setTimeout(onLong, WORTH_A_WORD), win.setTimeout(onOver, PATIENCE)];
  }

  end(): void {
    for (const timer of this.timers) this.options.win.clearTimeout(timer);
    this.timers = [];
  }
}
