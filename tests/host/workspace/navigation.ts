// Which leaf something opens in, and following a link.
import type * as Obsidian from 'obsidian';
import { TFile } from '../files';
import { parseLinktext } from '../vault/links';
import type { WorkspaceLeaf } from './leaf';
import type { Workspace } from './workspace';

export function chooseLeaf(
  workspace: Workspace,
  newLeaf: Obsidian.PaneType | boolean,
  direction?: Obsidian.SplitDirection,
): WorkspaceLeaf {
  const { isPhone } = workspace.app.platform;
  if (newLeaf === false) return navigableLeaf(workspace);
  if (newLeaf === 'window' && !isPhone) return workspace.openPopoutLeaf();
  const beside = workspace.mainLeaf();
  if (newLeaf === 'split' && !isPhone) return workspace.createLeafBySplit(beside, direction);
  return workspace.createLeafInTabs(beside.parent);
}

/** The active leaf if it can navigate, else the most recent one that can, else a new tab. */
function navigableLeaf(workspace: Workspace): WorkspaceLeaf {
  const active = workspace.mainLeaf();
  if (active.canNavigate()) return active;
  const candidates: WorkspaceLeaf[] = [];
  workspace.iterateRootLeaves((leaf) => {
    if (leaf.canNavigate() && leaf.getContainer() === active.getContainer()) candidates.push(leaf);
  });
  candidates.sort((a, b) => b.activeTime - a.activeTime);
  return candidates[0] ?? workspace.createLeafInTabs(active.parent);
}

interface Link {
  linktext: string;
  sourcePath: string;
  newLeaf: Obsidian.PaneType | boolean;
  openViewState: Obsidian.OpenViewState;
}

/** Opens what a link means; a note that is not there is created, as in the app. */
export async function openLink(workspace: Workspace, link: Link): Promise<void> {
  const { vault, metadataCache } = workspace.app;
  const { path, subpath } = parseLinktext(link.linktext);
  const known = metadataCache.getFirstLinkpathDest(path, link.sourcePath);
  const file = known ?? (await vault.create(/\.\w+$/.test(path) ? path : `${path}.md`, ''));
  if (!(file instanceof TFile)) return;
  const eState = subpath === '' ? link.openViewState.eState : { subpath, ...link.openViewState.eState };
  const leaf = workspace.getLeaf(link.newLeaf);
  await leaf.openFile(file, { ...link.openViewState, ...(eState === undefined ? {} : { eState }) });
}
