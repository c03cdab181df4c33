// The files and folders of a vault, as plugins see them: plain records that the vault keeps true. They have no member
// that the API does not name, so that the API's own types and these can stand for each other.
import type * as Obsidian from 'obsidian';
import type { Vault } from './vault/vault';

export abstract class TAbstractFile implements Obsidian.TAbstractFile {
  vault: Vault;
  path: string;
  name: string;
  parent: TFolder | null = null;

  constructor(vault: Vault, path: string) {
    this.vault = vault;
    this.path = path;
    this.name = nameOf(path);
  }
}

export class TFile extends TAbstractFile implements Obsidian.TFile {
  stat: Obsidian.FileStats;
  basename: string;
  extension: string;

  constructor(vault: Vault, path: string, stat: Obsidian.FileStats) {
    super(vault, path);
    this.stat = stat;
    ({ basename: this.basename, extension: this.extension } = splitName(this.name));
  }
}

export class TFolder extends TAbstractFile implements Obsidian.TFolder {
  children: TAbstractFile[] = [];

  isRoot(): boolean {
    return this.path === '/';
  }
}

/** Gives a file another path; the vault moves it in its tree. */
export function setPath(file: TAbstractFile, path: string): void {
  file.path = path;
  file.name = nameOf(path);
  if (file instanceof TFile) Object.assign(file, splitName(file.name));
}

/** The path of the folder that holds a path; `/` for the top. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash > 0 ? path.slice(0, slash) : '/';
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function splitName(name: string): { basename: string; extension: string } {
  const dot = name.lastIndexOf('.');
  if (dot <= 0) return { basename: name, extension: '' };
  return { basename: name.slice(0, dot), extension: name.slice(dot + 1).toLowerCase() };
}
