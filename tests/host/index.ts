// The host's page: makes `startHost` available, and starts by itself on the served vault when the address asks for it.
import type { App } from './app';
import { looksAtPointer } from './markdown/popover-watch';
import { openUri, runCli } from './outside';
import { hostSnapshot, startHost } from './start';
import type { StartOptions } from './start-options';

/** The note that a vault opens on, when it has one. */
const WELCOME = 'Welcome';

const parameters = new URLSearchParams(window.location.search);

Object.assign(window, {
  startHost,
  hostSnapshot,
  hostDataChanged: (pluginId: string) => (window.app as unknown as App).plugins.dataChangedOutside(pluginId),
  hostOpenUri: (uri: string) => openUri(window.app as unknown as App, uri),
  hostCli: (command: string, parameters: Record<string, string>) =>
    runCli(window.app as unknown as App, command, parameters),
  hostLooks: looksAtPointer,
  hostLeftovers: () => (window.app as unknown as App).plugins.leftovers(),
});

if (parameters.get('vault') === 'served') {
  const dark = window.matchMedia('(prefers-color-scheme: dark)').matches;
  const theme = parameters.get('theme') ?? (dark ? 'dark' : 'light');
  const options: StartOptions = {
    served: true,
    theme: theme === 'dark' ? 'dark' : 'light',
    defaultViewMode: 'preview',
  };
  const isNarrow = window.matchMedia('(max-width: 500px)').matches;
  if (parameters.get('platform') === 'phone' || isNarrow) options.platform = 'phone';
  await startHost(options);
  const { metadataCache, workspace } = window.app as unknown as App;
  const note = parameters.get('note') ?? WELCOME;
  if (metadataCache.getFirstLinkpathDest(note, '') !== null) {
    await workspace.openLinkText(note, '', false, { active: true });
  }
}
