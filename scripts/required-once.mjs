// A release asks the app once for each of its modules: esbuild asks once for each file that imports of it.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const GIVEN = /^(?:obsidian|@codemirror\/\w+)$/;
const IMPORT = /^import \{([^}]*)\} from '([^']+)';/gm;

/** A plugin of esbuild: what the sources in a folder import of a module of the app comes through one file that imports all of it. */
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

/** The names that the sources import, by the module; types are none. */
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
