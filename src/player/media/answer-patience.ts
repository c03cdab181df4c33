// Reports a fault if a server sends nothing of a media file. A server that sends a little is only slow.

/** Milliseconds. */
const PATIENCE = 15_000;

/** Waits until the file's length is known. The returned function cancels the waiting. */
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
