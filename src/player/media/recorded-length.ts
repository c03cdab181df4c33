// The length of a file whose header does not say it, as of what a browser's MediaRecorder wrote: it shows at the file's end.

/** How often it is looked whether the file still comes. Milliseconds. */
const LOOK_EVERY = 5000;

/** A file comes faster than it plays; a live stream does not, but for what its server had in store. */
const FASTER = 2;

export interface RecordedLengthOptions {
  /** The element that plays the file, and does not know its length. */
  readonly element: HTMLVideoElement;
  /** Seconds. */
  readonly onLength: (length: number) => void;
  /** No end is in sight. */
  readonly onLive: () => void;
}

/** Looks for the end in an element that nobody sees, so that what plays plays on. Returns what ends the search. */
export function findLength({ element, onLength, onLive }: RecordedLengthOptions): () => void {
  const { win } = element;
  const probe = createEl('video');
  const ending = new AbortController();
  const end = (): void => {
    if (ending.signal.aborted) return;
    ending.abort();
    win.clearInterval(timer);
    probe.removeAttribute('src');
    probe.load();
  };
  const giveUp = (): void => {
    end();
    onLive();
  };
  const on = (event: keyof HTMLMediaElementEventMap, react: () => void): void => {
    probe.addEventListener(event, react, { signal: ending.signal });
  };
  on('loadedmetadata', () => {
    probe.currentTime = Number.MAX_SAFE_INTEGER;
  });
  on('durationchange', () => {
    const { duration } = probe;
    if (!Number.isFinite(duration)) return;
    end();
    onLength(duration);
  });
  on('error', giveUp);
  let before = 0;
  const timer = win.setInterval(() => {
    const there = lastSecond(probe);
    if (there - before < (FASTER * LOOK_EVERY) / 1000) giveUp();
    before = there;
  }, LOOK_EVERY);
  probe.muted = true;
  probe.preload = 'auto';
  probe.src = element.currentSrc;
  return end;
}

/** How far the file is there. Seconds. */
function lastSecond({ buffered }: HTMLVideoElement): number {
  return buffered.length === 0 ? 0 : buffered.end(buffered.length - 1);
}
