// The files and folders of a vault, as plugins see them: plain records that the vault keeps true.
import type * as Obsidian from 'obsidian';
import type { Vault } from './vault/vault';

export abstract class TAbstractFile implements Obsidian.TAbstractFile {
  path: string;
  name: string;
  parent: TFolder | null = null;

  constructor(
    readonly vault: Vault,
    path: string,
  ) {
    this.path = path;
    this.name = nameOf(path);
  }

  /** Takes another path; the vault moves it in the tree. */
  setPath(path: string): void {
    this.path = path;
    this.name = nameOf(path);
  }
}

export class TFile extends TAbstractFile implements Obsidian.TFile {
  stat: Obsidian.FileStats;
  basename = '';
  extension = '';

  constructor(vault: Vault, path: string, stat: Obsidian.FileStats) {
    super(vault, path);
    this.stat = stat;
    this.setPath(path);
  }

  override setPath(path: string): void {
    super.setPath(path);
    const dot = this.name.lastIndexOf('.');
    this.basename = dot > 0 ? this.name.slice(0, dot) : this.name;
    this.extension = dot > 0 ? this.name.slice(dot + 1).toLowerCase() : '';
  }
}

export class TFolder extends TAbstractFile implements Obsidian.TFolder {
  children: TAbstractFile[] = [];

  isRoot(): boolean {
    return this.path === '/';
  }
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The path of the folder that holds a path; `/` for the top. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash > 0 ? path.slice(0, slash) : '/';
}
