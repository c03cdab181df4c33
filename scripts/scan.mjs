// `npm run scan -- [--json] FILE…`: one line for every timestamp that a note would show, read as the plugin reads it.
// The note's own properties and embeds count; the lengths of videos are not known.
import { existsSync, readFileSync } from 'node:fs';
import { loadCore } from './core.mjs';
import { Failure, runScript } from './failure.mjs';
import { timestampsOf } from './note-timestamps.mjs';

await runScript(async () => {
  const files = process.argv.slice(2).filter((argument) => argument !== '--json');
  if (files.length === 0) throw new Failure('Name a note: npm run scan -- [--json] FILE…');
  const core = await loadCore([
    ...['read/scan', 'read/shown', 'read/note-videos', 'write/properties'],
    ...['mean/attribution', 'mean/clips', 'mean/interpretation', 'mean/video'],
  ]);
  for (const file of files) {
    if (!existsSync(file)) throw new Failure(`There is no file ${file}.`);
    for (const timestamp of timestampsOf(readFileSync(file, 'utf8'), core)) {
      const { from, to, kind, seconds, end, video } = timestamp;
      const line = [`${file}:${from}-${to}`, kind, seconds ?? '-', end ?? '-', video ?? '-'].join('\t');
      console.log(process.argv.includes('--json') ? JSON.stringify({ file, ...timestamp }) : line);
    }
  }
});
