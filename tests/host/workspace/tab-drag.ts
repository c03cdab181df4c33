// Tabs are dragged by their header: among those of their group, into another group, or to a side of one, in any window.
import type * as Obsidian from 'obsidian';
import type { WorkspaceLeaf } from './leaf';
import type { WorkspaceTabs } from './tabs';

/** So near to a side the leaf is to stand beside, not among. Part of the width or height. */
const SIDE = 0.25;

type Place = 'among' | { readonly direction: Obsidian.SplitDirection; readonly before: boolean };

let dragged: WorkspaceLeaf | undefined;

export function dragByHeader(leaf: WorkspaceLeaf): void {
  const header = leaf.tabHeaderEl;
  header.draggable = true;
  header.addEventListener('dragstart', (event) => {
    dragged = leaf;
    event.dataTransfer?.setData('text/plain', leaf.getDisplayText());
  });
  header.addEventListener('dragend', () => {
    dragged = undefined;
  });
}

/** Takes what is dropped on the strip of headers, or on the leaf below it. */
export function takeTabs(tabs: WorkspaceTabs, strip: HTMLElement, leaves: HTMLElement): void {
  take(strip, (leaf, event) => moveInto(leaf, tabs, indexAt(tabs, leaf, event.clientX)));
  take(leaves, (leaf, event) => {
    const place = placeAt(leaves.getBoundingClientRect(), event);
    if (place === 'among') moveInto(leaf, tabs, tabs.children.length);
    else moveBeside(leaf, tabs, place);
  });
}

function take(el: HTMLElement, drop: (leaf: WorkspaceLeaf, event: DragEvent) => void): void {
  el.addEventListener('dragover', (event) => {
    if (dragged !== undefined) event.preventDefault();
  });
  el.addEventListener('drop', (event) => {
    const leaf = dragged;
    dragged = undefined;
    if (leaf === undefined) return;
    event.preventDefault();
    drop(leaf, event);
  });
}

function moveInto(leaf: WorkspaceLeaf, tabs: WorkspaceTabs, index: number): void {
  const isAlone = leaf.parent === tabs && tabs.children.length === 1;
  if (isAlone) return;
  leaf.parent.removeChild(leaf);
  tabs.insertLeaf(Math.min(index, tabs.children.length), leaf);
  leaf.workspace.leafMoved(leaf);
}

function moveBeside(leaf: WorkspaceLeaf, tabs: WorkspaceTabs, place: Exclude<Place, 'among'>): void {
  const [beside] = tabs.children.filter((other) => other !== leaf);
  if (beside === undefined) return;
  const made = leaf.workspace.createLeafBySplit(beside, place.direction, place.before);
  const { parent } = made;
  leaf.parent.removeChild(leaf);
  parent.insertLeaf(0, leaf);
  made.detach();
  leaf.workspace.leafMoved(leaf);
}

function indexAt({ children }: WorkspaceTabs, leaf: WorkspaceLeaf, x: number): number {
  return children.filter((other) => {
    const { left, width } = other.tabHeaderEl.getBoundingClientRect();
    return other !== leaf && left + width / 2 < x;
  }).length;
}

function placeAt({ left, top, width, height }: DOMRect, { clientX, clientY }: DragEvent): Place {
  const x = (clientX - left) / width;
  const y = (clientY - top) / height;
  if (x < SIDE || x > 1 - SIDE) return { direction: 'vertical', before: x < SIDE };
  if (y < SIDE || y > 1 - SIDE) return { direction: 'horizontal', before: y < SIDE };
  return 'among';
}
