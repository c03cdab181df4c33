// The sample of real notes, if there is one: a folder beside the checkout, or the folder in PLAYHEAD_CORPUS.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const folder = path.resolve(process.env['PLAYHEAD_CORPUS'] ?? '../shared/corpus');

export const hasCorpus = existsSync(folder);

/** The text of a file of the corpus. */
export function corpusFile(name: string): string {
  return readFileSync(path.join(folder, name), 'utf8');
}

/** The paths of all real notes within the corpus, in order. */
export function corpusNotes(): readonly string[] {
  return readdirSync(path.join(folder, 'notes'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => path.posix.join('notes', name.split(path.sep).join('/')))
    .sort();
}
