// How long a player that was told to play may say nothing of it, before that means that it may not start by itself.

/** Milliseconds. */
const PATIENCE = 2000;

export class StartPatience {
  private timer: number | undefined;

  constructor(
    private readonly win: Window,
    private readonly onOver: () => void,
  ) {}

  begin(): void {
    this.end();
    this.timer = this.win.setTimeout(this.onOver, PATIENCE);
  }

  end(): void {
    this.win.clearTimeout(this.timer);
  }
}
