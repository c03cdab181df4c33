// What a click on a rendered link does, and what resting on one announces.
import type * as Obsidian from 'obsidian';
import { Keymap } from '../ui/keymap';
import { sourceOf } from './sources';

export interface LinkArea {
  readonly app: Obsidian.App;
  readonly el: HTMLElement;
  /** Ends the listening. */
  readonly component: Pick<Obsidian.Component, 'registerDomEvent'>;
  readonly hoverParent: Obsidian.HoverParent;
}

/** The source that reading view names in `hover-link`, and page preview has a setting for. */
export const HOVER_SOURCE = 'preview';

export function followLinks(area: LinkArea): void {
  const { el, component } = area;
  component.registerDomEvent(el, 'click', (event) => onClick(area, event));
  component.registerDomEvent(el, 'auxclick', (event) => {
    if (event.button === 1) onClick(area, event);
  });
  component.registerDomEvent(el, 'mouseover', (event) => onHover(area, event));
}

function onClick({ app, el }: LinkArea, event: MouseEvent): void {
  const target = event.target as Element;
  if (event.defaultPrevented) return;
  if (target.closest('.task-list-item-checkbox, a.tag') !== null) event.preventDefault();
  const footnote = target.closest('a.footnote-link');
  if (footnote !== null) {
    event.preventDefault();
    el.querySelector(footnote.getAttribute('href') ?? '')?.scrollIntoView({ block: 'center' });
    return;
  }
  const linktext = internalTarget(target);
  if (linktext === undefined) return;
  event.preventDefault();
  void app.workspace.openLinkText(linktext, sourceOf(target) ?? '', Keymap.isModEvent(event));
}

function onHover({ app, hoverParent }: LinkArea, event: MouseEvent): void {
  const targetEl = (event.target as Element).closest<HTMLElement>('a.internal-link');
  if (targetEl === null || targetEl.contains(event.relatedTarget as Node | null)) return;
  const linktext = internalTarget(targetEl);
  const sourcePath = sourceOf(targetEl);
  app.workspace.trigger('hover-link', {
    event,
    source: HOVER_SOURCE,
    hoverParent,
    targetEl,
    linktext,
    sourcePath,
  });
}

/** Where an internal link or an embed of a missing note leads; an `<a>` without an address leads nowhere. */
function internalTarget(el: Element): string | undefined {
  const link = el.closest('a.internal-link');
  if (link !== null) return link.getAttribute('data-href') ?? link.getAttribute('href') ?? undefined;
  return el.closest('.internal-embed.mod-empty')?.getAttribute('src') ?? undefined;
}
