// In a release, each module of the app is required once; esbuild would require it once for each importing file.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const GIVEN = /^(?:obsidian|@codemirror\/\w+)$/;
const IMPORT = /^import \{([^}]*)\} from '([^']+)';/gm;

/** An esbuild plugin: imports from a module of the app go through one file that imports it for all sources of a folder. */
export function requiredOnce(folder) {
  return {
    name: 'required-once',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: GIVEN }, ({ path, namespace }) =>
        namespace === 'once' ? { path, external: true } : { path, namespace: 'once' },
      );
      const imported = importedIn(folder);
      onLoad({ filter: GIVEN, namespace: 'once' }, ({ path }) => ({
        contents: `export { ${[...(imported.get(path) ?? [])].join()} } from '${path}';`,
      }));
    },
  };
}

/** The names that the sources import from each module, without types. */
function importedIn(folder) {
  const imported = new Map();
  for (const name of readdirSync(folder, { recursive: true }).filter((one) => one.endsWith('.ts'))) {
    for (const [, names, module] of readFileSync(join(folder, name), 'utf8').matchAll(IMPORT)) {
      const values = names
        .split(',')
        .map((one) => one.trim().split(' ')[0])
        .filter((one) => one !== '' && one !== 'type');
      for (const one of values) imported.set(module, (imported.get(module) ?? new Set()).add(one));
    }
  }
  return imported;
}
