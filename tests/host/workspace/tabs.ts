// A group of tabs: a strip of headers and the leaf of the chosen one. The other leaves stay in the document, hidden,
// so that what plays in them is not loaded again.
import type * as Obsidian from 'obsidian';
import { setIcon } from '../ui/icons';
import { WorkspaceParent } from './item';
import type { WorkspaceLeaf } from './leaf';
import type { WorkspaceSplit } from './split';
import type { Workspace } from './workspace';

export class WorkspaceTabs extends WorkspaceParent implements Obsidian.WorkspaceTabs {
  parent!: WorkspaceSplit;
  readonly containerEl = createDiv('workspace-tabs mod-top');
  readonly children: WorkspaceLeaf[] = [];
  currentTab = 0;
  readonly #headersEl: HTMLElement;
  readonly #leavesEl: HTMLElement;

  constructor(workspace: Workspace) {
    super(workspace);
    const strip = this.containerEl.createDiv('workspace-tab-header-container');
    this.#headersEl = strip.createDiv('workspace-tab-header-container-inner');
    this.#headersEl.setAttr('role', 'tablist');
    const newTab = strip.createDiv('workspace-tab-header-new-tab').createSpan('clickable-icon');
    newTab.setAttrs({ 'aria-label': 'New tab', role: 'button' });
    setIcon(newTab, 'plus');
    newTab.addEventListener('click', () => {
      const leaf = workspace.createLeafInTabs(this);
      workspace.setActiveLeaf(leaf, { focus: true });
    });
    this.#leavesEl = this.containerEl.createDiv('workspace-tab-container');
  }

  get current(): WorkspaceLeaf | undefined {
    return this.children[this.currentTab];
  }

  insertLeaf(index: number, leaf: WorkspaceLeaf): void {
    const before = this.children[index];
    const shown = this.current;
    this.children.splice(index, 0, leaf);
    leaf.parent = this;
    this.#headersEl.insertBefore(leaf.tabHeaderEl, before?.tabHeaderEl ?? null);
    this.#leavesEl.insertBefore(leaf.containerEl, before?.containerEl ?? null);
    this.currentTab = shown === undefined ? 0 : this.children.indexOf(shown);
    this.update();
  }

  removeChild(leaf: WorkspaceLeaf): void {
    const index = this.children.indexOf(leaf);
    if (index < 0) return;
    this.children.splice(index, 1);
    leaf.tabHeaderEl.detach();
    leaf.containerEl.detach();
    if (index < this.currentTab || this.currentTab === this.children.length) this.currentTab -= 1;
    this.currentTab = Math.max(0, this.currentTab);
    if (this.children.length === 0) this.parent.removeChild(this);
    else this.update();
  }

  selectLeaf(leaf: WorkspaceLeaf): void {
    this.selectTab(this.children.indexOf(leaf));
  }

  selectTab(index: number): void {
    if (index < 0 || index >= this.children.length) return;
    const changed = index !== this.currentTab;
    this.currentTab = index;
    this.update();
    if (changed) this.workspace.layoutChanged();
  }

  /** Shows the chosen leaf and hides the others; one that was only remembered is loaded now. */
  update(): void {
    this.children.forEach((leaf, index) => {
      const isCurrent = index === this.currentTab;
      leaf.tabHeaderEl.toggleClass('is-active', isCurrent);
      leaf.tabHeaderEl.setAttr('aria-selected', isCurrent);
      leaf.containerEl.toggle(isCurrent);
    });
    if (this.workspace.layoutReady) void this.current?.loadIfDeferred();
  }
}
