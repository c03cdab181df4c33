// A menu in sections, as the app's own are: a line between those that have anything in them.
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
