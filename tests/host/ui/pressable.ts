// Elements that act as buttons without being some: the app's rows and icons, by pointer and by keyboard.

/** Makes it focusable; Enter and Space press it as a click does. */
export function pressable(el: HTMLElement, press: (event: MouseEvent | KeyboardEvent) => void): void {
  el.setAttrs({ role: 'button', tabindex: '0' });
  el.addEventListener('click', press);
  el.addEventListener('keydown', (event) => {
    if (event.target !== el || (event.key !== 'Enter' && event.key !== ' ')) return;
    event.preventDefault();
    press(event);
  });
}
