// The saved layout: what the workspace looks like as plain data, and building it again from that.
import type { SavedItem, SavedLayout, SavedLeaf, SavedSplit, SavedTabs } from '../start-options';
import type { WorkspaceLeaf } from './leaf';
import { WorkspaceWindow } from './popout';
import { WorkspaceSidedock, WorkspaceSplit, type SplitChild } from './split';
import { WorkspaceTabs } from './tabs';
import type { Workspace } from './workspace';

export function saveLayout(workspace: Workspace): SavedLayout {
  const { rootSplit, leftSplit, rightSplit, floatingSplit, currentLeaf } = workspace;
  const windows = floatingSplit.children.map((popout) => saveSplit(popout, 'window'));
  return {
    main: saveSplit(rootSplit, 'split'),
    left: saveSplit(leftSplit, 'split'),
    right: saveSplit(rightSplit, 'split'),
    ...(windows.length === 0
      ? {}
      : { floating: { id: floatingSplit.id, type: 'floating', children: windows } as const }),
    ...(currentLeaf === null ? {} : { active: currentLeaf.id }),
  };
}

function saveSplit(split: WorkspaceSplit, type: SavedSplit['type']): SavedSplit {
  const children = split.children.map((child) =>
    child instanceof WorkspaceTabs ? saveTabs(child) : saveSplit(child, 'split'),
  );
  const collapsed = split instanceof WorkspaceSidedock && split.collapsed ? { collapsed: true } : {};
  return { id: split.id, type, direction: split.direction, ...collapsed, children };
}

function saveTabs(tabs: WorkspaceTabs): SavedTabs {
  const currentTab = tabs.currentTab === 0 ? {} : { currentTab: tabs.currentTab };
  const stacked = tabs.isStacked ? { stacked: true } : {};
  return { id: tabs.id, type: 'tabs', ...currentTab, ...stacked, children: tabs.children.map(saveLeaf) };
}

function saveLeaf(leaf: WorkspaceLeaf): SavedLeaf {
  const { type, state = {}, pinned } = leaf.getViewState();
  return {
    id: leaf.id,
    type: 'leaf',
    ...(pinned === true ? { pinned } : {}),
    ...(leaf.group === null ? {} : { group: leaf.group }),
    state: { type, state, icon: leaf.getIcon(), title: leaf.getDisplayText() },
  };
}

/** Builds a saved layout into an empty workspace. What is not in front is only remembered: its view comes later. */
export async function restoreLayout(workspace: Workspace, saved: SavedLayout): Promise<void> {
  const building: Promise<void>[] = [];
  const fill = (split: WorkspaceSplit, item: SavedItem | undefined): void => {
    if (item === undefined || item.type === 'leaf' || item.type === 'tabs') return;
    split.id = item.id;
    if (split instanceof WorkspaceSidedock) split.setCollapsed(item.collapsed === true);
    for (const child of item.children) {
      const built = build(workspace, child, building);
      if (built !== undefined) split.insertChild(split.children.length, built);
    }
  };
  fill(workspace.rootSplit, saved.main);
  fill(workspace.leftSplit, saved.left);
  fill(workspace.rightSplit, saved.right);
  for (const item of saved.floating?.type === 'floating' ? saved.floating.children : []) {
    const popout = new WorkspaceWindow(workspace);
    workspace.addWindow(popout);
    fill(popout, item);
  }
  await Promise.all(building);
}

function build(workspace: Workspace, item: SavedItem, building: Promise<void>[]): SplitChild | undefined {
  if (item.type === 'leaf') return undefined;
  if (item.type === 'tabs') return buildTabs(workspace, item, building);
  const split = new WorkspaceSplit(workspace, item.direction ?? 'vertical');
  split.id = item.id;
  for (const child of item.children) {
    const built = build(workspace, child, building);
    if (built !== undefined) split.insertChild(split.children.length, built);
  }
  return split;
}

function buildTabs(workspace: Workspace, item: SavedTabs, building: Promise<void>[]): WorkspaceTabs {
  const tabs = new WorkspaceTabs(workspace);
  tabs.id = item.id;
  const current = item.currentTab ?? 0;
  item.children.forEach((saved, index) => {
    const leaf = workspace.newLeaf();
    leaf.id = saved.id;
    leaf.group = saved.group ?? null;
    tabs.insertLeaf(index, leaf);
    leaf.setPinned(saved.pinned === true);
    const { type, state = {}, title, icon } = saved.state;
    const shown = { ...(title === undefined ? {} : { title }), ...(icon === undefined ? {} : { icon }) };
    if (index === current) building.push(leaf.setViewState({ type, state }));
    else leaf.defer({ type, state }, shown);
  });
  tabs.selectTab(current);
  tabs.setStacked(item.stacked === true);
  return tabs;
}
