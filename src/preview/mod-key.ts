// The key that the app previews with: held while the pointer comes, pressed while it rests, or tapped with the focus there.
import { Keymap } from 'obsidian';

/** Whether it is Mod that is pressed, and nothing else. */
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

/** Says that another key is pressed, or the focus gone; Mod may be let go. Returns what ends the listening. */
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
