// The app's commands for editors, as far as the host has them.
import type { App } from '../app';
import { MarkdownView } from '../views/markdown-view';

export function addEditorCommands({ commands, workspace }: App): void {
  commands.addCommand({
    id: 'editor:toggle-source',
    name: 'Toggle Live Preview/Source mode',
    checkCallback: (checking) => {
      const view = workspace.getActiveViewOfType(MarkdownView);
      if (view?.getMode() !== 'source') return false;
      if (!checking) view.toggleSource();
      return true;
    },
  });
  commands.addCommand({
    id: 'editor:open-search',
    name: 'Search current file',
    hotkeys: [{ modifiers: ['Mod'], key: 'f' }],
    checkCallback: (checking) => {
      const view = workspace.getActiveViewOfType(MarkdownView);
      if (view?.getMode() !== 'source') return false;
      if (!checking) view.showSearch();
      return true;
    },
  });
}
