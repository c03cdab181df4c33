// Where a vault keeps its plugins. Obsidian's configuration folder is `.obsidian` unless the user chose another name.
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from './failure.mjs';

const usualName = '.obsidian';
const marks = ['app.json', 'workspace.json', 'community-plugins.json'];

function isFolder(path) {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function isConfigFolder(vault, name) {
  const isMarked = marks.some((mark) =>
    statSync(join(vault, name, mark), { throwIfNoEntry: false })?.isFile(),
  );
  return isFolder(join(vault, name)) && (name === usualName || isMarked);
}

/** When Obsidian last wrote the workspace of this configuration; 0 when it never did. */
function lastUsed(vault, name) {
  return statSync(join(vault, name, 'workspace.json'), { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

/** The configuration folders of a vault by name, the last used one first; throws when the folder is no vault. */
export function configFolders(vault) {
  const found = statSync(vault, { throwIfNoEntry: false });
  if (found === undefined) throw new Failure(`There is no folder ${vault}.`);
  if (!found.isDirectory()) throw new Failure(`${vault} is a file, not a vault.`);
  const names = readdirSync(vault).filter((name) => name.startsWith('.') && isConfigFolder(vault, name));
  if (names.length === 0) {
    throw new Failure(`${vault} is no vault: it has no ${usualName} folder. Open it in Obsidian once.`);
  }
  return names.sort((a, b) => lastUsed(vault, b) - lastUsed(vault, a));
}
