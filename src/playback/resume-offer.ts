// The offer to go on where a video was left. It stands while the video that was opened is at its beginning.
import { signal, type ReadonlySignal } from '@preact/signals-core';
import type { RememberedVideo } from './remembered-video';

/** So near to its beginning or its end a video was not left midway. Seconds. */
const MARGIN = 10;

/** A user who has watched so much of the beginning has chosen it. Seconds. */
const SETTLED = 15;

export class ResumeOffer {
  private readonly offered = signal<number | undefined>(undefined);

  /** The second that is offered; undefined if none is. */
  get seconds(): ReadonlySignal<number | undefined> {
    return this.offered;
  }

  make({ position, length }: RememberedVideo): void {
    const isMidway =
      position !== undefined && position >= MARGIN && position <= (length ?? Infinity) - MARGIN;
    this.offered.value = isMidway ? position : undefined;
  }

  moved(seconds: number): void {
    if (seconds >= SETTLED) this.end();
  }

  end(): void {
    this.offered.value = undefined;
  }
}
