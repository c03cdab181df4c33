// The poster of a video: a picture from its site, asked for only when one is shown.
import type { Poster } from '../core/mean/provider';

/**
 * Loads a poster into `container`, and calls `settled` once, with whether there is one. The returned function cancels the waiting.
 */
export function addPoster(
  container: HTMLElement,
  { address, emptyWidth }: Poster,
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
  poster.onload = () => settle(poster.naturalWidth > emptyWidth);
  poster.onerror = () => settle(false);
  poster.src = address;
  return end;
}
