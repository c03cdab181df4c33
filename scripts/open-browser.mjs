// Opens an address in the user's browser, where there is one.
import { spawn } from 'node:child_process';

function opener({ platform, env }, url) {
  if (platform === 'darwin') return ['open', url];
  // `start` takes its first quoted argument for a title.
  if (platform === 'win32') return ['cmd', '/c', 'start', '""', url];
  const hasDisplay = [env.DISPLAY, env.WAYLAND_DISPLAY].some((value) => (value ?? '') !== '');
  return hasDisplay ? ['xdg-open', url] : undefined;
}

/** Resolves to whether an opener could be started. */
export function openBrowser(url, { platform = process.platform, env = process.env } = {}) {
  const command = opener({ platform, env }, url);
  if (command === undefined) return Promise.resolve(false);
  const [program, ...args] = command;
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: 'ignore', detached: true });
    child.once('error', () => resolve(false));
    child.once('spawn', () => {
      child.unref();
      resolve(true);
    });
  });
}
