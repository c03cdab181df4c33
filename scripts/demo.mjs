// `npm run demo`: shows the plugin at work in the browser, in the host and on a folder of notes. Edits stay in the page.
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseDemoOptions } from './demo-options.mjs';
import { Failure, runScript } from './failure.mjs';
import { startOnFreePort } from './free-port.mjs';
import { ensureInstalled } from './install.mjs';
import { openBrowser } from './open-browser.mjs';

function vaultFolder(asked) {
  if (asked === undefined) return undefined;
  // npm runs its scripts in the project's folder; a path is meant from where the user is.
  const folder = resolve(process.env.INIT_CWD ?? process.cwd(), asked);
  const found = statSync(folder, { throwIfNoEntry: false });
  if (found === undefined) throw new Failure(`There is no folder ${folder}.`);
  if (!found.isDirectory()) throw new Failure(`${folder} is a file; --vault wants a folder of notes.`);
  return folder;
}

async function serve(vault, port) {
  // Only now are the packages there that this module needs.
  const { buildSite, loadServer } = await import('./site.mjs');
  const [folders, { startServer }] = await Promise.all([buildSite(vault), loadServer()]);
  return startOnFreePort((free) => startServer(folders, free), port);
}

await runScript(async () => {
  const options = parseDemoOptions(process.argv.slice(2));
  const vault = vaultFolder(options.vault);
  ensureInstalled();
  const server = await serve(vault, options.port);
  const end = () => void server.close();
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
  const url = `${server.url}/?vault=served`;
  const opened = options.open && (await openBrowser(url));
  console.log(`Playhead is shown on ${vault ?? 'the demo vault'}; nothing is written to it.`);
  console.log(opened ? `It opens in your browser: ${url}` : `Open this address in a browser: ${url}`);
  console.log('Ctrl-C ends it.');
});
