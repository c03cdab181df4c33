// Seeks while the playhead is dragged: a player that is sent somewhere else with every pixel never arrives.

/** Milliseconds. */
const INTERVAL = 200;

export class SeekThrottle {
  private timer: number | undefined;
  private latest: number | undefined;

  constructor(
    /** Whose window has the timer. */
    private readonly el: HTMLElement,
    private readonly run: (seconds: number) => void,
  ) {}

  /** Seeks now, or with the latest of what comes meanwhile a little later. */
  seek(seconds: number): void {
    this.latest = seconds;
    if (this.timer === undefined) this.flush();
  }

  /** A second that has not been sought yet will not be. */
  dispose(): void {
    this.el.win.clearTimeout(this.timer);
    this.timer = undefined;
    this.latest = undefined;
  }

  private flush(): void {
    this.timer = undefined;
    if (this.latest === undefined) return;
    this.run(this.latest);
    this.latest = undefined;
    this.timer = this.el.win.setTimeout(() => this.flush(), INTERVAL);
  }
}
