// A folder as the server sees it: read-only, without dot folders, and never anything outside of it.
import { readdir, realpath, stat } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';

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

/** Every file of the folder that `fileInFolder` would give, in the order of their paths. */
export async function listFolder(folder: string): Promise<readonly FileEntry[]> {
  const found: FileEntry[] = [];
  const names = await readdir(folder, { recursive: true });
  for (const name of names) {
    const path = relative(folder, join(folder, name)).split(sep).join('/');
    const file = await fileInFolder(folder, path);
    if (file === undefined) continue;
    const { size, birthtimeMs, mtimeMs } = await stat(file);
    found.push({ path, size, ctime: Math.round(birthtimeMs), mtime: Math.round(mtimeMs) });
  }
  return found.sort((a, b) => (a.path < b.path ? -1 : 1));
}
