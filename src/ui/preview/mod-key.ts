// The key that the app previews with: held while the pointer comes, pressed while it rests, or pressed with the focus there.
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

/** Says that a key is let go, or that another is pressed or the focus gone. Returns what ends the listening. */
export function pressedElsewhere(el: HTMLElement, react: (isRelease: boolean) => void): () => void {
  const listening = new AbortController();
  const { signal } = listening;
  el.addEventListener(
    'keyup',
    () => {
      react(true);
    },
    { signal },
  );
  for (const type of ['keydown', 'blur'] as const) {
    el.addEventListener(
      type,
      (event) => {
        if (!(event.instanceOf(KeyboardEvent) && isModKeyHeld(event))) react(false);
      },
      { signal },
    );
  }
  return () => {
    listening.abort();
  };
}

function isModKeyHeld(event: KeyboardEvent): boolean {
  return event.key === 'Control' || event.key === 'Meta';
}
