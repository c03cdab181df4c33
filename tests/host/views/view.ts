// The base of what a leaf shows, and of those views that have a header.
import type * as Obsidian from 'obsidian';
import type { App } from '../app';
import { Component } from '../component';
import { setIcon } from '../ui/icons';
import type { Scope } from '../ui/keymap';
import { Menu } from '../ui/menu';
import { setTooltip } from '../ui/tooltip';
import type { WorkspaceLeaf } from '../workspace/leaf';

// The API declares `onOpen` and `onClose` protected, and TypeScript takes only a subclass of that very declaration for
// such a view. At run time the base is the host's component.
const DeclaredView = Component as unknown as abstract new () => Obsidian.View;

export abstract class View extends DeclaredView {
  override app: App;
  override icon = 'file';
  override navigation = true;
  override leaf: WorkspaceLeaf;
  override containerEl = createDiv('workspace-leaf-content');
  override scope: Scope | null = null;

  constructor(leaf: WorkspaceLeaf) {
    super();
    this.leaf = leaf;
    this.app = leaf.app;
  }

  /** The leaf shows this view from now on. */
  async open(parentEl: HTMLElement): Promise<void> {
    this.containerEl.setAttr('data-type', this.getViewType());
    parentEl.appendChild(this.containerEl);
    this.load();
    await this.onOpen();
  }

  /** The leaf shows it no more. */
  async close(): Promise<void> {
    this.containerEl.detach();
    await this.onClose();
    this.unload();
  }

  protected override onOpen(): Promise<void> {
    return Promise.resolve();
  }

  protected override onClose(): Promise<void> {
    return Promise.resolve();
  }

  override getState(): Record<string, unknown> {
    return {};
  }

  override setState(state: unknown, result: Obsidian.ViewStateResult): Promise<void>;
  override setState(): Promise<void> {
    return Promise.resolve();
  }

  override getEphemeralState(): Record<string, unknown> {
    return {};
  }

  override setEphemeralState(state: unknown): void {
    if ((state as { focus?: unknown } | null)?.focus === true) this.focus();
  }

  override getIcon(): string {
    return this.icon;
  }

  override onResize(): void {
    // For subclasses.
  }

  override onPaneMenu(menu: Menu, source: string): void;
  override onPaneMenu(): void {
    // For subclasses.
  }

  /** What it is called may have changed. */
  updateTitle(): void {
    // For views with a header.
  }

  /** Editor extensions have changed. */
  updateOptions(): void {
    // For views with an editor.
  }

  /** Takes the focus, unless it is inside already. */
  focus(): void {
    if (this.containerEl.contains(this.containerEl.doc.activeElement)) return;
    this.containerEl.setAttr('tabindex', '-1');
    this.containerEl.focus({ preventScroll: true });
  }
}

export abstract class ItemView extends View implements Obsidian.ItemView {
  readonly headerEl = this.containerEl.createDiv('view-header');
  readonly contentEl = this.containerEl.createDiv('view-content');
  readonly #titleEl: HTMLElement;
  readonly #actionsEl: HTMLElement;

  constructor(leaf: WorkspaceLeaf) {
    super(leaf);
    const left = this.headerEl.createDiv('view-header-left');
    const drawer = left.createDiv('clickable-icon view-header-drawer-button');
    setIcon(drawer, 'menu');
    setTooltip(drawer, 'Open sidebar');
    drawer.addEventListener('click', () => this.app.workspace.leftSplit.toggle());
    this.#titleEl = this.headerEl
      .createDiv('view-header-title-container mod-at-start')
      .createDiv('view-header-title');
    this.#actionsEl = this.headerEl.createDiv('view-actions');
    this.addAction('ellipsis-vertical', 'More options', (event) => this.#showPaneMenu(event));
  }

  override async open(parentEl: HTMLElement): Promise<void> {
    await super.open(parentEl);
    this.updateTitle();
  }

  /** Puts a button before those that are there. */
  addAction(icon: string, title: string, callback: (evt: MouseEvent) => unknown): HTMLElement {
    const el = this.#actionsEl.createEl('button', { cls: 'clickable-icon view-action', prepend: true });
    setIcon(el, icon);
    setTooltip(el, title);
    el.addEventListener('click', (event) => void callback(event));
    return el;
  }

  override updateTitle(): void {
    this.#titleEl.setText(this.getDisplayText());
  }

  #showPaneMenu(event: MouseEvent): void {
    const menu = new Menu();
    this.onPaneMenu(menu, 'more-options');
    menu.addItem((item) =>
      item
        .setSection('close')
        .setTitle(this.leaf.pinned ? 'Unpin' : 'Pin')
        .setIcon('pin')
        .onClick(() => this.leaf.togglePinned()),
    );
    menu.addItem((item) =>
      item
        .setSection('close')
        .setTitle('Close')
        .setIcon('x')
        .onClick(() => this.leaf.detach()),
    );
    menu.showAtMouseEvent(event);
  }
}
