// The plugin's own names are looked for once for each state of its sources: that takes seconds.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { ownNames, projectOf } from './own-names.mjs';
import { privateNames } from './private-names.mjs';

/** The names of properties that only the code in `src` knows, and the edits that give such names to its private members; `bundled` are the files, from the root, that are built with it. */
export function keptOwnNames(root, bundled) {
  const { files, options } = projectOf(join(root, 'tsconfig.json'));
  const others = [
    ...bundled,
    'package-lock.json',
    'tsconfig.json',
    'scripts/own-names.mjs',
    'scripts/private-names.mjs',
  ].map((path) => join(root, path));
  const kept = join(root, 'node_modules/.cache/playhead', `own-names-${hashOf([...files, ...others])}.json`);
  try {
    return JSON.parse(readFileSync(kept, 'utf8'));
  } catch {
    const program = ts.createProgram(files, options);
    const names = ownNames({
      program,
      files,
      options,
      bundled: bundled.map((path) => join(root, path)),
      // It makes the type of what it reads from an object that says the names.
      isReader: (path) => path.includes('/valibot/'),
    });
    mkdirSync(dirname(kept), { recursive: true });
    const short = new Set(names);
    const privates = privateNames(program, new Set(files), (name) => short.has(name));
    const found = { names: [...names, ...privates.names], edits: privates.edits };
    writeFileSync(kept, JSON.stringify(found));
    return found;
  }
}

function hashOf(paths) {
  const hash = createHash('sha256');
  for (const path of paths) hash.update(path).update(readFileSync(path));
  return hash.digest('hex').slice(0, 16);
}
