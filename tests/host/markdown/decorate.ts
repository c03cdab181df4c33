// What the app itself adds to rendered HTML before any plugin sees it: icons, links that lead nowhere, folding.
import type * as Obsidian from 'obsidian';
import { setIcon } from '../ui/icons';
import { parseLinktext } from '../vault/links';
import { iconOfCallout } from './callout-icons';

export function decorate(app: Obsidian.App, root: ParentNode, sourcePath: string): void {
  for (const callout of elements(root, '.callout')) decorateCallout(callout);
  for (const link of elements(root, 'a.internal-link')) markResolved(app, link, sourcePath);
}

export function markResolved(app: Obsidian.App, link: Element, sourcePath: string): void {
  const { path } = parseLinktext(link.getAttribute('data-href') ?? link.getAttribute('href') ?? '');
  const found = app.metadataCache.getFirstLinkpathDest(path, sourcePath);
  link.classList.toggle('is-unresolved', found === null);
}

function decorateCallout(callout: HTMLElement): void {
  const title = callout.querySelector('.callout-title');
  const icon = title?.querySelector<HTMLElement>('.callout-icon');
  if (icon instanceof HTMLElement) setIcon(icon, iconOfCallout(callout.dataset.callout ?? ''));
  const fold = title?.querySelector<HTMLElement>('.callout-fold');
  if (!(fold instanceof HTMLElement)) return;
  setIcon(fold, 'chevron-down');
  fold.classList.toggle('is-collapsed', callout.classList.contains('is-collapsed'));
  title?.addEventListener('click', () => {
    const folded = callout.classList.toggle('is-collapsed');
    fold.classList.toggle('is-collapsed', folded);
  });
}

function elements(root: ParentNode, selector: string): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>(selector)];
}
