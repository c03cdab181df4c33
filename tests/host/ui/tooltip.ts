// Tooltips: what `aria-label` says, shown beside an element that the pointer rests on. Not on a phone, and not where the
// style says `--no-tooltip: true`. One comes late, but at once where another was shown just before.
import type * as Obsidian from 'obsidian';
import { Platform } from '../platform';

const DEFAULT_DELAY = 1000;
/** So soon after another one it comes at once. Milliseconds. */
const SOON = 500;
const GAP = 8;
/** How near to an edge of the window one comes. */
const MARGIN = 4;

const OPPOSITE = { bottom: 'top', top: 'bottom', left: 'right', right: 'left' } as const;

const options = new WeakMap<Element, Obsidian.TooltipOptions>();
let shown: { el: HTMLElement; target: Element } | undefined;
let endedAt = -Infinity;
let waiting: { target: HTMLElement; timer: number } | undefined;

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
  place(el, target, { placement: given.placement ?? 'bottom', gap: given.gap ?? GAP });
}

/** Watches a window for elements with a label. */
export function listenForTooltips(doc: Document): void {
  doc.addEventListener('mouseover', (event) => {
    if (Platform.isMobile) return;
    const target = (event.target as Element | null)?.closest<HTMLElement>('[aria-label]') ?? null;
    if (target !== null && (target === shown?.target || target === waiting?.target)) return;
    hideTooltip();
    if (target !== null) showSoon(target);
  });
  for (const type of ['mousedown', 'keydown', 'scroll'] as const) {
    doc.addEventListener(type, hideTooltip, true);
  }
}

function showSoon(target: HTMLElement): void {
  const given = options.get(target) ?? {};
  const isSoon = performance.now() - endedAt < SOON;
  const timer = target.win.setTimeout(
    () => {
      waiting = undefined;
      const text = target.getAttribute('aria-label') ?? '';
      const placement = target.getAttribute('data-tooltip-position') as Obsidian.TooltipPlacement | null;
      if (!target.isConnected || text === '' || isUnwanted(target)) return;
      displayTooltip(target, text, { ...given, placement: given.placement ?? placement ?? 'bottom' });
    },
    given.delay ?? (isSoon ? 0 : DEFAULT_DELAY),
  );
  waiting = { target, timer };
}

function isUnwanted(target: HTMLElement): boolean {
  return target.getCssPropertyValue('--no-tooltip') === 'true';
}

/** The one that is shown, and the one that would be. */
export function hideTooltip(): void {
  waiting?.target.win.clearTimeout(waiting.timer);
  waiting = undefined;
  if (shown !== undefined) endedAt = performance.now();
  shown?.el.detach();
  shown = undefined;
}

interface Wanted {
  readonly placement: Obsidian.TooltipPlacement;
  readonly gap: number;
}

/** On the side that is wanted, or on the opposite one where only that has room; never outside of the window. */
function place(el: HTMLElement, target: Element, { placement, gap }: Wanted): void {
  const { innerWidth, innerHeight } = el.win;
  const own = el.getBoundingClientRect();
  const box = target.getBoundingClientRect();
  const cornerOn = (side: Obsidian.TooltipPlacement): Corner =>
    cornerBeside(box, own, { placement: side, gap });
  const fits = (side: Obsidian.TooltipPlacement): boolean => {
    const { left, top } = cornerOn(side);
    const isAcross = side === 'left' || side === 'right';
    return isAcross
      ? left >= 0 && left + own.width <= innerWidth
      : top >= 0 && top + own.height <= innerHeight;
  };
  const opposite = OPPOSITE[placement];
  const side = fits(placement) || !fits(opposite) ? placement : opposite;
  const { left, top } = cornerOn(side);
  el.addClass(`mod-${side}`);
  el.setCssStyles({
    left: `${Math.clamp(left, MARGIN, Math.max(MARGIN, innerWidth - own.width - MARGIN))}px`,
    top: `${Math.clamp(top, MARGIN, Math.max(MARGIN, innerHeight - own.height - MARGIN))}px`,
  });
}

interface Corner {
  readonly left: number;
  readonly top: number;
}

function cornerBeside(box: DOMRect, own: DOMRect, { placement, gap }: Wanted): Corner {
  const left = box.left + (box.width - own.width) / 2;
  const top = box.top + (box.height - own.height) / 2;
  switch (placement) {
    case 'bottom':
      return { left, top: box.bottom + gap };
    case 'top':
      return { left, top: box.top - own.height - gap };
    case 'right':
      return { left: box.right + gap, top };
    case 'left':
      return { left: box.left - own.width - gap, top };
  }
}
