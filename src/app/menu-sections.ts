// Menus as the app's own are: with a line between their sections, where the user asked for them.
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

/** Shows a menu where the user asked for it: by a mouse, by a finger in `doc`, or by a key, which has its own way. */
export function showMenu(
  menu: Menu,
  at: MouseEvent | KeyboardEvent | { readonly x: number; readonly y: number },
  doc: Document,
): void {
  if (!('instanceOf' in at)) menu.showAtPosition(at, doc);
  else if (at.instanceOf(MouseEvent)) menu.showAtMouseEvent(at);
}
