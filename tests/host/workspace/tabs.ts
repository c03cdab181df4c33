// A group of tabs: a strip of headers and the leaf of the chosen one. The other leaves stay in the document, hidden,
// so that what plays in them is not loaded again.
import type * as Obsidian from 'obsidian';
import { setIcon } from '../ui/icons';
import { WorkspaceParent } from './item';
import type { WorkspaceLeaf } from './leaf';
import type { WorkspaceSplit } from './split';
import { hideCovered, scrollToLeaf, stack, unstack } from './stacked-tabs';
import { takeTabs } from './tab-drag';
import type { Workspace } from './workspace';

export class WorkspaceTabs extends WorkspaceParent implements Obsidian.WorkspaceTabs {
  parent!: WorkspaceSplit;
  readonly containerEl = createDiv('workspace-tabs mod-top');
  readonly children: WorkspaceLeaf[] = [];
  currentTab = 0;
  isStacked = false;
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
    takeTabs(this, strip, this.#leavesEl);
    this.#leavesEl.addEventListener('scroll', () => {
      if (this.isStacked) this.#uncover();
    });
  }

  get current(): WorkspaceLeaf | undefined {
    return this.children[this.currentTab];
  }

  insertLeaf(index: number, leaf: WorkspaceLeaf): void {
    const before = this.children[index];
    const shown = this.current;
    this.children.splice(index, 0, leaf);
    leaf.parent = this;
    const headersEl = this.isStacked ? this.#leavesEl : this.#headersEl;
    headersEl.insertBefore(leaf.tabHeaderEl, before?.tabHeaderEl ?? null);
    this.#leavesEl.insertBefore(leaf.containerEl, before?.containerEl ?? null);
    this.currentTab = shown === undefined ? 0 : this.children.indexOf(shown);
    this.update();
  }

  removeChild(leaf: WorkspaceLeaf): void {
    const index = this.children.indexOf(leaf);
    if (index < 0) return;
    this.children.splice(index, 1);
    unstack(this.#headersEl, [leaf]);
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

  /** All leaves side by side, or one in front of the others. */
  setStacked(stacked: boolean): void {
    if (stacked === this.isStacked) return;
    this.isStacked = stacked;
    this.containerEl.toggleClass('mod-stacked', stacked);
    if (!stacked) unstack(this.#headersEl, this.children);
    this.update();
    this.workspace.layoutChanged();
  }

  /** Shows the chosen leaf and hides the others; one that was only remembered is loaded now. */
  update(): void {
    this.children.forEach((leaf, index) => {
      const isCurrent = index === this.currentTab;
      leaf.tabHeaderEl.toggleClass('is-active', isCurrent);
      leaf.tabHeaderEl.setAttr('aria-selected', isCurrent);
      leaf.containerEl.toggle(isCurrent || this.isStacked);
    });
    if (this.isStacked) this.#stack();
    else if (this.workspace.layoutReady) void this.current?.loadIfDeferred();
  }
  #stack(): void {
    const leaf = this.current;
    stack(this.#leavesEl, this.children);
    if (leaf !== undefined) scrollToLeaf(this.#leavesEl, this.children, leaf);
    this.#uncover();
  }

  /** What comes into view, if only a part of it, is loaded. */
  #uncover(): void {
    hideCovered(this.#leavesEl, this.children);
    if (!this.workspace.layoutReady) return;
    for (const leaf of this.children) if (!leaf.containerEl.hasClass('is-hidden')) void leaf.loadIfDeferred();
  }
}
