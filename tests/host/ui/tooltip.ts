// Tooltips: what `aria-label` says, shown beside an element that the pointer rests on.
import type * as Obsidian from 'obsidian';

const DEFAULT_DELAY = 0;
const GAP = 8;

const options = new WeakMap<Element, Obsidian.TooltipOptions>();
let shown: { el: HTMLElement; target: Element } | undefined;
let timer: number | undefined;

export function setTooltip(el: HTMLElement, tooltip: string, given: Obsidian.TooltipOptions = {}): void {
  if (tooltip === '') el.removeAttribute('aria-label');
  else el.setAttribute('aria-label', tooltip);
  if (given.placement !== undefined) el.setAttribute('data-tooltip-position', given.placement);
  options.set(el, given);
}

export function displayTooltip(
  target: HTMLElement,
  content: string | DocumentFragment,
  given: Obsidian.TooltipOptions = {},
): void {
  hideTooltip();
  const el = target.doc.body.createDiv({ cls: ['tooltip', ...(given.classes ?? [])], text: content });
  el.createDiv('tooltip-arrow');
  shown = { el, target };
  place(el, target, given.placement ?? 'bottom', given.gap ?? GAP);
}

/** Watches a window for elements with a label. */
export function listenForTooltips(doc: Document): void {
  doc.addEventListener('mouseover', (event) => {
    const target = (event.target as Element | null)?.closest<HTMLElement>('[aria-label]') ?? null;
    if (target === shown?.target) return;
    hideTooltip();
    if (target !== null) showSoon(target);
  });
  for (const type of ['mousedown', 'keydown', 'scroll'] as const) {
    doc.addEventListener(type, hideTooltip, true);
  }
}

function showSoon(target: HTMLElement): void {
  const given = options.get(target) ?? {};
  timer = window.setTimeout(() => {
    const text = target.getAttribute('aria-label') ?? '';
    const placement = target.getAttribute('data-tooltip-position') as Obsidian.TooltipPlacement | null;
    if (!target.isConnected || text === '') return;
    displayTooltip(target, text, { ...given, placement: given.placement ?? placement ?? 'bottom' });
  }, given.delay ?? DEFAULT_DELAY);
}

function hideTooltip(): void {
  window.clearTimeout(timer);
  shown?.el.detach();
  shown = undefined;
}

function place(el: HTMLElement, target: Element, placement: Obsidian.TooltipPlacement, gap: number): void {
  const box = target.getBoundingClientRect();
  const own = el.getBoundingClientRect();
  const centre = {
    left: box.left + (box.width - own.width) / 2,
    top: box.top + (box.height - own.height) / 2,
  };
  const at = {
    bottom: { ...centre, top: box.bottom + gap },
    top: { ...centre, top: box.top - own.height - gap },
    right: { ...centre, left: box.right + gap },
    left: { ...centre, left: box.left - own.width - gap },
  }[placement];
  const { innerWidth, innerHeight } = el.win;
  el.addClass(`mod-${placement}`);
  el.setCssStyles({
    left: `${Math.clamp(at.left, 4, Math.max(4, innerWidth - own.width - 4))}px`,
    top: `${Math.clamp(at.top, 4, Math.max(4, innerHeight - own.height - 4))}px`,
  });
}
