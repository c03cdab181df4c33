// A folder as the server sees it: read-only, without dot folders, and never anything outside of it.
import { readdir, realpath, stat } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';

/** One file of a folder; `path` has forward slashes, times are milliseconds since 1970. */
export interface FileEntry {
  readonly path: string;
  readonly size: number;
  readonly ctime: number;
  readonly mtime: number;
}

function isHidden(path: string): boolean {
  return path.split(/[/\\]/).some((name) => name.startsWith('.'));
}

/** The absolute path of a regular file inside the folder, or undefined: outside, hidden, missing or no file. */
export async function fileInFolder(folder: string, path: string): Promise<string | undefined> {
  if (path.includes('\0') || isHidden(path)) return undefined;
  try {
    const home = await realpath(folder);
    const file = await realpath(resolve(home, `.${sep}${path}`));
    const inside = file.startsWith(home.endsWith(sep) ? home : home + sep);
    return inside && (await stat(file)).isFile() ? file : undefined;
  } catch {
    return undefined;
  }
}

/** The paths of all files below a folder, as far as they can be read; links to folders are not followed. */
async function walk(folder: string, below = ''): Promise<readonly string[]> {
  const entries = await readdir(join(folder, below), { withFileTypes: true }).catch(() => []);
  const shown = entries.filter(({ name }) => !isHidden(name));
  const paths = shown.map(async (entry) => {
    const path = below === '' ? entry.name : `${below}/${entry.name}`;
    return entry.isDirectory() ? await walk(folder, path) : [path];
  });
  return (await Promise.all(paths)).flat();
}

async function describeFile(folder: string, path: string): Promise<readonly FileEntry[]> {
  const file = await fileInFolder(folder, path);
  if (file === undefined) return [];
  const { size, birthtimeMs, mtimeMs } = await stat(file);
  return [{ path, size, ctime: Math.round(birthtimeMs), mtime: Math.round(mtimeMs) }];
}

/** Every file of the folder that `fileInFolder` would give, in the order of their paths. */
export async function listFolder(folder: string): Promise<readonly FileEntry[]> {
  const paths = await walk(folder);
  const found = await Promise.all(paths.map((path) => describeFile(folder, path)));
  return found.flat().sort((a, b) => (a.path < b.path ? -1 : 1));
}
