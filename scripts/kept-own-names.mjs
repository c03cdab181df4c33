// The plugin's own names are looked for once for each state of its sources: that takes seconds.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ownNames, projectOf } from './own-names.mjs';

/** The names of properties that only the code in `src` knows; `bundled` are the files, from the root, that are built with it. */
export function keptOwnNames(root, bundled) {
  const { files, options } = projectOf(join(root, 'tsconfig.json'));
  const others = [...bundled, 'package-lock.json', 'tsconfig.json', 'scripts/own-names.mjs'].map((path) =>
    join(root, path),
  );
  const kept = join(root, 'node_modules/.cache/playhead', `own-names-${hashOf([...files, ...others])}.json`);
  try {
    return JSON.parse(readFileSync(kept, 'utf8'));
  } catch {
    const names = ownNames({
      files,
      options,
      bundled: bundled.map((path) => join(root, path)),
      // It makes the type of what it reads from an object that says the names.
      isReader: (path) => path.includes('/valibot/'),
    });
    mkdirSync(dirname(kept), { recursive: true });
    writeFileSync(kept, JSON.stringify(names));
    return names;
  }
}

function hashOf(paths) {
  const hash = createHash('sha256');
  for (const path of paths) hash.update(path).update(readFileSync(path));
  return hash.digest('hex').slice(0, 16);
}
