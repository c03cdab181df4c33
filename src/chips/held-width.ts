// Keeps the text under the pointer in place when chips become shorter, as when the length of a video is learned.

const BLOCK = 'p, li, td, th, h1, h2, h3, h4, h5, h6, .cm-line';
/** Chips of a paragraph that are measured; more would cost too much. */
const MOST = 60;

/** Changes a chip, which keeps its width until the pointer leaves its paragraph. */
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
