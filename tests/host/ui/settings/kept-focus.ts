// Where the focus stands on a page, kept over a new drawing of the page: by the row and the control in it, with what was
// typed there and is not stored.

const FOCUSABLE = 'input, select, textarea, button, [tabindex="0"]';

/** Notes where the focus is; the function that is returned puts it there again. */
export function keepFocus(pageEl: HTMLElement): (drawnEl: HTMLElement) => void {
  const { activeElement } = pageEl.doc;
  const rowEl = activeElement?.closest('.setting-item') ?? null;
  if (activeElement === null || rowEl === null || !pageEl.contains(rowEl)) return () => undefined;
  const place = rowsOf(pageEl).indexOf(rowEl);
  const name = nameOf(rowEl);
  const control = controlsOf(rowEl).indexOf(activeElement);
  const typed = isTextField(activeElement) ? textOf(activeElement) : undefined;
  return (drawnEl) => {
    const rows = rowsOf(drawnEl);
    // An entry that was deleted leaves its place to the next one.
    const row =
      rows.find((candidate) => nameOf(candidate) === name) ?? rows[Math.min(place, rows.length - 1)];
    if (row === undefined) return;
    const target = controlsOf(row)[control] ?? controlsOf(row)[0];
    (target as HTMLElement | undefined)?.focus({ preventScroll: true });
    if (typed !== undefined && nameOf(row) === name && isTextField(target)) typed(target);
  };
}

function textOf({
  value,
  selectionStart,
  selectionEnd,
}: HTMLInputElement): (field: HTMLInputElement) => void {
  return (field) => {
    field.value = value;
    // A field of numbers has no selection.
    if (selectionStart !== null) field.setSelectionRange(selectionStart, selectionEnd);
  };
}

function isTextField(el: Element | undefined): el is HTMLInputElement {
  return el?.matches('textarea, input[type="text"], input[type="search"], input[type="number"]') === true;
}

function rowsOf(pageEl: HTMLElement): Element[] {
  return pageEl.findAll('.setting-item');
}

function nameOf(rowEl: Element): string {
  return rowEl.find('.setting-item-name')?.textContent ?? '';
}

function controlsOf(rowEl: Element): Element[] {
  return rowEl.findAllSelf(FOCUSABLE);
}
