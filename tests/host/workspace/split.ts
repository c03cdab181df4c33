// Splits: children side by side or one above the other; and the two kinds that stand at the top of the main window.
import type * as Obsidian from 'obsidian';
import { WorkspaceItem, WorkspaceParent } from './item';
import type { WorkspaceTabs } from './tabs';
import type { Workspace } from './workspace';

export type SplitChild = WorkspaceSplit | WorkspaceTabs;

export class WorkspaceSplit extends WorkspaceParent implements Obsidian.WorkspaceSplit {
  parent!: WorkspaceParent;
  readonly containerEl: HTMLElement = createDiv('workspace-split');
  readonly children: SplitChild[] = [];

  constructor(
    workspace: Workspace,
    /** `vertical`: the divider is vertical, the children stand side by side. */
    readonly direction: Obsidian.SplitDirection,
  ) {
    super(workspace);
    this.containerEl.addClass(`mod-${direction}`);
  }

  insertChild(index: number, child: SplitChild): void {
    const before = this.children[index]?.containerEl ?? null;
    this.children.splice(index, 0, child);
    child.parent = this;
    this.containerEl.insertBefore(child.containerEl, before);
  }

  replaceChild(child: SplitChild, replacement: SplitChild): void {
    const index = this.children.indexOf(child);
    this.#takeOut(child);
    this.insertChild(index, replacement);
  }

  removeChild(child: SplitChild): void {
    this.#takeOut(child);
    const [only] = this.children;
    if (!(this.parent instanceof WorkspaceSplit)) return;
    if (only === undefined) this.parent.removeChild(this);
    else if (this.children.length === 1 && !this.isContainer())
      this.parent.replaceChild(this, this.#takeOut(only));
  }

  #takeOut(child: SplitChild): SplitChild {
    const index = this.children.indexOf(child);
    if (index >= 0) this.children.splice(index, 1);
    child.containerEl.detach();
    return child;
  }
}

export abstract class WorkspaceContainer extends WorkspaceSplit implements Obsidian.WorkspaceContainer {
  abstract win: Window;
  abstract doc: Document;

  override isContainer(): this is WorkspaceContainer {
    return true;
  }
}

export class WorkspaceRoot extends WorkspaceContainer implements Obsidian.WorkspaceRoot {
  win: Window = window;
  doc: Document = document;

  constructor(workspace: Workspace) {
    super(workspace, 'vertical');
    this.containerEl.addClass('mod-root');
  }
}

/** A sidebar; on a phone it is a drawer over the app. */
export class WorkspaceSidedock extends WorkspaceSplit implements Obsidian.WorkspaceSidedock {
  collapsed = false;

  constructor(
    workspace: Workspace,
    readonly side: Obsidian.Side,
  ) {
    super(workspace, 'horizontal');
    this.containerEl.addClass('mod-sidedock', `mod-${side}-split`);
  }

  toggle(): void {
    this.setCollapsed(!this.collapsed);
  }

  collapse(): void {
    this.setCollapsed(true);
  }

  expand(): void {
    this.setCollapsed(false);
  }

  setCollapsed(collapsed: boolean): void {
    if (collapsed === this.collapsed) return;
    this.collapsed = collapsed;
    this.containerEl.toggleClass('is-sidedock-collapsed', collapsed);
    this.workspace.layoutChanged();
  }
}

/** What stands between a leaf and the top: `WorkspaceItem` again, for those who walk the tree. */
export type { WorkspaceItem };
