// Helpers for specs of the editor: opening a note in Live Preview, placing carets, reading the selection and the text.
import type { Page } from 'playwright-core';
import type { AppDriver, StartOptions } from '../driver/driver';
import '../driver/app-window';

export const NOTE = 'Note.md';

/** Starts the app with one note, and opens it in Live Preview with the focus in the editor. */
export async function editNote(driver: AppDriver, text: string, options: StartOptions = {}): Promise<void> {
  await driver.start({ plugin: 'none', ...options, notes: { [NOTE]: text, ...options.notes } });
  await driver.openNote(NOTE, { mode: 'live' });
}

/** Puts the caret before the first `needle`, or `shift` characters further, and focuses the editor. */
export async function placeCaret(page: Page, needle: string, shift = 0): Promise<void> {
  await page.evaluate(
    ({ needle, shift }) => {
      const editor = window.app.workspace.activeEditor?.editor;
      if (editor === undefined) throw new Error('No editor is active');
      const at = editor.getValue().indexOf(needle);
      if (at < 0) throw new Error(`The note has no ${needle}`);
      editor.setCursor(editor.offsetToPos(at + shift));
      editor.focus();
    },
    { needle, shift },
  );
}

/** Takes the focus away from the editor. */
export async function blurEditor(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.app.workspace.activeEditor?.editor?.blur();
  });
}

/** The text in the active editor, saved or not. */
export function editedText(page: Page): Promise<string> {
  return page.evaluate(() => window.app.workspace.activeEditor?.editor?.getValue() ?? '');
}

/** Anchor and head of every selection range, as offsets. */
export function selections(page: Page): Promise<[anchor: number, head: number][]> {
  return page.evaluate(() => {
    const editor = window.app.workspace.activeEditor?.editor;
    return (editor?.listSelections() ?? []).map(({ anchor, head }): [number, number] => [
      editor?.posToOffset(anchor) ?? -1,
      editor?.posToOffset(head) ?? -1,
    ]);
  });
}

/** The visible lines of the editor, with the text of widgets. */
export async function seenLines(page: Page): Promise<string[]> {
  const lines = await page.locator('.markdown-source-view .cm-line').allInnerTexts();
  return lines.map((line) => line.replace(/\n$/, ''));
}
