// The tree of splits, tabs and leaves: making leaves in it, and finding them again.
import type * as Obsidian from 'obsidian';
import type { App } from '../app';
import { Events } from '../events';
import type { WorkspaceItem, WorkspaceParent } from './item';
import { WorkspaceLeaf } from './leaf';
import type { WorkspaceFloating } from './popout';
import { type WorkspaceRoot, type WorkspaceSidedock, WorkspaceSplit } from './split';
import { WorkspaceTabs } from './tabs';
import type { Workspace } from './workspace';

export abstract class LeafTree extends Events {
  abstract readonly rootSplit: WorkspaceRoot;
  abstract readonly leftSplit: WorkspaceSidedock;
  abstract readonly rightSplit: WorkspaceSidedock;
  abstract readonly floatingSplit: WorkspaceFloating;

  constructor(readonly app: App) {
    super();
  }

  /** The tree has changed. */
  abstract layoutChanged(): void;
  /** The whole that this is the tree of. */
  protected abstract readonly workspace: Workspace;

  newLeaf(): WorkspaceLeaf {
    return new WorkspaceLeaf(this.app, this.workspace);
  }

  createLeafInTabs(tabs: WorkspaceTabs): WorkspaceLeaf {
    const leaf = this.newLeaf();
    tabs.insertLeaf(tabs.currentTab + 1, leaf);
    this.layoutChanged();
    return leaf;
  }

  createLeafInParent(parent: WorkspaceSplit, index: number): WorkspaceLeaf {
    const tabs = new WorkspaceTabs(this.workspace);
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
      const split = new WorkspaceSplit(this.workspace, direction);
      parent.replaceChild(tabs, split);
      split.insertChild(0, tabs);
      parent = split;
    }
    return this.createLeafInParent(parent, parent.children.indexOf(tabs) + (before ? 0 : 1));
  }

  getLeftLeaf(split: boolean): WorkspaceLeaf {
    return this.sideLeaf(this.leftSplit, split);
  }

  getRightLeaf(split: boolean): WorkspaceLeaf {
    return this.sideLeaf(this.rightSplit, split);
  }

  isInSidebar(leaf: WorkspaceLeaf): boolean {
    return leaf.isInside(this.leftSplit) || leaf.isInside(this.rightSplit);
  }

  getMostRecentLeaf(root: WorkspaceParent = this.rootSplit): WorkspaceLeaf | null {
    const leaves = leavesIn(root).sort((a, b) => b.activeTime - a.activeTime);
    return leaves[0] ?? null;
  }

  getLeafById(id: string): WorkspaceLeaf | null {
    return this.everyLeaf().find((leaf) => leaf.id === id) ?? null;
  }

  getGroupLeaves(group: string): WorkspaceLeaf[] {
    return this.everyLeaf().filter((leaf) => leaf.group === group);
  }

  getLeavesOfType(viewType: string): WorkspaceLeaf[] {
    return this.everyLeaf().filter((leaf) => leaf.view.getViewType() === viewType);
  }

  detachLeavesOfType(viewType: string): void {
    for (const leaf of this.getLeavesOfType(viewType)) leaf.detach();
  }

  iterateRootLeaves(callback: (leaf: WorkspaceLeaf) => unknown): void {
    leavesIn(this.rootSplit).forEach(callback);
    leavesIn(this.floatingSplit).forEach(callback);
  }

  iterateAllLeaves(callback: (leaf: WorkspaceLeaf) => unknown): void {
    this.everyLeaf().forEach(callback);
  }

  protected sideLeaf(dock: WorkspaceSidedock, split: boolean): WorkspaceLeaf {
    const tabs = dock.children[0];
    if (split || !(tabs instanceof WorkspaceTabs)) return this.createLeafInParent(dock, dock.children.length);
    return this.createLeafInTabs(tabs);
  }

  protected everyLeaf(): WorkspaceLeaf[] {
    return [this.rootSplit, this.floatingSplit, this.leftSplit, this.rightSplit].flatMap(leavesIn);
  }
}

export function leavesIn(item: WorkspaceItem): WorkspaceLeaf[] {
  if (item instanceof WorkspaceLeaf) return [item];
  return 'children' in item ? (item as WorkspaceParent).children.flatMap(leavesIn) : [];
}
