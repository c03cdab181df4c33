// Finds out whether previews need Mod, by a toggle of the app's page preview.
import type { App } from 'obsidian';

/** The id of Playhead's hover source in Page preview. */
export const HOVER_SOURCE_ID = 'playhead';
/** Milliseconds that an answer stays valid. */
const FRESH = 1000;

/**
 * Reads the toggle. The public API has no way to read it. The app keeps it in `page-preview.json`, by the id of the source, with
 * `true` if Mod is needed. If that cannot be read, Mod is not needed.
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
    return typeof toggles === 'object' && toggles !== null && Reflect.get(toggles, HOVER_SOURCE_ID) === true;
  } catch {
    return false;
  }
}
