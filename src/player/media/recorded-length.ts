// Finds the length of a file whose header does not have it, as of recordings by `MediaRecorder`: by seeking to its end.

/** Milliseconds between two looks at whether the file still arrives. */
const LOOK_EVERY = 5000;

/** A file arrives faster than it plays; a live stream does not, apart from the server's buffer. */
const FASTER = 2;

export interface RecordedLengthOptions {
  /** The element that plays the file without knowing its length. */
  readonly element: HTMLVideoElement;
  /** Seconds. */
  readonly onLength: (length: number) => void;
  /** Called if the file has no end. */
  readonly onLive: () => void;
}

/** Seeks the end in a second, hidden element, so that the first one plays on. The returned function cancels the search. */
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

/** The last second that is loaded. */
function lastSecond({ buffered }: HTMLVideoElement): number {
  return buffered.length === 0 ? 0 : buffered.end(buffered.length - 1);
}
