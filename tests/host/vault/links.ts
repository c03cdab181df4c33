// Links between notes: their text taken apart, and which file they mean.
import type { TFile } from '../files';

/** `[[path#heading]]` → path and subpath. */
export function parseLinktext(linktext: string): { path: string; subpath: string } {
  const clean = linktext.replaceAll(' ', ' ').trim().normalize('NFC');
  const hash = clean.indexOf('#');
  return hash < 0 ? { path: clean, subpath: '' } : { path: clean.slice(0, hash), subpath: clean.slice(hash) };
}

export function getLinkpath(linktext: string): string {
  return parseLinktext(linktext).path;
}

export function normalizePath(path: string): string {
  const parts = path
    .replaceAll(/[\u00a0\u202f]/g, ' ')
    .normalize('NFC')
    .split(/[\\/]+/)
    .filter((part) => part !== '');
  return parts.length === 0 ? '/' : parts.join('/');
}

/** Which file a link means: looked up by file name, so that a vault of many thousand notes answers at once. */
export class LinkIndex {
  readonly #byName = new Map<string, TFile[]>();

  constructor(files: readonly TFile[]) {
    for (const file of files) {
      const name = file.name.toLowerCase();
      this.#byName.set(name, [...(this.#byName.get(name) ?? []), file]);
    }
  }

  resolve(linkpath: string, sourcePath: string): TFile | null {
    const path = linkpath.replace(/^\/+/, '').toLowerCase();
    const wanted = absolute(path, sourcePath.toLowerCase());
    const name = wanted.slice(wanted.lastIndexOf('/') + 1);
    const named = [...(this.#byName.get(`${name}.md`) ?? []), ...(this.#byName.get(name) ?? [])];
    const fitting = named.filter((file) => endsWithPath(file.path.toLowerCase(), wanted));
    return fitting.sort((a, b) => rank(a, wanted, sourcePath) - rank(b, wanted, sourcePath))[0] ?? null;
  }
}

function absolute(path: string, sourcePath: string): string {
  if (!path.startsWith('.')) return path;
  const parts = sourcePath.split('/').slice(0, -1);
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}

function endsWithPath(path: string, wanted: string): boolean {
  return [wanted, `${wanted}.md`].some((end) => path === end || path.endsWith(`/${end}`));
}

/** The exact path first, then the source's own folder, then the shortest path. */
function rank(file: TFile, wanted: string, sourcePath: string): number {
  const path = file.path.toLowerCase();
  if (path === wanted || path === `${wanted}.md`) return 0;
  const folder = sourcePath.slice(0, sourcePath.lastIndexOf('/') + 1);
  return file.path === folder + file.name ? 1 : 2 + file.path.length;
}
