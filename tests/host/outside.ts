// Requests that come to the app from outside: `obsidian://` links, and its command line.
import type { App } from './app';

/**
 * Follows a link. The name before the parameters chooses the handler (public plugins have names with a slash in them); a parameter
 * of the link that is called `action` reaches the handler (inferred: nothing public says which of the two it is given).
 */
export async function openUri(app: App, uri: string): Promise<void> {
  const { host, pathname, search } = new URL(uri.replace(/^obsidian:/, 'http:'));
  const action = decodeURIComponent(host + pathname.replace(/\/$/, ''));
  const parameters = search
    .slice(1)
    .split('&')
    .filter((part) => part !== '')
    .map((part) => part.split(/=(.*)/s, 2).map(decodeURIComponent))
    .map(([name = '', value = 'true']) => [name, value] as const);
  const handler = app.protocolHandlers.get(action);
  if (handler === undefined) throw new Error(`Unrecognized URI action ${action}`);
  await handler({ action, ...Object.fromEntries(parameters) });
}

/** Runs a command as the terminal would; the answer is what it would print. */
export async function runCli(app: App, command: string, parameters: Record<string, string>): Promise<string> {
  const handler = app.cliHandlers.get(command);
  if (handler === undefined) throw new Error(`There is no command ${command}`);
  return handler(parameters);
}
