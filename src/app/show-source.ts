// Shows where something is written in a note.
import { MarkdownView, type App, type EditorPosition } from 'obsidian';

/** Opens the note at `path` for editing, where it is open already if it is, with the caret at a place in it. */
export async function showSource(app: App, path: string, place: EditorPosition): Promise<void> {
  const file = app.vault.getFileByPath(path);
  if (file === null) throw new Error('The note is gone.');
  const { workspace } = app;
  const active = workspace.getActiveViewOfType(MarkdownView);
  const open = workspace
    .getLeavesOfType('markdown')
    .filter(({ view }) => view instanceof MarkdownView && view.file?.path === path);
  const leaf = open.find(({ view }) => view === active) ?? open[0] ?? workspace.getLeaf(false);
  await leaf.openFile(file, { active: true, state: { mode: 'source' } });
  const { view } = leaf;
  if (!(view instanceof MarkdownView)) return;
  view.editor.setCursor(place);
  view.editor.scrollIntoView({ from: place, to: place }, true);
  view.editor.focus();
}
