// `npm run corpus [-- FOLDER]`: scans all notes of a folder as the plugin would, and prints what they hold in one table.
// Without a folder, the notes of the corpus: where PLAYHEAD_CORPUS says, else beside the checkout.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { Failure, runScript } from './failure.mjs';
import { survey, surveyDetails, surveyTable } from './survey.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const bundle = join(root, 'build/corpus-core.mjs');

async function loadCore() {
  await build({
    stdin: {
      contents: ['read/scan', 'mean/interpretation', 'write/repair']
        .map((name) => `export * from './src/core/${name}';`)
        .join('\n'),
      resolveDir: root,
      loader: 'ts',
    },
    outfile: bundle,
    bundle: true,
    format: 'esm',
    logLevel: 'warning',
  });
  const { scan, interpret, limitOf, findDoubtful } = await import(pathToFileURL(bundle).href);
  const video = { kind: 'youtube', id: '' };
  const limit = limitOf(video, undefined);
  return {
    scan,
    interpret: (written) => interpret(written, limit),
    findDoubtful: (text) => findDoubtful(text, { video, resolve: () => undefined, limitOf: () => limit }),
  };
}

function* notesOf(folder) {
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    if (name.endsWith('.md')) yield { name, text: readFileSync(join(folder, name), 'utf8') };
  }
}

await runScript(async () => {
  const corpus = process.env.PLAYHEAD_CORPUS ?? join(root, '../shared/corpus');
  const folder = process.argv[2] ?? join(corpus, 'notes');
  if (!existsSync(folder))
    throw new Failure(`There is no folder ${folder}. Name one: npm run corpus -- FOLDER`);
  const found = survey(notesOf(folder), await loadCore());
  console.log(`${surveyTable(found)}\n${surveyDetails(found)}`);
});
