// Places a preview that opens from a dialog: beside the dialog, as large as fits there, and never over its own row.
import type { PreviewPosition } from '../preview/hover-preview';

const GAP = 8;
/** The border of the preview. Pixels. */
const BORDER = 1;
/**
 * The width of the preview is the app's at most. If less than the minimum is free, the preview covers a part of the dialog. Pixels.
 */
const WIDEST = 450;
const LEAST = 280;

export function besideDialog(dialog: HTMLElement, targetEl: HTMLElement): PreviewPosition {
  const { left, right } = dialog.getBoundingClientRect();
  const row = targetEl.closest('.playhead-finding') ?? targetEl;
  const { top, bottom } = row.getBoundingClientRect();
  const room = Math.floor(Math.max(left, dialog.win.innerWidth - right)) - 2 * (GAP + BORDER);
  return {
    x: right + GAP,
    y: top,
    around: { left, right, top, bottom },
    width: Math.max(LEAST, Math.min(WIDEST, room)),
    mustNotCover: [row],
    avoidCovering: room < LEAST ? dialog.findAll('.playhead-check-buttons') : [dialog],
  };
}
