// Getting a player to speak: it says nothing until asked, and cannot be asked before its page is there.

/** How often the player is asked until it answers. Milliseconds. */
const ASK_EVERY = 250;

/** How long it may stay silent before that is a fault: offline, or a consent or bot page. Milliseconds. */
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

  /** The page is on its way. */
  wait(): void {
    const { win, giveUp } = this.options;
    this.end();
    this.patience = win.setTimeout(() => {
      this.end();
      giveUp();
    }, PATIENCE);
  }

  /** The page is there. */
  begin(): void {
    const { win, ask } = this.options;
    this.wait();
    ask();
    this.asking = win.setInterval(ask, ASK_EVERY);
  }

  /** The player has spoken, or is not wanted any more. */
  end(): void {
    const { win } = this.options;
    win.clearInterval(this.asking);
    win.clearTimeout(this.patience);
  }
}
