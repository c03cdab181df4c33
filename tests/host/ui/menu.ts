// Menus in the page, with pointer and keyboard, submenus beside their items. One is open at a time.
import type * as Obsidian from 'obsidian';
import { Component } from '../component';
import { currentApp } from '../current-app';
import { Platform } from '../platform';
import { Scope } from './keymap';
import { MenuItem, MenuSeparator } from './menu-item';
import { inSections, placeMenu } from './menu-layout';

/** Milliseconds of a rest on an item until its submenu opens, or that of another closes. */
const SUBMENU_DELAY = 250;

const menus = new WeakMap<Event, Menu>();
let openMenu: Menu | undefined;

function setOpenMenu(menu: Menu | undefined): void {
  openMenu = menu;
}

export class Menu extends Component implements Obsidian.Menu {
  readonly dom = createDiv('menu');
  readonly scrollEl = this.dom.createDiv('menu-scroll');
  readonly items: (MenuItem | MenuSeparator)[] = [];
  readonly scope = new Scope();
  parentMenu: Menu | null = null;
  currentSubmenu: Menu | null = null;
  readonly #sections: string[] = [];
  readonly #hideCallbacks: (() => unknown)[] = [];
  #parentEl: HTMLElement | undefined;
  #selected: MenuItem | undefined;
  #timer: number | undefined;
  #isOpen = false;

  constructor() {
    super();
    this.dom.setAttr('role', 'menu');
    const keys: Record<string, (event: KeyboardEvent) => unknown> = {
      Escape: () => this.hide(),
      ArrowDown: () => this.#move(1),
      ArrowUp: () => this.#move(-1),
      Home: () => this.#select(this.#choices()[0]),
      End: () => this.#select(this.#choices().at(-1)),
      ArrowRight: () => {
        if (this.#selected !== undefined) this.openSubmenu(this.#selected, true);
      },
      ArrowLeft: () => {
        this.parentMenu?.closeSubmenu();
      },
      Enter: (event) => this.#choose(this.#selected, event),
      ' ': (event) => this.#choose(this.#selected, event),
    };
    for (const [key, act] of Object.entries(keys)) {
      this.scope.register([], key, (event) => {
        act(event);
        return false;
      });
    }
    this.dom.addEventListener('mouseenter', () => {
      this.parentMenu?.stay();
    });
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
    this.dom.addClass('mod-no-icon');
    return this;
  }

  /** The host's menus are always drawn in the page. */
  setUseNativeMenu(): this {
    return this;
  }

  /** The app's own: which sections come first. */
  addSections(sections: readonly string[]): this {
    this.#sections.push(...sections);
    return this;
  }

  addItem(cb: (item: MenuItem) => unknown): this {
    const item = new MenuItem(() => this.#makeSubmenu());
    this.items.push(item);
    cb(item);
    return this;
  }

  addSeparator(): this {
    this.items.push(new MenuSeparator());
    return this;
  }

  setParentElement(el: HTMLElement): this {
    this.#parentEl = el;
    return this;
  }

  showAtMouseEvent(event: MouseEvent): this {
    return this.showAtPosition({ x: event.clientX, y: event.clientY }, event.doc);
  }

  /** One without items is not shown. */
  showAtPosition(position: Obsidian.MenuPositionDef, doc: Document = activeDocument): this {
    if (this.parentMenu === null) openMenu?.hide();
    if (this.items.length === 0) return this;
    if (this.parentMenu === null) setOpenMenu(this);
    this.#isOpen = true;
    this.load();
    this.#build();
    doc.body.appendChild(this.dom);
    this.#parentEl?.addClass('has-active-menu');
    // On a phone it is a sheet at the bottom.
    if (!Platform.isPhone) placeMenu(this.dom, position);
    currentApp().keymap.pushScope(this.scope);
    if (this.parentMenu === null) this.#closeFromOutside(doc);
    return this;
  }

  hide(): this {
    this.close();
    return this;
  }

  close(): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    this.closeSubmenu();
    this.stay();
    if (openMenu === this) setOpenMenu(undefined);
    currentApp().keymap.popScope(this.scope);
    this.#parentEl?.removeClass('has-active-menu');
    this.#select(undefined);
    this.dom.detach();
    this.unload();
    for (const callback of this.#hideCallbacks) callback();
  }

  onHide(callback: () => unknown): void {
    this.#hideCallbacks.push(callback);
  }

  onHistoryBack(): void {
    this.hide();
  }

  openSubmenu(item: MenuItem, byKey = false): void {
    const { submenu } = item;
    if (submenu === null || item.disabled) return;
    if (this.currentSubmenu !== submenu) {
      this.closeSubmenu();
      this.currentSubmenu = submenu;
      submenu.setParentElement(item.dom);
      const { left, top, width } = item.dom.getBoundingClientRect();
      submenu.showAtPosition({ x: left, y: top, width }, item.dom.doc);
    }
    if (byKey) submenu.#select(submenu.#choices()[0]);
  }

  closeSubmenu(): void {
    this.currentSubmenu?.hide();
    this.currentSubmenu = null;
  }

  /** What the pointer was about to change stays as it is. */
  stay(): void {
    this.dom.win.clearTimeout(this.#timer);
  }

  #makeSubmenu(): Menu {
    const submenu = new Menu();
    submenu.parentMenu = this;
    submenu.onHide(() => {
      if (this.currentSubmenu === submenu) this.currentSubmenu = null;
    });
    return submenu;
  }

  #build(): void {
    this.scrollEl.empty();
    inSections(this.items, this.#sections).forEach((group, index) => {
      if (index > 0) this.scrollEl.createDiv('menu-separator');
      const groupEl = this.scrollEl.createDiv('menu-group');
      for (const item of group) {
        groupEl.appendChild(item.dom);
        if (item instanceof MenuItem) this.#listenTo(item);
      }
    });
  }

  #listenTo(item: MenuItem): void {
    item.dom.onclick = (event) => this.#choose(item, event);
    item.dom.onmouseenter = () => {
      this.#select(item);
      this.stay();
      this.#timer = this.dom.win.setTimeout(() => {
        if (item.submenu === null) this.closeSubmenu();
        else this.openSubmenu(item);
      }, SUBMENU_DELAY);
    };
  }

  #closeFromOutside({ win }: Document): void {
    this.registerDomEvent(
      win,
      'pointerdown',
      (event: PointerEvent) => {
        if (!this.#holds(event.targetNode)) this.hide();
      },
      true,
    );
    for (const type of ['blur', 'resize']) {
      this.registerDomEvent(win, type, () => {
        this.hide();
      });
    }
  }

  #holds(node: Node | null): boolean {
    const { currentSubmenu } = this;
    return this.dom.contains(node) || (currentSubmenu !== null && currentSubmenu.#holds(node));
  }

  /** In the order in which they stand there. */
  #choices(): MenuItem[] {
    const all = inSections(this.items, this.#sections).flat();
    return all.filter((item) => item instanceof MenuItem).filter((item) => item.isChoice);
  }

  #move(step: number): void {
    const items = this.#choices();
    const at = this.#selected === undefined ? (step > 0 ? -1 : 0) : items.indexOf(this.#selected);
    this.#select(items[(at + step + items.length) % items.length]);
  }

  #select(item: MenuItem | undefined): void {
    this.#selected?.dom.removeClass('selected');
    this.#selected = item;
    item?.dom.addClass('selected');
    item?.dom.scrollIntoView({ block: 'nearest' });
  }

  #choose(item: MenuItem | undefined, event: MouseEvent | KeyboardEvent): void {
    if (item?.isChoice !== true) return;
    if (item.submenu !== null) {
      this.openSubmenu(item, event.type === 'keydown');
      return;
    }
    this.#root().hide();
    item.choose(event);
  }

  #root(): Menu {
    return this.parentMenu === null ? this : this.parentMenu.#root();
  }
}
