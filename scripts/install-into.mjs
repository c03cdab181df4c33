// `npm run install-into -- VAULT`: builds the plugin and puts it into a vault. Settings that are there stay as they are.
import { join, resolve } from 'node:path';
import { Failure, runScript } from './failure.mjs';
import { ensureInstalled } from './install.mjs';
import { configFolders } from './vault-folder.mjs';

await runScript(async () => {
  const [asked, ...more] = process.argv.slice(2);
  if (asked === undefined || asked.startsWith('-') || more.length > 0) {
    throw new Failure('Usage: npm run install-into -- VAULT');
  }
  const vault = resolve(process.env.INIT_CWD ?? process.cwd(), asked);
  const [name, ...others] = configFolders(vault);
  if (others.length > 0) {
    console.log(
      `The vault has several configuration folders; ${name} was used last (also there: ${others.join(', ')}).`,
    );
  }
  ensureInstalled();
  // Only now are the packages there that this module needs.
  const { buildRelease, copyRelease, pluginFolder } = await import('./release.mjs');
  await buildRelease();
  const target = await copyRelease(pluginFolder, join(vault, name));
  console.log(`Playhead is in ${target}`);
  console.log(
    'Turn it on in Obsidian under Settings → Community plugins; when it was on, turn it off and on again.',
  );
});
