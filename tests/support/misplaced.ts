// Parts of an element on screen that are not where they can be seen and used.
import type { Locator } from 'playwright-core';

/** What is cut off by the element or by the window, what lies over something else, and what scrolls sideways. */
export function misplaced(within: Locator): Promise<readonly string[]> {
  return within.evaluate((root) => {
    const sideways = [root, ...root.querySelectorAll<HTMLElement>('*')]
      .filter((el) => ['auto', 'scroll'].includes(getComputedStyle(el).overflowX))
      .filter((el) => el.scrollWidth > el.clientWidth + 1)
      .map((el) => `${el.classList.value} scrolls sideways`);
    // Of a row only so much is seen as its list shows.
    const seenOf = (el: Element): DOMRect => {
      const box = el.getBoundingClientRect();
      const list = el.closest('.playhead-panel, .playhead-findings')?.getBoundingClientRect();
      if (list === undefined) return box;
      const top = Math.max(box.top, list.top);
      return new DOMRect(box.left, top, box.width, Math.max(0, Math.min(box.bottom, list.bottom) - top));
    };
    const parts =
      '.menu-item, .setting-item-name, .setting-item-description, .playhead-finding-change, .playhead-finding-why, .modal-title, button, input, select, [role="slider"], [role="tab"], [role="option"], dt, dd';
    const seen = [...root.querySelectorAll<HTMLElement>(parts)]
      .filter((el) => el.checkVisibility({ visibilityProperty: true }))
      .map((el) => ({ el, box: seenOf(el), name: el.ariaLabel ?? el.innerText.slice(0, 30) }))
      .filter(({ el, box }) => box.width > 1 && el.closest('.playhead-tick-list') === null);
    const { left, right } = root.getBoundingClientRect();
    const cut = seen
      .filter(
        ({ box }) => box.left < Math.max(0, left) - 0.5 || box.right > Math.min(innerWidth, right) + 0.5,
      )
      .map(({ name }) => `${name} is cut off`);
    const spilt = seen
      .filter(({ el }) => el.scrollWidth > el.clientWidth + 1 && el.clientWidth > 0)
      .filter(({ el }) => getComputedStyle(el).textOverflow !== 'ellipsis' && el.tagName !== 'INPUT')
      .map(({ name }) => `${name} does not fit`);
    const pen = document.createElement('canvas').getContext('2d');
    const unread = seen
      .filter(({ el }) => el instanceof HTMLInputElement && el.placeholder !== '' && el.value === '')
      .filter(({ el }) => {
        const { font, paddingInlineStart, paddingInlineEnd } = getComputedStyle(el);
        if (pen !== null) pen.font = font;
        const room = el.clientWidth - parseFloat(paddingInlineStart) - parseFloat(paddingInlineEnd);
        return (pen?.measureText((el as HTMLInputElement).placeholder).width ?? 0) > room + 1;
      })
      .map(({ el }) => `the placeholder “${(el as HTMLInputElement).placeholder}” is cut off`);
    const over = seen.flatMap((one, index) =>
      seen
        .slice(index + 1)
        .filter(
          ({ el, box }) =>
            !one.el.contains(el) &&
            !el.contains(one.el) &&
            Math.min(box.right, one.box.right) - Math.max(box.left, one.box.left) > 1 &&
            Math.min(box.bottom, one.box.bottom) - Math.max(box.top, one.box.top) > 1,
        )
        .map(({ name }) => `${one.name} and ${name} overlap`),
    );
    return [...sideways, ...cut, ...spilt, ...unread, ...over];
  });
}
