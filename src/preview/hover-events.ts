// The events of a user who looks at an element: a mouse that enters it, or a key while it has the focus.

/**
 * Calls `react` when a mouse enters an element, and when a key is pressed in it. Not for the mouse events that browsers send after
 * a touch, and not for a pen.
 */
export function whenHovered(el: HTMLElement, react: (event: MouseEvent | KeyboardEvent) => void): void {
  let pointer = 'mouse';
  el.addEventListener('pointerover', ({ pointerType }) => {
    pointer = pointerType;
  });
  el.addEventListener('mouseover', (event) => {
    if (pointer === 'mouse') react(event);
  });
  el.addEventListener('keydown', react);
}
