// The workspace: sidebars, the main area, pop-outs; which leaf is active; the layout, saved when it changes.
import type * as Obsidian from 'obsidian';
import type { Extension } from '@codemirror/state';
import { absent } from '../absent';
import type { App } from '../app';
import { debounce } from '../debounce';
import { Events } from '../events';
import type { TFile } from '../files';
import type { SavedLayout } from '../start-options';
import { FileView, TextFileView } from '../views/file-view';
import type { View } from '../views/view';
import type { WorkspaceItem, WorkspaceParent } from './item';
import { restoreLayout, saveLayout } from './layout';
import { WorkspaceLeaf } from './leaf';
import { chooseLeaf, openLink } from './navigation';
import { WorkspaceFloating, WorkspaceWindow } from './popout';
import { Tasks } from './quit';
import { WorkspaceRibbon } from './ribbon';
import { WorkspaceRoot, WorkspaceSidedock, WorkspaceSplit } from './split';
import { WorkspaceTabs } from './tabs';

const SAVE_DELAY = 2000;
const LAYOUT_FILE = '.obsidian/workspace.json';

export class Workspace extends Events implements Obsidian.Workspace {
  readonly containerEl = createDiv('workspace');
  readonly leftRibbon: WorkspaceRibbon;
  readonly rightRibbon: WorkspaceRibbon;
  readonly rootSplit: WorkspaceRoot;
  readonly leftSplit: WorkspaceSidedock;
  readonly rightSplit: WorkspaceSidedock;
  readonly floatingSplit: WorkspaceFloating;
  readonly editorExtensions: Extension[] = [];
  activeLeaf: WorkspaceLeaf | null = null;
  activeEditor: Obsidian.MarkdownFileInfo | null = null;
  layoutReady = false;
  readonly requestSaveLayout: Obsidian.Debouncer<[], Promise<void>>;
  readonly #lastOpenFiles: string[] = [];
  readonly #readyCallbacks: (() => unknown)[] = [];
  readonly #announceLayout = debounce(() => {
    this.trigger('layout-change');
    this.requestSaveLayout();
  });
  readonly #announceActiveLeaf = debounce(() => {
    this.#activeLeafEvents();
  });
  #announcedFile: TFile | null = null;
  #rebuilding: Promise<unknown> = Promise.resolve();
  #clock = 0;

  constructor(readonly app: App) {
    super();
    this.leftRibbon = new WorkspaceRibbon(app, 'left');
    this.rightRibbon = new WorkspaceRibbon(app, 'right');
    this.rootSplit = new WorkspaceRoot(this);
    this.leftSplit = new WorkspaceSidedock(this, 'left');
    this.rightSplit = new WorkspaceSidedock(this, 'right');
    this.floatingSplit = new WorkspaceFloating(this);
    this.requestSaveLayout = debounce(() => this.saveLayout(), SAVE_DELAY, true);
    const parts = [this.leftRibbon, this.leftSplit, this.rootSplit, this.rightSplit];
    this.containerEl.append(...parts.map((part) => part.containerEl));
    for (const news of ['view-registered', 'view-unregistered']) {
      app.viewRegistry.on(news, (type: string) => {
        this.#rebuilding = Promise.all([this.#rebuilding, this.#rebuild(type)]);
      });
    }
  }

  // Layout

  onLayoutReady(callback: () => unknown): void {
    if (this.layoutReady) window.setTimeout(callback, 0);
    else this.#readyCallbacks.push(callback);
  }

  /** The first layout of a session. */
  async loadLayout(saved: SavedLayout | undefined): Promise<void> {
    if (saved !== undefined) await restoreLayout(this, saved);
    await this.#fillGaps();
    this.layoutReady = true;
    this.setActiveLeaf(this.#leafToStartWith(saved?.active), { focus: true });
    for (const callback of this.#readyCallbacks.splice(0)) callback();
    this.trigger('layout-ready');
    this.layoutChanged();
  }

  async changeLayout(workspace: unknown): Promise<void> {
    this.layoutReady = false;
    for (const popout of [...this.floatingSplit.children]) popout.close();
    this.#everyLeaf().forEach((leaf) => {
      leaf.detach();
    });
    this.activeLeaf = null;
    await this.loadLayout(workspace as SavedLayout);
  }

  getLayout(): Record<string, unknown> {
    return { ...saveLayout(this), lastOpenFiles: this.#lastOpenFiles };
  }

  async saveLayout(): Promise<void> {
    await this.app.vault.adapter.write(LAYOUT_FILE, JSON.stringify(this.getLayout(), undefined, 2));
  }

  layoutChanged(): void {
    if (this.layoutReady) this.#announceLayout();
  }

  leafDetached(): void {
    if (!this.layoutReady) return;
    void this.#fillGaps();
    this.layoutChanged();
  }

  // Leaves

  newLeaf(): WorkspaceLeaf {
    return new WorkspaceLeaf(this.app, this);
  }

  createLeafInTabs(tabs: WorkspaceTabs): WorkspaceLeaf {
    const leaf = this.newLeaf();
    tabs.insertLeaf(tabs.currentTab + 1, leaf);
    this.layoutChanged();
    return leaf;
  }

  createLeafInParent(parent: WorkspaceSplit, index: number): WorkspaceLeaf {
    const tabs = new WorkspaceTabs(this);
    parent.insertChild(index, tabs);
    return this.createLeafInTabs(tabs);
  }

  createLeafBySplit(
    leaf: WorkspaceLeaf,
    direction: Obsidian.SplitDirection = 'vertical',
    before = false,
  ): WorkspaceLeaf {
    const tabs = leaf.parent;
    if (this.app.platform.isPhone) return this.createLeafInTabs(tabs);
    let { parent } = tabs;
    if (parent.direction !== direction) {
      const split = new WorkspaceSplit(this, direction);
      parent.replaceChild(tabs, split);
      split.insertChild(0, tabs);
      parent = split;
    }
    return this.createLeafInParent(parent, parent.children.indexOf(tabs) + (before ? 0 : 1));
  }

  splitActiveLeaf(direction?: Obsidian.SplitDirection): WorkspaceLeaf {
    return this.createLeafBySplit(this.mainLeaf(), direction);
  }

  async duplicateLeaf(
    leaf: WorkspaceLeaf,
    leafType: Obsidian.PaneType | boolean | Obsidian.SplitDirection = 'vertical',
    direction?: Obsidian.SplitDirection,
  ): Promise<WorkspaceLeaf> {
    const splitting = leafType === 'vertical' || leafType === 'horizontal' || leafType === 'split';
    const copy = splitting
      ? this.createLeafBySplit(leaf, leafType === 'split' ? direction : leafType)
      : this.getLeaf(leafType);
    await copy.setViewState({ ...leaf.getViewState(), active: true });
    return copy;
  }

  getUnpinnedLeaf(): WorkspaceLeaf {
    return chooseLeaf(this, false);
  }

  getLeaf(newLeaf: Obsidian.PaneType | boolean = false, direction?: Obsidian.SplitDirection): WorkspaceLeaf {
    return chooseLeaf(this, newLeaf, direction);
  }

  getLeftLeaf(split: boolean): WorkspaceLeaf {
    return this.#sideLeaf(this.leftSplit, split);
  }

  getRightLeaf(split: boolean): WorkspaceLeaf {
    return this.#sideLeaf(this.rightSplit, split);
  }

  async ensureSideLeaf(
    type: string,
    side: Obsidian.Side,
    options: { active?: boolean; split?: boolean; reveal?: boolean; state?: unknown } = {},
  ): Promise<WorkspaceLeaf> {
    const { active = false, split = false, reveal = true, state = {} } = options;
    const dock = side === 'left' ? this.leftSplit : this.rightSplit;
    const known = this.getLeavesOfType(type).find((leaf) => leaf.isInside(dock));
    const leaf = known ?? this.#sideLeaf(dock, split);
    if (known === undefined) await leaf.setViewState({ type, state: state as Record<string, unknown> });
    if (reveal) await this.revealLeaf(leaf);
    if (active) this.setActiveLeaf(leaf, { focus: true });
    return leaf;
  }

  /** Where the user works: the active leaf unless it is in a sidebar. */
  mainLeaf(): WorkspaceLeaf {
    const { activeLeaf } = this;
    if (activeLeaf !== null && !this.isInSidebar(activeLeaf)) return activeLeaf;
    return this.getMostRecentLeaf() ?? this.createLeafInParent(this.rootSplit, 0);
  }

  isInSidebar(leaf: WorkspaceLeaf): boolean {
    return leaf.isInside(this.leftSplit) || leaf.isInside(this.rightSplit);
  }

  getMostRecentLeaf(root: WorkspaceParent = this.rootSplit): WorkspaceLeaf | null {
    const leaves = leavesIn(root).sort((a, b) => b.activeTime - a.activeTime);
    return leaves[0] ?? null;
  }

  getLeafById(id: string): WorkspaceLeaf | null {
    return this.#everyLeaf().find((leaf) => leaf.id === id) ?? null;
  }

  getGroupLeaves(group: string): WorkspaceLeaf[] {
    return this.#everyLeaf().filter((leaf) => leaf.group === group);
  }

  getLeavesOfType(viewType: string): WorkspaceLeaf[] {
    return this.#everyLeaf().filter((leaf) => leaf.view.getViewType() === viewType);
  }

  detachLeavesOfType(viewType: string): void {
    for (const leaf of this.getLeavesOfType(viewType)) leaf.detach();
  }

  iterateRootLeaves(callback: (leaf: WorkspaceLeaf) => unknown): void {
    leavesIn(this.rootSplit).forEach(callback);
    leavesIn(this.floatingSplit).forEach(callback);
  }

  iterateAllLeaves(callback: (leaf: WorkspaceLeaf) => unknown): void {
    this.#everyLeaf().forEach(callback);
  }

  async revealLeaf(leaf: WorkspaceLeaf): Promise<void> {
    for (let item: WorkspaceItem | undefined = leaf; item !== undefined; item = item.up) {
      if (item instanceof WorkspaceSidedock) item.expand();
    }
    leaf.parent.selectLeaf(leaf);
    await leaf.loadIfDeferred();
  }

  // Windows

  openPopoutLeaf(data?: Obsidian.WorkspaceWindowInitData): WorkspaceLeaf {
    return this.createLeafInParent(this.#openWindow(data), 0);
  }

  moveLeafToPopout(leaf: WorkspaceLeaf, data?: Obsidian.WorkspaceWindowInitData): WorkspaceWindow {
    const popout = this.#openWindow(data);
    const tabs = new WorkspaceTabs(this);
    leaf.parent.removeChild(leaf);
    popout.insertChild(0, tabs);
    tabs.insertLeaf(0, leaf);
    this.leafDetached();
    this.setActiveLeaf(leaf, { focus: true });
    return popout;
  }

  addWindow(popout: WorkspaceWindow): void {
    popout.parent = this.floatingSplit;
    this.floatingSplit.children.push(popout);
    this.trigger('window-open', popout, popout.win);
  }

  windowClosed(popout: WorkspaceWindow): void {
    const leaves = leavesIn(popout);
    this.floatingSplit.removeChild(popout);
    for (const leaf of leaves) {
      this.forget(leaf);
      void leaf.view.close();
    }
    this.trigger('window-close', popout, popout.win);
    this.windowFocused(window);
    this.leafDetached();
  }

  windowFocused(win: Window): void {
    window.activeWindow = win;
    window.activeDocument = win.document;
  }

  // What is active

  setActiveLeaf(leaf: WorkspaceLeaf, params?: { focus?: boolean } | boolean, focusGiven?: boolean): void {
    const focus = typeof params === 'object' ? params.focus === true : focusGiven === true;
    leaf.activeTime = ++this.#clock;
    if (leaf !== this.activeLeaf) this.#activate(leaf);
    leaf.parent.selectLeaf(leaf);
    const { win } = leaf.getContainer();
    this.windowFocused(win);
    if (!focus) return;
    if (win !== window) win.focus();
    leaf.view.setEphemeralState({ focus: true });
  }

  /** The active leaf shows another view or file. */
  activeLeafChanged(): void {
    const view = this.activeLeaf?.view;
    this.app.keymap.viewScope = view?.scope ?? null;
    this.activeEditor = view !== undefined && isMarkdownInfo(view) ? view : null;
    if (this.layoutReady) this.#announceActiveLeaf();
  }

  /** A leaf that goes is nobody's active leaf any more. */
  forget(leaf: WorkspaceLeaf): void {
    if (this.activeLeaf !== leaf) return;
    this.activeLeaf = null;
    this.activeEditor = null;
  }

  getActiveViewOfType<T extends Obsidian.View>(type: Obsidian.Constructor<T>): T | null {
    const view = this.activeLeaf?.view;
    return view instanceof type ? view : null;
  }

  getActiveFile(): TFile | null {
    const view = this.activeLeaf?.view;
    if (view instanceof FileView) return view.file;
    const recent = this.getMostRecentLeaf()?.view;
    return recent instanceof FileView ? recent.file : null;
  }

  getLastOpenFiles(): string[] {
    return [...this.#lastOpenFiles];
  }

  // Other things that the API puts here

  openLinkText(
    linktext: string,
    sourcePath: string,
    newLeaf?: Obsidian.PaneType | boolean,
    openViewState?: Obsidian.OpenViewState,
  ): Promise<void> {
    return openLink(this, {
      linktext,
      sourcePath,
      newLeaf: newLeaf ?? false,
      openViewState: openViewState ?? {},
    });
  }

  /** The editors take the extensions as they are now. */
  updateOptions(): void {
    this.iterateAllLeaves((leaf) => {
      leaf.view.updateOptions();
    });
  }

  /** Resolves when every view whose type came or went has been replaced. */
  async viewsRebuilt(): Promise<void> {
    await this.#rebuilding;
  }

  /** Writes what was edited and not saved yet. */
  async saveOpenNotes(): Promise<void> {
    const views = this.#everyLeaf().map((leaf) => leaf.view);
    await Promise.all(views.map((view) => (view instanceof TextFileView ? view.save() : undefined)));
  }

  resized(): void {
    this.iterateAllLeaves((leaf) => {
      leaf.onResize();
    });
    this.trigger('resize');
  }

  /** The page goes: its pop-outs with it. */
  quit(): void {
    this.trigger('quit', new Tasks());
    for (const popout of [...this.floatingSplit.children]) popout.close();
  }

  handleLinkContextMenu(): never {
    return absent('Workspace.handleLinkContextMenu');
  }

  #activate(leaf: WorkspaceLeaf): void {
    const before = this.activeLeaf;
    before?.containerEl.removeClass('mod-active');
    before?.tabHeaderEl.removeClass('mod-active');
    before?.parent.containerEl.removeClass('mod-active');
    this.activeLeaf = leaf;
    leaf.containerEl.addClass('mod-active');
    leaf.tabHeaderEl.addClass('mod-active');
    leaf.parent.containerEl.addClass('mod-active');
    this.activeLeafChanged();
    this.layoutChanged();
  }

  #activeLeafEvents(): void {
    this.trigger('active-leaf-change', this.activeLeaf);
    const file = this.getActiveFile();
    if (file === this.#announcedFile) return;
    this.#announcedFile = file;
    if (file !== null) {
      this.#lastOpenFiles.remove(file.path);
      this.#lastOpenFiles.unshift(file.path);
    }
    this.trigger('file-open', file);
  }

  #openWindow(data?: Obsidian.WorkspaceWindowInitData): WorkspaceWindow {
    if (!this.app.platform.isDesktopApp) throw new Error('Pop-out windows are for the desktop app');
    const popout = new WorkspaceWindow(this, data);
    this.addWindow(popout);
    return popout;
  }

  #sideLeaf(dock: WorkspaceSidedock, split: boolean): WorkspaceLeaf {
    const tabs = dock.children[0];
    if (split || !(tabs instanceof WorkspaceTabs)) return this.createLeafInParent(dock, dock.children.length);
    return this.createLeafInTabs(tabs);
  }

  /** The main area is never without a leaf, the left sidebar never without the file list, and one leaf is active. */
  async #fillGaps(): Promise<void> {
    if (leavesIn(this.rootSplit).length === 0) this.createLeafInParent(this.rootSplit, 0);
    if (this.layoutReady && this.activeLeaf === null) this.setActiveLeaf(this.mainLeaf(), { focus: true });
    if (this.getLeavesOfType('file-explorer').length > 0) return;
    await this.getLeftLeaf(false).setViewState({ type: 'file-explorer' });
  }

  #leafToStartWith(id: string | undefined): WorkspaceLeaf {
    return (id === undefined ? null : this.getLeafById(id)) ?? this.mainLeaf();
  }

  async #rebuild(type: string): Promise<void> {
    await Promise.all(this.getLeavesOfType(type).map((leaf) => leaf.rebuildView()));
  }

  #everyLeaf(): WorkspaceLeaf[] {
    return [this.rootSplit, this.floatingSplit, this.leftSplit, this.rightSplit].flatMap(leavesIn);
  }
}

export function leavesIn(item: WorkspaceItem): WorkspaceLeaf[] {
  if (item instanceof WorkspaceLeaf) return [item];
  return 'children' in item ? (item as WorkspaceParent).children.flatMap(leavesIn) : [];
}

function isMarkdownInfo(view: View): view is View & Obsidian.MarkdownFileInfo {
  return 'editor' in view;
}
