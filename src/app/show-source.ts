// Shows the place in a note at which a text is written.
import { MarkdownView, type App, type EditorPosition } from 'obsidian';
import type { Timestamp } from '../core/mean/timestamp';
import { foundIn } from '../core/read/found';
import { words } from '../texts/texts';

/** Shows a timestamp in the note at `path`, which has this text now. */
export async function showTimestamp(
  app: App,
  { path, text, timestamp }: { readonly path: string; readonly text: string; readonly timestamp: Timestamp },
): Promise<void> {
  const before = text.slice(0, foundIn(text, timestamp).from).split('\n');
  await showSource(app, path, { line: before.length - 1, ch: before.at(-1)?.length ?? 0 });
}

/** Opens the note at `path` for editing, in the view that shows it if there is one, with the caret at `position` if that is given. */
export async function showSource(app: App, path: string, position?: EditorPosition): Promise<void> {
  const file = app.vault.getFileByPath(path);
  if (file === null) throw new Error(words.app.noteGone);
  const { workspace } = app;
  const active = workspace.getActiveViewOfType(MarkdownView);
  const open = workspace
    .getLeavesOfType('markdown')
    .filter(({ view }) => view instanceof MarkdownView && view.file?.path === path);
  const leaf = open.find(({ view }) => view === active) ?? open[0] ?? workspace.getLeaf(false);
  await leaf.openFile(file, { active: true, state: { mode: 'source' } });
  const { view } = leaf;
  if (!(view instanceof MarkdownView)) return;
  if (position !== undefined) {
    view.editor.setCursor(position);
    view.editor.scrollIntoView({ from: position, to: position }, true);
  }
  view.editor.focus();
}
