// Getting a player to speak, which says nothing until asked and cannot be asked before its page is there; and noticing when
// one that spoke falls silent.

/** How often the player is asked until it answers. Milliseconds. */
const ASK_EVERY = 250;

/** How long it may stay silent before that is a fault: offline, a consent or bot page, or a page that died. Milliseconds. */
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
    this.dispose();
    this.patience = win.setTimeout(() => {
      this.dispose();
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

  /** The player has spoken and is to speak again soon: if it does not it is asked once more, halfway through the patience. */
  expectMore(): void {
    const { win, ask } = this.options;
    this.dispose();
    this.patience = win.setTimeout(() => {
      ask();
      this.patience = win.setTimeout(this.options.giveUp, PATIENCE / 2);
    }, PATIENCE / 2);
  }

  /** The player has spoken, or is not wanted any more. */
  dispose(): void {
    const { win } = this.options;
    win.clearInterval(this.asking);
    win.clearTimeout(this.patience);
  }
}
