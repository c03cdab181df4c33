// Makes a player report, which it does only when asked, and only after its page has loaded; and notices when it no longer does.

/** Milliseconds between two requests until the player answers. */
const ASK_EVERY = 250;

/** Milliseconds without a message that are a fault: offline, a consent or bot page, or a page that crashed. */
const PATIENCE = 10_000;

export interface HandshakeOptions {
  /** The window that owns the frame, and so the timers. */
  readonly win: Window;
  readonly ask: () => void;
  readonly giveUp: () => void;
}

export class Handshake {
  private asking: number | undefined;
  private patience: number | undefined;

  constructor(private readonly options: HandshakeOptions) {}

  /** The page is loading. */
  wait(): void {
    const { win, giveUp } = this.options;
    this.dispose();
    this.patience = win.setTimeout(() => {
      this.dispose();
      giveUp();
    }, PATIENCE);
  }

  /** The page has loaded. */
  begin(): void {
    const { win, ask } = this.options;
    this.wait();
    ask();
    this.asking = win.setInterval(ask, ASK_EVERY);
  }

  /** The player has reported, and should report again soon. If it does not, it is asked once more after half the time. */
  expectMore(): void {
    const { win, ask } = this.options;
    this.dispose();
    this.patience = win.setTimeout(() => {
      ask();
      this.patience = win.setTimeout(this.options.giveUp, PATIENCE / 2);
    }, PATIENCE / 2);
  }

  /** The player need not report any more. */
  dispose(): void {
    const { win } = this.options;
    win.clearInterval(this.asking);
    win.clearTimeout(this.patience);
  }
}
