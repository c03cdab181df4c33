// `npm run corpus [-- FOLDER]`: scans all notes of a folder as the plugin would, and prints what they hold in one table.
// Without a folder, the notes of the corpus: where PLAYHEAD_CORPUS says, else beside the checkout.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadCore } from './core.mjs';
import { Failure, runScript } from './failure.mjs';
import { survey, surveyDetails, surveyTable } from './survey.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

async function loadReading() {
  const { scan, interpret, limitOf, findDoubtful, ALL_SYNTAXES } = await loadCore([
    ...['read/scan', 'read/shown', 'mean/interpretation', 'write/repair'],
  ]);
  const video = { kind: 'youtube', id: '' };
  const limit = limitOf(video, undefined);
  return {
    scan,
    interpret: (written) => interpret(written, limit),
    findDoubtful: (text) =>
      findDoubtful(text, {
        videos: { own: video, shown: [] },
        resolve: () => undefined,
        limitOf: () => limit,
        syntaxes: ALL_SYNTAXES,
        wantsAll: true,
      }),
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
  const found = survey(notesOf(folder), await loadReading());
  console.log(`${surveyTable(found)}\n${surveyDetails(found)}`);
});
