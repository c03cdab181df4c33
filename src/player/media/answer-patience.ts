// How long a server may send nothing of a media file before that is a fault. One that sends a little is only slow.

/** Milliseconds. */
const PATIENCE = 15_000;

/** Waits until the file tells how long it is. Returns what ends it. */
export function waitForAnswer(element: HTMLVideoElement, onSilence: () => void): () => void {
  const { win } = element;
  const ending = new AbortController();
  let timer = win.setTimeout(onSilence, PATIENCE);
  const end = (): void => {
    win.clearTimeout(timer);
    ending.abort();
  };
  element.addEventListener(
    'progress',
    () => {
      win.clearTimeout(timer);
      timer = win.setTimeout(onSilence, PATIENCE);
    },
    { signal: ending.signal },
  );
  for (const event of ['loadedmetadata', 'error'] as const) {
    element.addEventListener(event, end, { signal: ending.signal });
  }
  return end;
}
