// The entries of a menu.
import { setIcon } from './icons';
import type { Menu } from './menu';

export class MenuItem {
  readonly dom = createDiv('menu-item tappable');
  section = '';
  disabled = false;
  submenu: Menu | null = null;
  readonly #iconEl = this.dom.createDiv('menu-item-icon');
  readonly #titleEl = this.dom.createDiv('menu-item-title');
  #isLabel = false;
  #callback: ((evt: MouseEvent | KeyboardEvent) => unknown) | undefined;

  constructor(private readonly makeSubmenu: () => Menu) {
    this.dom.setAttr('role', 'menuitem');
  }

  /** Whether it can be chosen. */
  get isChoice(): boolean {
    return !this.disabled && !this.#isLabel;
  }

  setTitle(title: string | DocumentFragment): this {
    this.#titleEl.setText(title);
    return this;
  }

  setIcon(icon: string | null): this {
    if (icon === null) this.#iconEl.empty();
    else setIcon(this.#iconEl, icon);
    return this;
  }

  setChecked(checked: boolean | null): this {
    this.dom.toggleClass('mod-checked', checked === true);
    this.dom.setAttrs({
      role: checked === null ? 'menuitem' : 'menuitemcheckbox',
      'aria-checked': checked,
    });
    this.dom.querySelector('.mod-checked-icon')?.detach();
    if (checked === true) setIcon(this.dom.createDiv('menu-item-icon mod-checked-icon'), 'check');
    return this;
  }

  setDisabled(disabled: boolean): this {
    this.disabled = disabled;
    this.dom.toggleClass('is-disabled', disabled);
    this.dom.setAttr('aria-disabled', disabled ? 'true' : null);
    return this;
  }

  setWarning(isWarning: boolean): this {
    this.dom.toggleClass('is-warning', isWarning);
    return this;
  }

  setIsLabel(isLabel: boolean): this {
    this.#isLabel = isLabel;
    this.dom.toggleClass('is-label', isLabel);
    return this;
  }

  onClick(callback: (evt: MouseEvent | KeyboardEvent) => unknown): this {
    this.#callback = callback;
    return this;
  }

  setSection(section: string): this {
    this.section = section;
    this.dom.setAttr('data-section', section);
    return this;
  }

  /** The app's own, and what plugins make submenus with: the menu that opens beside this item. */
  setSubmenu(): Menu {
    if (this.submenu !== null) return this.submenu;
    this.submenu = this.makeSubmenu();
    this.dom.addClass('has-submenu');
    this.dom.setAttr('aria-haspopup', 'menu');
    setIcon(this.dom.createDiv('menu-item-icon mod-submenu'), 'chevron-right');
    return this.submenu;
  }

  choose(event: MouseEvent | KeyboardEvent): void {
    this.#callback?.(event);
  }
}

export class MenuSeparator {
  readonly dom = createDiv({ cls: 'menu-separator', attr: { role: 'separator' } });
  section = '';
}
