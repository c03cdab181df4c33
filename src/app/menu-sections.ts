// Menus with separators between their sections, as the app's own have them, opened at the pointer, finger or key that asked.
import type { Menu, MenuItem } from 'obsidian';

export function addSections<Entry>(
  menu: Menu,
  sections: readonly (readonly Entry[])[],
  fill: (item: MenuItem, entry: Entry) => void,
): void {
  const filled = sections.filter((entries) => entries.length > 0);
  for (const [index, entries] of filled.entries()) {
    if (index > 0) menu.addSeparator();
    for (const entry of entries) {
      menu.addItem((item) => fill(item, entry));
    }
  }
}

/** Shows a menu at the mouse, at the finger in `doc`, or at the element on which a key was pressed. */
export function showMenu(
  menu: Menu,
  at: MouseEvent | KeyboardEvent | { readonly x: number; readonly y: number },
  doc: Document,
): void {
  if (!('instanceOf' in at)) menu.showAtPosition(at, doc);
  else if (at.instanceOf(MouseEvent)) menu.showAtMouseEvent(at);
}
