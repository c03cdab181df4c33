// The app's own commands, as far as the host has them.
import type { App } from './app';
import { CommandPalette, QuickSwitcher } from './ui/prompts';
import { MarkdownView } from './views/markdown-view';

export function addAppCommands(app: App): void {
  const { workspace, commands } = app;
  const recent: string[] = [];
  const simple: Record<string, [name: string, key: string | undefined, run: () => void]> = {
    'command-palette:open': [
      'Command palette: Open command palette',
      'p',
      () => new CommandPalette(app, recent).open(),
    ],
    'switcher:open': ['Quick switcher: Open quick switcher', 'o', () => new QuickSwitcher(app).open()],
    'app:open-settings': ['Open settings', ',', () => app.setting.open()],
    'workspace:close': [
      'Close current tab',
      'w',
      () => {
        workspace.currentLeaf?.detach();
      },
    ],
    'workspace:split-vertical': ['Split right', undefined, () => duplicate(app, 'vertical')],
    'workspace:split-horizontal': ['Split down', undefined, () => duplicate(app, 'horizontal')],
    'workspace:toggle-pin': [
      'Toggle pin',
      undefined,
      () => {
        workspace.currentLeaf?.togglePinned();
      },
    ],
    'workspace:toggle-stacked-tabs': [
      'Toggle stacked tabs',
      undefined,
      () => {
        const tabs = workspace.currentLeaf?.parent;
        tabs?.setStacked(!tabs.isStacked);
      },
    ],
    'workspace:move-to-new-window': [
      'Move current tab to new window',
      undefined,
      () => {
        if (workspace.currentLeaf !== null) workspace.moveLeafToPopout(workspace.currentLeaf);
      },
    ],
    'app:toggle-left-sidebar': ['Toggle left sidebar', undefined, () => workspace.leftSplit.toggle()],
    'app:toggle-right-sidebar': ['Toggle right sidebar', undefined, () => workspace.rightSplit.toggle()],
    'theme:use-dark': ['Use dark mode', undefined, () => app.changeTheme('obsidian')],
    'theme:use-light': ['Use light mode', undefined, () => app.changeTheme('moonstone')],
  };
  for (const [id, [name, key, callback]] of Object.entries(simple)) {
    commands.addCommand({
      id,
      name,
      callback,
      ...(key === undefined ? {} : { hotkeys: [{ modifiers: ['Mod'], key }] }),
    });
  }
  commands.addCommand({
    id: 'markdown:toggle-preview',
    name: 'Toggle reading view',
    hotkeys: [{ modifiers: ['Mod'], key: 'e' }],
    checkCallback: (checking) => {
      const view = workspace.getActiveViewOfType(MarkdownView);
      if (view === null) return false;
      if (!checking) view.toggleMode();
      return true;
    },
  });
}

function duplicate({ workspace }: App, direction: 'vertical' | 'horizontal'): void {
  if (workspace.currentLeaf !== null) void workspace.duplicateLeaf(workspace.currentLeaf, direction);
}
