// Limits the seeks of a drag: a player that is sent elsewhere at every pixel never arrives.

/** Milliseconds. */
const INTERVAL = 200;

export class SeekThrottle {
  private timer: number | undefined;
  private latest: number | undefined;

  constructor(
    /** The element whose window has the timer. */
    private readonly el: HTMLElement,
    private readonly run: (seconds: number) => void,
  ) {}

  /** Seeks now or, within the interval, later to the last requested second. */
  seek(seconds: number): void {
    this.latest = seconds;
    if (this.timer === undefined) this.flush();
  }

  /** Cancels a seek that is still waiting. */
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
