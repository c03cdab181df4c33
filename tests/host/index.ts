// The host's page: makes `startHost` available, and starts by itself on the served vault when the address asks for it.
import type { App } from './app';
import { hostSnapshot, startHost } from './start';
import type { StartOptions } from './start-options';

const parameters = new URLSearchParams(window.location.search);

Object.assign(window, {
  startHost,
  hostSnapshot,
  hostLeftovers: () => (window.app as unknown as App).plugins.leftovers(),
});

if (parameters.get('vault') === 'served') {
  const note = parameters.get('note');
  const dark = window.matchMedia('(prefers-color-scheme: dark)').matches;
  const theme = parameters.get('theme') ?? (dark ? 'dark' : 'light');
  const options: StartOptions = { served: true, theme: theme === 'dark' ? 'dark' : 'light' };
  if (parameters.get('platform') === 'phone') options.platform = 'phone';
  await startHost(options);
  const { workspace } = window.app as unknown as App;
  if (note !== null) {
    await workspace.openLinkText(note, '', false, { active: true, state: { mode: 'preview' } });
  }
}
