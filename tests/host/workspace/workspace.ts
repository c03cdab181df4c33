// The workspace: sidebars, the main area, pop-outs; which leaf is active; the layout, saved when it changes.
import type * as Obsidian from 'obsidian';
import type { Extension } from '@codemirror/state';
import { absent } from '../absent';
import type { App } from '../app';
import { debounce } from '../debounce';
import type { SavedLayout } from '../start-options';
import { TextFileView } from '../views/file-view';
import type { WorkspaceItem } from './item';
import { LeafFocus } from './leaf-focus';
import { leavesIn } from './leaf-tree';
import { restoreLayout, saveLayout } from './layout';
import type { WorkspaceLeaf } from './leaf';
import { chooseLeaf, openLink } from './navigation';
import { WorkspaceFloating, WorkspaceWindow } from './popout';
import { Tasks } from './quit';
import { WorkspaceRibbon } from './ribbon';
import { WorkspaceRoot, WorkspaceSidedock } from './split';
import { WorkspaceTabs } from './tabs';

const SAVE_DELAY = 2000;
const LAYOUT_FILE = '.obsidian/workspace.json';

export class Workspace extends LeafFocus implements Obsidian.Workspace {
  readonly containerEl = createDiv('workspace');
  readonly leftRibbon: WorkspaceRibbon;
  readonly #otherRibbon: WorkspaceRibbon;
  readonly rootSplit: WorkspaceRoot;
  readonly leftSplit: WorkspaceSidedock;
  readonly rightSplit: WorkspaceSidedock;
  readonly floatingSplit: WorkspaceFloating;
  readonly editorExtensions: Extension[] = [];
  readonly requestSaveLayout: Obsidian.Debouncer<[], Promise<void>>;
  readonly #readyCallbacks: (() => unknown)[] = [];
  readonly #announceLayout = debounce(() => {
    this.trigger('layout-change');
    this.requestSaveLayout();
  });
  #rebuilding: Promise<unknown> = Promise.resolve();

  constructor(app: App) {
    super(app);
    this.leftRibbon = new WorkspaceRibbon(app, 'left');
    this.#otherRibbon = new WorkspaceRibbon(app, 'right');
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

  protected override get workspace(): this {
    return this;
  }

  get rightRibbon(): WorkspaceRibbon {
    return this.#otherRibbon;
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
    this.everyLeaf().forEach((leaf) => leaf.detach());
    this.currentLeaf = null;
    await this.loadLayout(workspace as SavedLayout);
  }

  getLayout(): Record<string, unknown> {
    return { ...saveLayout(this), lastOpenFiles: this.getLastOpenFiles() };
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

  /** A leaf has come to another place. */
  leafMoved(leaf: WorkspaceLeaf): void {
    this.leafDetached();
    this.setActiveLeaf(leaf, { focus: true });
  }

  // Leaves

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

  async ensureSideLeaf(
    type: string,
    side: Obsidian.Side,
    options: { active?: boolean; split?: boolean; reveal?: boolean; state?: unknown } = {},
  ): Promise<WorkspaceLeaf> {
    const { active = false, split = false, reveal = true, state = {} } = options;
    const dock = side === 'left' ? this.leftSplit : this.rightSplit;
    const known = this.getLeavesOfType(type).find((leaf) => leaf.isInside(dock));
    const leaf = known ?? this.sideLeaf(dock, split);
    if (known === undefined) await leaf.setViewState({ type, state: state as Record<string, unknown> });
    if (reveal) await this.revealLeaf(leaf);
    if (active) this.setActiveLeaf(leaf, { focus: true });
    return leaf;
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
    this.leafMoved(leaf);
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
    this.iterateAllLeaves((leaf) => leaf.view.updateOptions());
  }

  /** Resolves when every view whose type came or went has been replaced. */
  async viewsRebuilt(): Promise<void> {
    await this.#rebuilding;
  }

  /** Writes what was edited and not saved yet. */
  async saveOpenNotes(): Promise<void> {
    const views = this.everyLeaf().map((leaf) => leaf.view);
    await Promise.all(views.filter((view) => view instanceof TextFileView).map((view) => view.save()));
  }

  resized(): void {
    this.iterateAllLeaves((leaf) => leaf.onResize());
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

  #openWindow(data?: Obsidian.WorkspaceWindowInitData): WorkspaceWindow {
    if (!this.app.platform.isDesktopApp) throw new Error('Pop-out windows are for the desktop app');
    const popout = new WorkspaceWindow(this, data);
    this.addWindow(popout);
    return popout;
  }

  /** The main area is never without a leaf, the left sidebar never without the file list, and one leaf is active. */
  async #fillGaps(): Promise<void> {
    if (leavesIn(this.rootSplit).length === 0) this.createLeafInParent(this.rootSplit, 0);
    if (this.layoutReady && this.currentLeaf === null) this.setActiveLeaf(this.mainLeaf(), { focus: true });
    if (this.getLeavesOfType('file-explorer').length > 0) return;
    await this.getLeftLeaf(false).setViewState({ type: 'file-explorer' });
  }

  #leafToStartWith(id: string | undefined): WorkspaceLeaf {
    return (id === undefined ? null : this.getLeafById(id)) ?? this.mainLeaf();
  }

  async #rebuild(type: string): Promise<void> {
    await Promise.all(this.getLeavesOfType(type).map((leaf) => leaf.rebuildView()));
  }
}
