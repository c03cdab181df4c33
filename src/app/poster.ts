// The poster of a YouTube video: a picture from YouTube's host for these, asked for only where one is shown.

/** YouTube answers with a picture this wide where it has none of the video. Pixels. */
const NO_POSTER = 120;

/** Loads a poster into `container`; `settled` is told, once, whether there is one. Returns what ends the waiting. */
export function addPoster(
  container: HTMLElement,
  id: string,
  settled: (isThere: boolean) => void,
): () => void {
  const poster = container.createEl('img', { cls: 'playhead-poster', attr: { alt: '' } });
  const end = (): void => {
    poster.onload = null;
    poster.onerror = null;
  };
  const settle = (isThere: boolean): void => {
    end();
    if (!isThere) poster.remove();
    settled(isThere);
  };
  poster.onload = () => {
    settle(poster.naturalWidth > NO_POSTER);
  };
  poster.onerror = () => {
    settle(false);
  };
  poster.src = `https://i.ytimg.com/vi/${id}/hqdefault.jpg`;
  return end;
}
