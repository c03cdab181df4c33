// What the app would show the user: notices and menus, recorded.
import { Menu, Notice, type MenuItem } from 'obsidian-test-mocks/obsidian';
import { vi } from 'vitest';

/** The notices from now on; a fragment is given whole, so that its buttons can be clicked. */
export function recordNotices(): (string | DocumentFragment)[] {
  const notices: (string | DocumentFragment)[] = [];
  vi.spyOn(Notice.prototype, 'constructor__').mockImplementation((message) => {
    notices.push(message);
  });
  return notices;
}

/** The menus that are shown from now on, each as its items. */
export function recordMenus(): MenuItem[][] {
  const menus: MenuItem[][] = [];
  vi.spyOn(Menu.prototype, 'showAtMouseEvent').mockImplementation(function (this: Menu) {
    menus.push(this.menuItems__);
    return this;
  });
  return menus;
}

/** Picks an item of a menu by its title. */
export function pick(menu: readonly MenuItem[] | undefined, title: string): void {
  const item = menu?.find(({ title__ }) => title__ === title);
  if (item === undefined) throw new Error(`The menu has no item "${title}".`);
  item.onClick__?.(new MouseEvent('click'));
}

export const titlesOf = (menu: readonly MenuItem[] | undefined): unknown[] =>
  (menu ?? []).map(({ title__ }) => title__);
