// The licenses of what is built into main.js, as the comment that it begins with: a release has no other file for them.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The packages that are built in. A test holds this to what esbuild says that it has put there. */
export const BUNDLED = ['@preact/signals-core', 'valibot'];

export function noticesOf(names = BUNDLED) {
  const root = fileURLToPath(new URL('..', import.meta.url));
  const notices = names.map((name) => {
    const folder = join(root, 'node_modules', name);
    const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
    if (file === undefined) throw new Error(`${name} has no license file.`);
    const text = readFileSync(join(folder, file), 'utf8').trim().replaceAll('*/', '* /');
    const at = text.search(/^Permission is hereby granted/m);
    return {
      named: `${name} ${version} (${license})\n\n${text.slice(0, at).trim()}`,
      terms: textOf(text.slice(at)),
    };
  });
  const intro = 'Playhead, MIT license. Parts of other projects are built in:';
  // Equal licence texts are included once.
  const terms = new Set(notices.map((one) => one.terms));
  return `/*!\n${[intro, ...notices.map(({ named }) => named), ...terms].join('\n\n')}\n*/`;
}

/** The paragraphs of a text, each on one line. */
function textOf(text) {
  return text.replace(/(\S)[ \t]*\r?\n[ \t]*(?=\S)/g, '$1 ');
}

/** The packages in a build, by its metafile. */
export function packagesIn(metafile) {
  const names = Object.values(metafile.outputs)
    .flatMap(({ inputs }) => Object.entries(inputs))
    .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
    .map(([path]) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1])
    .filter((name) => name !== undefined);
  return [...new Set(names)].sort();
}
