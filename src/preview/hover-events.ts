// The events that tell that the user looks at something: a mouse that comes to it, or a key while it has the focus.

/**
 * Calls `react` when a mouse comes to an element, and when a key is pressed in it. A finger does not look: browsers follow a touch
 * with the events of a mouse, which nobody makes; nor does a pen.
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
