// Menus in the page, with pointer and keyboard. One is open at a time.
import type * as Obsidian from 'obsidian';
import { Component } from '../component';
import { currentApp } from '../current-app';
import { setIcon } from './icons';
import { Scope } from './keymap';

export class MenuItem {
  readonly dom = createDiv('menu-item tappable');
  section = '';
  disabled = false;
  readonly #iconEl = this.dom.createDiv('menu-item-icon');
  readonly #titleEl = this.dom.createDiv('menu-item-title');
  #callback: ((evt: MouseEvent | KeyboardEvent) => unknown) | undefined;

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
    this.dom.querySelector('.mod-checked-icon')?.detach();
    if (checked === true) setIcon(this.dom.createDiv('menu-item-icon mod-checked-icon'), 'check');
    return this;
  }

  setDisabled(disabled: boolean): this {
    this.disabled = disabled;
    this.dom.toggleClass('is-disabled', disabled);
    return this;
  }

  setWarning(isWarning: boolean): this {
    this.dom.toggleClass('is-warning', isWarning);
    return this;
  }

  setIsLabel(isLabel: boolean): this {
    this.dom.toggleClass('is-label', isLabel);
    return this;
  }

  onClick(callback: (evt: MouseEvent | KeyboardEvent) => unknown): this {
    this.#callback = callback;
    return this;
  }

  setSection(section: string): this {
    this.section = section;
    return this;
  }

  choose(event: MouseEvent | KeyboardEvent): void {
    this.#callback?.(event);
  }
}

export class MenuSeparator {
  readonly dom = createDiv('menu-separator');
  section = '';
}

const menus = new WeakMap<Event, Menu>();
let openMenu: Menu | undefined;

function setOpenMenu(menu: Menu | undefined): void {
  openMenu = menu;
}

export class Menu extends Component implements Obsidian.Menu {
  readonly #dom = createDiv('menu');
  readonly #items: (MenuItem | MenuSeparator)[] = [];
  readonly #scope = new Scope();
  readonly #hideCallbacks: (() => unknown)[] = [];
  #parentEl: HTMLElement | undefined;
  #selected: MenuItem | undefined;

  constructor() {
    super();
    this.#scope.register([], 'Escape', () => this.#endWith(() => undefined));
    this.#scope.register([], 'ArrowDown', () => this.#move(1));
    this.#scope.register([], 'ArrowUp', () => this.#move(-1));
    this.#scope.register([], 'Enter', (event) => this.#choose(this.#selected, event));
    this.#scope.register([], ' ', (event) => this.#choose(this.#selected, event));
  }

  /** One menu for one event, however many handlers add to it; it shows once they have all run. */
  static forEvent(event: PointerEvent | MouseEvent): Menu {
    const known = menus.get(event);
    if (known !== undefined) return known;
    const menu = new Menu();
    menus.set(event, menu);
    event.preventDefault();
    window.setTimeout(() => menu.showAtMouseEvent(event), 0);
    return menu;
  }

  setNoIcon(): this {
    this.#dom.addClass('mod-no-icon');
    return this;
  }

  /** The host's menus are always drawn in the page. */
  setUseNativeMenu(): this {
    return this;
  }

  addItem(cb: (item: MenuItem) => unknown): this {
    const item = new MenuItem();
    this.#items.push(item);
    cb(item);
    return this;
  }

  addSeparator(): this {
    this.#items.push(new MenuSeparator());
    return this;
  }

  setParentElement(el: HTMLElement): this {
    this.#parentEl = el;
    return this;
  }

  showAtMouseEvent(event: MouseEvent): this {
    return this.showAtPosition({ x: event.clientX, y: event.clientY }, event.doc);
  }

  showAtPosition(position: Obsidian.MenuPositionDef, doc: Document = activeDocument): this {
    openMenu?.hide();
    setOpenMenu(this);
    this.load();
    this.#build();
    doc.body.appendChild(this.#dom);
    this.#parentEl?.addClass('has-active-menu');
    this.#place(position, doc.win);
    currentApp().keymap.pushScope(this.#scope);
    this.registerDomEvent(
      doc,
      'pointerdown',
      (event: PointerEvent) => {
        if (!this.#dom.contains(event.targetNode)) this.hide();
      },
      true,
    );
    return this;
  }

  hide(): this {
    this.close();
    return this;
  }

  close(): void {
    if (openMenu !== this) return;
    setOpenMenu(undefined);
    currentApp().keymap.popScope(this.#scope);
    this.#parentEl?.removeClass('has-active-menu');
    this.#dom.detach();
    this.unload();
    for (const callback of this.#hideCallbacks) callback();
  }

  onHide(callback: () => unknown): void {
    this.#hideCallbacks.push(callback);
  }

  onHistoryBack(): void {
    this.hide();
  }

  #build(): void {
    this.#dom.empty();
    let section: string | undefined;
    for (const item of inSections(this.#items)) {
      if (section !== undefined && section !== item.section) this.#dom.createDiv('menu-separator');
      section = item.section;
      this.#dom.appendChild(item.dom);
      if (!(item instanceof MenuItem)) continue;
      item.dom.onclick = (event) => this.#choose(item, event);
      item.dom.onmouseenter = () => {
        this.#select(item);
      };
    }
  }

  #place({ x, y, width = 0, left = false }: Obsidian.MenuPositionDef, win: Window): void {
    const { offsetWidth, offsetHeight } = this.#dom;
    const opensLeft = left || x + width + offsetWidth > win.innerWidth;
    const start = Math.clamp(opensLeft ? x - offsetWidth : x, 0, Math.max(0, win.innerWidth - offsetWidth));
    const top = Math.clamp(y, 0, Math.max(0, win.innerHeight - offsetHeight));
    this.#dom.setCssStyles({ left: `${start}px`, top: `${top}px` });
  }

  #move(step: number): false {
    const items = this.#items.filter((item) => item instanceof MenuItem).filter((item) => !item.disabled);
    const at = this.#selected === undefined ? (step > 0 ? -1 : 0) : items.indexOf(this.#selected);
    this.#select(items[(at + step + items.length) % items.length]);
    return false;
  }

  #select(item: MenuItem | undefined): void {
    this.#selected?.dom.removeClass('selected');
    this.#selected = item;
    item?.dom.addClass('selected');
  }

  #choose(item: MenuItem | undefined, event: MouseEvent | KeyboardEvent): false {
    if (item === undefined || item.disabled) return false;
    return this.#endWith(() => {
      item.choose(event);
    });
  }

  #endWith(act: () => void): false {
    this.hide();
    act();
    return false;
  }
}

/** Items of one section stand together, sections in the order of their first item. */
function inSections<T extends { section: string }>(items: readonly T[]): T[] {
  const sections = [...new Set(items.map((item) => item.section))];
  return sections.flatMap((section) => items.filter((item) => item.section === section));
}
