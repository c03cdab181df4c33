// Builds the host: host.js, host.css and index.html, the same bytes from the same sources.
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../..', import.meta.url));
const here = join(root, 'tests/host');
const iconFolder = join(root, 'node_modules/lucide-static/icons');
/** The names of Lucide 0.446.0, the last that the app's documentation promises. Their pictures come from a newer version. */
const promisedIcons = join(here, 'lucide-0.446.txt');

/** @param {string} outdir */
export async function buildHost(outdir) {
  await mkdir(outdir, { recursive: true });
  await Promise.all([
    build({
      absWorkingDir: root,
      entryPoints: ['tests/host/index.ts'],
      outfile: join(outdir, 'host.js'),
      bundle: true,
      format: 'esm',
      platform: 'browser',
      target: 'es2022',
      // Function names stand in stack traces, by which the host knows who called.
      keepNames: false,
      minify: false,
      charset: 'utf8',
      legalComments: 'none',
      logLevel: 'warning',
      plugins: [iconsPlugin],
    }),
    buildStyles(outdir),
    writeFile(join(outdir, 'index.html'), await readFile(join(here, 'index.html'))),
  ]);
}

async function buildStyles(outdir) {
  const sheets = ['obsidian-variables.css', ...(await sheetsIn('css')), ...(await sheetsIn('markdown'))];
  const texts = await Promise.all(sheets.map((sheet) => readFile(join(here, sheet), 'utf8')));
  await writeFile(join(outdir, 'host.css'), texts.join('\n'));
}

async function sheetsIn(folder) {
  const names = await readdir(join(here, folder));
  return names
    .filter((name) => name.endsWith('.css'))
    .sort()
    .map((name) => join(folder, name));
}

/** `virtual:icons`: of the icons that the app promises those whose names stand, in quotes, somewhere in the sources or specs. */
const iconsPlugin = {
  name: 'icons',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^virtual:icons$/ }, ({ path }) => ({ path, namespace: 'icons' }));
    onLoad({ filter: /.*/, namespace: 'icons' }, async () => {
      const promised = new Set((await readFile(promisedIcons, 'utf8')).split('\n'));
      const drawn = new Set((await readdir(iconFolder)).map((name) => name.replace(/\.svg$/, '')));
      const words = [...(await quotedWords())];
      const named = words.filter((word) => promised.has(word) && drawn.has(word)).sort();
      const icons = await Promise.all(named.map(async (name) => [name, await insideOf(name)]));
      return { contents: JSON.stringify(Object.fromEntries(icons)), loader: 'json' };
    });
  },
};

async function quotedWords() {
  const words = new Set();
  for (const folder of ['src', 'tests/host', 'tests/fidelity', 'tests/e2e']) {
    const files = await readdir(join(root, folder), { recursive: true }).catch(() => []);
    const sources = files.filter((file) => file.endsWith('.ts'));
    const texts = await Promise.all(sources.map((file) => readFile(join(root, folder, file), 'utf8')));
    for (const text of texts) {
      for (const [, word] of text.matchAll(/['"](?:lucide-)?([a-z][a-z0-9-]*)['"]/g)) words.add(word);
    }
  }
  return words;
}

async function insideOf(icon) {
  const svg = await readFile(join(iconFolder, `${icon}.svg`), 'utf8');
  const inside = /<svg[^>]*>([\s\S]*)<\/svg>/.exec(svg)?.[1] ?? '';
  return inside.replace(/\s*\n\s*/g, '');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildHost(join(root, 'build/host'));
