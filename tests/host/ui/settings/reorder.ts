// Dragging the rows of a list into another order, by the handle of each.
import type { Row } from './row';

/** Tells the old and the new place of a row that was dropped; by then it stands there. */
export function dragToReorder(
  { el, setting }: Row,
  listEl: HTMLElement,
  onReorder: (oldIndex: number, newIndex: number) => void,
): void {
  setting.addExtraButton((button) => {
    const handleEl = button.setIcon('grip-vertical').setTooltip('Drag to reorder').extraSettingsEl;
    handleEl.addClass('mod-drag-handle');
    handleEl.addEventListener('pointerdown', (event) => {
      if (event.button !== 0) return;
      event.preventDefault();
      follow(event, { el, handleEl, listEl, onReorder });
    });
  });
}

interface Drag {
  readonly el: HTMLElement;
  readonly handleEl: HTMLElement;
  readonly listEl: HTMLElement;
  readonly onReorder: (oldIndex: number, newIndex: number) => void;
}

function follow(start: PointerEvent, { el, handleEl, listEl, onReorder }: Drag): void {
  const before = listEl.indexOf(el);
  const move = (event: PointerEvent): void => moveTo(el, listEl, event.clientY);
  const end = (): void => {
    handleEl.removeEventListener('pointermove', move);
    handleEl.removeEventListener('pointerup', end);
    handleEl.removeEventListener('pointercancel', end);
    el.removeClass('is-dragging');
    const after = listEl.indexOf(el);
    if (after !== before) onReorder(before, after);
  };
  el.addClass('is-dragging');
  handleEl.addEventListener('pointermove', move);
  handleEl.addEventListener('pointerup', end);
  handleEl.addEventListener('pointercancel', end);
  handleEl.setPointerCapture(start.pointerId);
}

/** Over the middle of a neighbour, the row and the neighbour change places. */
function moveTo(el: HTMLElement, listEl: HTMLElement, y: number): void {
  const previous = shownSibling(el, 'previousElementSibling');
  const next = shownSibling(el, 'nextElementSibling');
  // The neighbour is moved and not the row: it would lose the pointer.
  if (previous !== undefined && y < middleOf(previous)) listEl.insertBefore(previous, el.nextSibling);
  else if (next !== undefined && y > middleOf(next)) listEl.insertBefore(next, el);
}

function shownSibling(
  el: Element,
  side: 'previousElementSibling' | 'nextElementSibling',
): Element | undefined {
  const sibling = el[side];
  if (sibling === null) return undefined;
  return sibling.getClientRects().length > 0 ? sibling : shownSibling(sibling, side);
}

function middleOf(el: Element): number {
  const { top, height } = el.getBoundingClientRect();
  return top + height / 2;
}
