// The Mod key for previews: held while the pointer comes, pressed while it rests, or tapped on a focused element.
import { Keymap } from 'obsidian';

/** Whether the pressed key is Mod, alone. */
export function isModKey(event: KeyboardEvent): boolean {
  const isAlone = event.key === 'Control' || event.key === 'Meta';
  return event.type === 'keydown' && isAlone && !event.repeat && Keymap.isModifier(event, 'Mod');
}

/** Waits for Mod while the pointer is on an element of `doc`, until `signal`. */
export function awaitMod(doc: Document, signal: AbortSignal, pressed: () => void): void {
  const react = (event: KeyboardEvent): void => {
    if (isModKey(event)) pressed();
  };
  doc.addEventListener('keydown', react, { signal });
}

/**
 * Calls `react` if another key is pressed or the focus is lost; releasing Mod does not count. The returned function ends the
 * listening.
 */
export function pressedElsewhere(el: HTMLElement, react: () => void): () => void {
  const listening = new AbortController();
  const { signal } = listening;
  el.addEventListener('blur', react, { signal });
  el.addEventListener(
    'keydown',
    ({ key }) => {
      if (key !== 'Control' && key !== 'Meta') react();
    },
    { signal },
  );
  return () => listening.abort();
}
