// Stacked tabs: all leaves of a group side by side, each behind its header, which stands upright. Scrolled aside, a leaf
// stays where its header has come to, and the next ones slide over it.
import type { WorkspaceLeaf } from './leaf';

/** Lays the leaves out in `el`, which scrolls. */
export function stack(el: HTMLElement, leaves: readonly WorkspaceLeaf[]): void {
  const header = headerWidth(el);
  leaves.forEach(({ tabHeaderEl, containerEl }, index) => {
    el.insertBefore(tabHeaderEl, containerEl);
    const after = leaves.length - 1 - index;
    stick(tabHeaderEl, index * header, after * header);
    stick(containerEl, (index + 1) * header, after * header - containerEl.offsetWidth);
  });
}

export function unstack(headersEl: HTMLElement, leaves: readonly WorkspaceLeaf[]): void {
  for (const { tabHeaderEl, containerEl } of leaves) {
    headersEl.append(tabHeaderEl);
    containerEl.removeClass('is-hidden');
    for (const el of [tabHeaderEl, containerEl]) el.setCssStyles({ left: '', right: '' });
  }
}

/** What of a leaf is covered by the next header, or beyond the end, is not drawn; one that is covered all over has no content. */
export function hideCovered(el: HTMLElement, leaves: readonly WorkspaceLeaf[]): void {
  const end = el.getBoundingClientRect().right;
  leaves.forEach(({ containerEl }, index) => {
    const next = leaves[index + 1]?.tabHeaderEl.getBoundingClientRect().left ?? end;
    const { left } = containerEl.getBoundingClientRect();
    containerEl.toggleClass('is-hidden', Math.min(next, end) - left < 1);
  });
}

/** Brings a leaf into view, whole if there is room. */
export function scrollToLeaf(el: HTMLElement, leaves: readonly WorkspaceLeaf[], leaf: WorkspaceLeaf): void {
  const index = leaves.indexOf(leaf);
  const header = headerWidth(el);
  const before = leaves.slice(0, index).reduce((sum, one) => sum + one.containerEl.offsetWidth, 0);
  const end = before + leaf.containerEl.offsetWidth + leaves.length * header;
  // It is whole between the headers that are left of it and those that are right of it.
  el.scrollLeft = Math.min(before, Math.max(el.scrollLeft, end - el.clientWidth));
}

function stick(el: HTMLElement, left: number, right: number): void {
  el.setCssStyles({ left: `${left}px`, right: `${right}px` });
}

function headerWidth(el: HTMLElement): number {
  return Number.parseFloat(getComputedStyle(el).getPropertyValue('--tab-stacked-header-width'));
}
