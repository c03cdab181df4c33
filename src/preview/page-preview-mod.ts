// Whether the user wants previews only while Mod is held: a toggle among those of the app's page preview.
import type { App } from 'obsidian';

/** The plugin's source among those that page preview has a toggle for. */
export const HOVER_SOURCE = 'playhead';
/** How long an answer is good for. Milliseconds. */
const FRESH = 1000;

/**
 * Reads the toggle. The public API has a way to it only for who previews a file; but where the app keeps what was chosen there is
 * known: in `page-preview.json`, by the source's id, true where Mod is needed. If nothing can be read, it is not.
 */
export function pagePreviewMod({ vault }: Pick<App, 'vault'>): () => Promise<boolean> {
  let last: { readonly at: number; readonly answer: Promise<boolean> } | undefined;
  return () => {
    const at = performance.now();
    if (last === undefined || at - last.at > FRESH) {
      const path = `${vault.configDir}/page-preview.json`;
      last = { at, answer: vault.adapter.read(path).then(readToggle, () => false) };
    }
    return last.answer;
  };
}

function readToggle(text: string): boolean {
  try {
    const toggles: unknown = JSON.parse(text);
    return typeof toggles === 'object' && toggles !== null && Reflect.get(toggles, HOVER_SOURCE) === true;
  } catch {
    return false;
  }
}
