// Records what the app would show: notices and menus; shows modals in the document.
import {
  AbstractTextComponent,
  ButtonComponent,
  DropdownComponent,
  Menu,
  Modal,
  Notice,
  type MenuItem,
} from 'obsidian-test-mocks/obsidian';
import { vi } from 'vitest';

/** The notices from now on; a fragment is kept whole, so that its buttons can be clicked. */
export function recordNotices(): (string | DocumentFragment)[] {
  const notices: (string | DocumentFragment)[] = [];
  vi.spyOn(Notice.prototype, 'constructor__').mockImplementation((message) => {
    notices.push(message);
  });
  return notices;
}

/** The menus from now on, each as its items. */
export function recordMenus(): MenuItem[][] {
  const menus: MenuItem[][] = [];
  const show = function (this: Menu): Menu {
    menus.push(this.menuItems__);
    return this;
  };
  vi.spyOn(Menu.prototype, 'showAtMouseEvent').mockImplementation(show);
  vi.spyOn(Menu.prototype, 'showAtPosition').mockImplementation(show);
  return menus;
}

/**
 * Shows modals as the app does: the mock would close each, and its fields and buttons would get no events. The returned object
 * counts the closed ones.
 */
export function showModals(): { closed: number } {
  const shown = { closed: 0 };
  const callbacks = new WeakMap<Modal, () => unknown>();
  vi.spyOn(Modal.prototype, 'setCloseCallback').mockImplementation(function (this: Modal, callback) {
    callbacks.set(this, callback);
    return this;
  });
  vi.spyOn(Modal.prototype, 'open').mockImplementation(function (this: Modal) {
    document.body.append(this.containerEl);
    this.onOpen();
  });
  vi.spyOn(Modal.prototype, 'close').mockImplementation(function (this: Modal) {
    shown.closed += 1;
    this.onClose();
    this.containerEl.remove();
    callbacks.get(this)?.();
  });
  vi.spyOn(AbstractTextComponent.prototype, 'onChange').mockImplementation(function (
    this: AbstractTextComponent<HTMLInputElement>,
    callback,
  ) {
    this.inputEl.addEventListener('input', () => callback(this.inputEl.value));
    return this;
  });
  vi.spyOn(DropdownComponent.prototype, 'onChange').mockImplementation(function (
    this: DropdownComponent,
    callback,
  ) {
    this.selectEl.addEventListener('change', () => callback(this.selectEl.value));
    return this;
  });
  vi.spyOn(ButtonComponent.prototype, 'onClick').mockImplementation(function (
    this: ButtonComponent,
    callback,
  ) {
    this.buttonEl.addEventListener('click', (event) => void callback(event));
    return this;
  });
  return shown;
}

/** Types `text` into the field of a modal, and presses Enter. */
export async function submit(
  input: HTMLInputElement,
  text: string,
  init: KeyboardEventInit = {},
): Promise<void> {
  input.value = text;
  input.dispatchEvent(new Event('input'));
  input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, ...init }));
  await Promise.resolve();
}

/** The field of the visible modal. */
export function fieldOfModal(): HTMLInputElement {
  const input = document.querySelector('input');
  if (input === null) throw new Error('No modal asks for anything.');
  return input;
}

/** Picks an item of a menu by its title. */
export function pick(menu: readonly MenuItem[] | undefined, title: string): void {
  const item = menu?.find(({ title__ }) => title__ === title);
  if (item === undefined) throw new Error(`The menu has no item "${title}".`);
  item.onClick__?.(new MouseEvent('click'));
}

export const titlesOf = (menu: readonly MenuItem[] | undefined): unknown[] =>
  (menu ?? []).map(({ title__ }) => title__);
