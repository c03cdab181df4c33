// Does a row of jobs in order: as many as are needed now at once, the rest in slices that leave the app its turns.

/** Milliseconds of work in a slice. */
const SLICE = 10;

export class RenderQueue {
  #jobs: (() => Promise<unknown>)[] = [];
  #done = 0;
  #timer: number | undefined;
  readonly #running = new Set<Promise<unknown>>();
  #waiting: (() => void)[] = [];

  /** `whenDrained` is called each time that the last job has been started. */
  constructor(private readonly whenDrained: () => void) {}

  isDrained(): boolean {
    return this.#done === this.#jobs.length;
  }

  /** Forgets the jobs that were not started, and takes these. */
  restart(jobs: (() => Promise<unknown>)[]): void {
    window.clearTimeout(this.#timer);
    this.#jobs = jobs;
    this.#done = 0;
    if (jobs.length === 0) this.#drain();
    else this.#continueLater();
  }

  /** Starts jobs now, until it is enough. */
  run(enough: () => boolean): void {
    if (this.isDrained()) return;
    while (!this.isDrained() && !enough()) this.#next();
    if (this.isDrained()) this.#drain();
  }

  /** Resolves when every job has been started and what they began has ended. */
  async whenIdle(): Promise<void> {
    while (!this.isDrained() || this.#running.size > 0) {
      if (this.isDrained()) await Promise.allSettled(this.#running);
      else await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
  }

  #next(): void {
    const job = this.#jobs[this.#done];
    this.#done += 1;
    const running = job?.();
    if (running === undefined) return;
    this.#running.add(running);
    void running.finally(() => this.#running.delete(running));
  }

  #continueLater(): void {
    this.#timer = window.setTimeout(() => {
      const end = performance.now() + SLICE;
      this.run(() => performance.now() >= end);
      if (!this.isDrained()) this.#continueLater();
    }, 0);
  }

  #drain(): void {
    window.clearTimeout(this.#timer);
    this.whenDrained();
    for (const resolve of this.#waiting.splice(0)) resolve();
  }
}
