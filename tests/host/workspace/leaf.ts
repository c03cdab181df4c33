// A leaf: a place for one view, with its tab.
import type * as Obsidian from 'obsidian';
import type { App } from '../app';
import type { TFile } from '../files';
import { setIcon } from '../ui/icons';
import { DeferredView } from '../views/deferred-view';
import { EmptyView } from '../views/empty-view';
import { PlaceholderView } from '../views/placeholder-view';
import type { View } from '../views/view';
import { WorkspaceItem } from './item';
import { dragByHeader } from './tab-drag';
import type { WorkspaceTabs } from './tabs';
import type { Workspace } from './workspace';

export class WorkspaceLeaf extends WorkspaceItem implements Obsidian.WorkspaceLeaf {
  parent!: WorkspaceTabs;
  view: View;
  hoverPopover: null = null;
  pinned = false;
  group: string | null = null;
  /** When it was last active; the order of "most recent". */
  activeTime = 0;
  readonly containerEl = createDiv('workspace-leaf');
  readonly tabHeaderEl = createDiv('workspace-tab-header tappable');
  readonly #titleEl: HTMLElement;
  readonly #iconEl: HTMLElement;
  readonly #statusEl: HTMLElement;

  constructor(
    readonly app: App,
    workspace: Workspace,
  ) {
    super(workspace);
    const inner = this.tabHeaderEl.createDiv('workspace-tab-header-inner');
    this.#iconEl = inner.createDiv('workspace-tab-header-inner-icon');
    this.#titleEl = inner.createDiv('workspace-tab-header-inner-title');
    this.#statusEl = inner.createDiv('workspace-tab-header-status-container');
    const close = inner.createDiv('workspace-tab-header-inner-close-button');
    this.#wireHeader(close);
    dragByHeader(this);
    for (const type of ['mousedown', 'focusin'] as const) {
      this.containerEl.addEventListener(type, () => workspace.setActiveLeaf(this, { focus: false }));
    }
    this.view = new EmptyView(this);
    this.containerEl.appendChild(this.view.containerEl);
    this.view.load();
    this.updateHeader();
  }

  get isDeferred(): boolean {
    return this.view instanceof DeferredView;
  }

  async loadIfDeferred(): Promise<void> {
    if (this.view instanceof DeferredView) await this.setViewState(this.view.deferred);
  }

  async openFile(file: TFile, openState: Obsidian.OpenViewState = {}): Promise<void> {
    const type = this.app.viewRegistry.getTypeByExtension(file.extension);
    if (type === undefined) return;
    const { state, eState, active = true } = openState;
    await this.setViewState({ type, state: { ...state, file: file.path }, active }, eState);
  }

  /** Shows a view here: the one before is closed, the new one loads and opens. */
  async open(view: View): Promise<View> {
    if (view === this.view) return view;
    const before = this.view;
    this.view = view;
    await before.close();
    await view.open(this.containerEl);
    this.updateHeader();
    this.workspace.layoutChanged();
    if (this.workspace.currentLeaf === this) this.workspace.activeLeafChanged();
    return view;
  }

  getViewState(): Obsidian.ViewState {
    if (this.view instanceof DeferredView) return { ...this.view.deferred, ...this.#flags() };
    return { type: this.view.getViewType(), state: this.view.getState(), ...this.#flags() };
  }

  async setViewState(viewState: Obsidian.ViewState, eState?: unknown): Promise<void> {
    const { type, state = {}, active = false, pinned } = viewState;
    if (this.isDeferred || this.view.getViewType() !== type)
      await this.open(this.app.viewRegistry.create(type, this));
    await this.view.setState(state, { history: false });
    if (eState !== undefined) this.view.setEphemeralState(eState);
    if (pinned !== undefined) this.setPinned(pinned);
    this.updateHeader();
    this.workspace.layoutChanged();
    if (active) this.workspace.setActiveLeaf(this, { focus: true });
  }

  /** Remembers a view of the saved layout without making it. */
  defer(viewState: Obsidian.ViewState, shown: { title?: string; icon?: string }): void {
    this.view.containerEl.detach();
    this.view.unload();
    this.view = new DeferredView(this, viewState, shown);
    this.containerEl.appendChild(this.view.containerEl);
    this.updateHeader();
  }

  /** Makes the view anew from its state: its type has come, or gone. */
  async rebuildView(): Promise<void> {
    if (this.isDeferred) return;
    const state = this.getViewState();
    await this.open(new PlaceholderView(this, state.type));
    if (this.app.viewRegistry.has(state.type))
      await this.open(this.app.viewRegistry.create(state.type, this));
    await this.view.setState(state.state, { history: false });
    this.updateHeader();
  }

  getEphemeralState(): Record<string, unknown> {
    return this.view.getEphemeralState();
  }

  setEphemeralState(state: unknown): void {
    this.view.setEphemeralState(state);
  }

  togglePinned(): void {
    this.setPinned(!this.pinned);
  }

  setPinned(pinned: boolean): void {
    if (pinned === this.pinned) return;
    this.pinned = pinned;
    this.updateHeader();
    this.trigger('pinned-change', pinned);
    this.workspace.layoutChanged();
  }

  setGroupMember(other: WorkspaceLeaf): void {
    other.group ??= other.id;
    this.setGroup(other.group);
  }

  setGroup(group: string): void {
    this.group = group;
    this.trigger('group-change', group);
    this.workspace.layoutChanged();
  }

  /** A leaf that stands in for navigation: not pinned, and its view takes part in it. */
  canNavigate(): boolean {
    return !this.pinned && this.view.navigation;
  }

  detach(): void {
    const { view } = this;
    this.workspace.forget(this);
    this.parent.removeChild(this);
    void view.close();
    this.workspace.leafDetached();
  }

  getIcon(): string {
    return this.view.getIcon();
  }

  getDisplayText(): string {
    return this.view.getDisplayText();
  }

  onResize(): void {
    this.view.onResize();
  }

  updateHeader(): void {
    this.view.updateTitle();
    const title = this.getDisplayText();
    this.#titleEl.setText(title);
    setIcon(this.#iconEl, this.getIcon());
    this.tabHeaderEl.setAttrs({ 'aria-label': title, 'data-type': this.view.getViewType(), role: 'tab' });
    this.tabHeaderEl.toggleClass('mod-pinned', this.pinned);
    this.#statusEl.empty();
    if (this.pinned) setIcon(this.#statusEl.createDiv('workspace-tab-header-status-icon mod-pinned'), 'pin');
  }

  #flags(): { pinned?: boolean; active?: boolean } {
    return {
      ...(this.pinned ? { pinned: true } : {}),
      ...(this.workspace.currentLeaf === this ? { active: true } : {}),
    };
  }

  #wireHeader(close: HTMLElement): void {
    close.setAttr('aria-label', 'Close');
    setIcon(close, 'x');
    close.addEventListener('click', (event) => {
      event.stopPropagation();
      this.detach();
    });
    this.tabHeaderEl.addEventListener('click', () => {
      this.parent.selectLeaf(this);
      this.workspace.setActiveLeaf(this, { focus: true });
    });
    this.tabHeaderEl.addEventListener('auxclick', (event) => {
      if (event.button === 1) this.detach();
    });
    this.#statusEl.addEventListener('click', (event) => {
      event.stopPropagation();
      this.setPinned(false);
    });
  }
}
