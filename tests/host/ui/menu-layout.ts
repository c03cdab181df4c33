// How a menu is laid out: its items by section, its place on the screen.
import type * as Obsidian from 'obsidian';

interface InSection {
  readonly section: string;
}

/** Items of one section stand together: the sections that were named first, then in the order of their first item. */
export function inSections<T extends InSection>(items: readonly T[], named: readonly string[]): T[][] {
  const sections = new Set([...named, ...items.map((item) => item.section)]);
  return [...sections]
    .map((section) => items.filter((item) => item.section === section))
    .filter((group) => group.length > 0);
}

/**
 * Puts a menu below and to the right of a point, or to its left where it is asked to or has no room. With a width the
 * point is the corner of something beside which, or over which, the menu stands. It is never outside of the window.
 */
export function placeMenu(el: HTMLElement, position: Obsidian.MenuPositionDef): void {
  const { x, y, width = 0, overlap = false, left = false } = position;
  const { offsetWidth, offsetHeight } = el;
  const { innerWidth, innerHeight } = el.win;
  const toRight = overlap ? x : x + width;
  const toLeft = (overlap ? x + width : x) - offsetWidth;
  const opensLeft = left || toRight + offsetWidth > innerWidth;
  el.setCssStyles({
    left: `${Math.clamp(opensLeft ? toLeft : toRight, 0, Math.max(0, innerWidth - offsetWidth))}px`,
    top: `${Math.clamp(y, 0, Math.max(0, innerHeight - offsetHeight))}px`,
  });
}
