// Keeps the text under the pointer where it is when chips become shorter, as they do when the length of a video is learned.

const BLOCK = 'p, li, td, th, h1, h2, h3, h4, h5, h6, .cm-line';
/** Each is measured; in a paragraph with more it costs more than it is worth. */
const MOST = 60;

/** Changes a chip; it keeps its width until the pointer leaves its paragraph. */
export function withHeldWidth(chip: HTMLElement, change: () => void): void {
  const block = chip.closest<HTMLElement>(BLOCK);
  if (block?.matches(':hover') !== true || block.getElementsByClassName('playhead-chip').length > MOST) {
    change();
    return;
  }
  const before = chip.getBoundingClientRect().width;
  change();
  const less = before - chip.getBoundingClientRect().width;
  if (less <= 0) return;
  chip.setCssProps({ '--playhead-held': `${less}px` });
  block.addEventListener('pointerleave', () => chip.style.removeProperty('--playhead-held'), { once: true });
}
