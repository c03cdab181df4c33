// The vault: a tree of files over the adapter, with the app's events.
import type * as Obsidian from 'obsidian';
import { Events } from '../events';
import { folderOf, setPath, TAbstractFile, TFile, TFolder } from '../files';
import type { PageAdapter } from './adapter';

export class Vault extends Events implements Obsidian.Vault {
  readonly configDir = '.obsidian';
  readonly #byPath = new Map<string, TAbstractFile>();
  readonly #root = new TFolder(this, '/');

  constructor(readonly adapter: PageAdapter) {
    super();
    this.#root.name = '';
    this.#byPath.set('/', this.#root);
  }

  static recurseChildren(root: TFolder, cb: (file: TAbstractFile) => unknown): void {
    cb(root);
    for (const child of root.children) {
      if (child instanceof TFolder) Vault.recurseChildren(child, cb);
      else cb(child);
    }
  }

  /** Takes in what the adapter holds. As in the app every file is announced with `create`. */
  load(): void {
    for (const path of this.adapter.folderPaths()) if (!isHidden(path)) this.#folder(path);
    for (const path of this.adapter.paths()) if (!isHidden(path)) this.#addFile(path);
    for (const file of this.getAllLoadedFiles()) if (file !== this.#root) this.trigger('create', file);
  }

  getName(): string {
    return this.adapter.getName();
  }

  getAbstractFileByPath(path: string): TAbstractFile | null {
    return this.#byPath.get(path) ?? null;
  }

  getFileByPath(path: string): TFile | null {
    const file = this.#byPath.get(path);
    return file instanceof TFile ? file : null;
  }

  getFolderByPath(path: string): TFolder | null {
    const folder = this.#byPath.get(path);
    return folder instanceof TFolder ? folder : null;
  }

  getRoot(): TFolder {
    return this.#root;
  }

  getAllLoadedFiles(): TAbstractFile[] {
    return [...this.#byPath.values()];
  }

  getAllFolders(includeRoot = false): TFolder[] {
    const folders = this.getAllLoadedFiles().filter((file) => file instanceof TFolder);
    return includeRoot ? folders : folders.filter((folder) => folder !== this.#root);
  }

  getFiles(): TFile[] {
    return this.getAllLoadedFiles().filter((file) => file instanceof TFile);
  }

  getMarkdownFiles(): TFile[] {
    return this.getFiles().filter((file) => file.extension === 'md');
  }

  async create(path: string, data: string, options?: Obsidian.DataWriteOptions): Promise<TFile> {
    this.#refuseExisting(path);
    await this.adapter.write(path, data, options);
    return this.#announceNew(path);
  }

  async createBinary(path: string, data: ArrayBuffer, options?: Obsidian.DataWriteOptions): Promise<TFile> {
    this.#refuseExisting(path);
    await this.adapter.writeBinary(path, data, options);
    return this.#announceNew(path);
  }

  async createFolder(path: string): Promise<TFolder> {
    if (this.#byPath.has(path)) throw new Error('Folder already exists.');
    await this.adapter.mkdir(path);
    const folder = this.#folder(path);
    this.trigger('create', folder);
    return folder;
  }

  read(file: TFile): Promise<string> {
    return this.adapter.read(file.path);
  }

  cachedRead(file: TFile): Promise<string> {
    return this.adapter.read(file.path);
  }

  readBinary(file: TFile): Promise<ArrayBuffer> {
    return this.adapter.readBinary(file.path);
  }

  getResourcePath(file: TFile): string {
    return this.adapter.getResourcePath(file.path);
  }

  async modify(file: TFile, data: string, options?: Obsidian.DataWriteOptions): Promise<void> {
    await this.adapter.write(file.path, data, options);
    this.#announceModified(file);
  }

  async modifyBinary(file: TFile, data: ArrayBuffer, options?: Obsidian.DataWriteOptions): Promise<void> {
    await this.adapter.writeBinary(file.path, data, options);
    this.#announceModified(file);
  }

  async append(file: TFile, data: string, options?: Obsidian.DataWriteOptions): Promise<void> {
    await this.adapter.append(file.path, data, options);
    this.#announceModified(file);
  }

  async appendBinary(file: TFile, data: ArrayBuffer, options?: Obsidian.DataWriteOptions): Promise<void> {
    await this.adapter.appendBinary(file.path, data, options);
    this.#announceModified(file);
  }

  async process(
    file: TFile,
    fn: (data: string) => string,
    options?: Obsidian.DataWriteOptions,
  ): Promise<string> {
    const before = await this.adapter.read(file.path);
    const after = fn(before);
    if (after !== before) await this.modify(file, after, options);
    return after;
  }

  async delete(file: TAbstractFile): Promise<void> {
    if (file instanceof TFolder) {
      for (const child of [...file.children]) await this.delete(child);
      await this.adapter.rmdir(file.path, true);
    } else {
      await this.adapter.remove(file.path);
    }
    this.#leaveParent(file);
    this.#byPath.delete(file.path);
    this.trigger('delete', file);
  }

  async trash(file: TAbstractFile): Promise<void> {
    await this.delete(file);
  }

  async rename(file: TAbstractFile, newPath: string): Promise<void> {
    const oldPath = file.path;
    await this.adapter.rename(oldPath, newPath);
    this.#leaveParent(file);
    this.#byPath.delete(oldPath);
    setPath(file, newPath);
    this.#join(file);
    this.trigger('rename', file, oldPath);
  }

  async copy<T extends Obsidian.TAbstractFile>(file: T, newPath: string): Promise<T> {
    this.#refuseExisting(newPath);
    await this.adapter.copy(file.path, newPath);
    return this.#announceNew(newPath) as unknown as T;
  }

  #refuseExisting(path: string): void {
    if (this.#byPath.has(path)) throw new Error('File already exists.');
  }

  #announceNew(path: string): TFile {
    const file = this.#addFile(path);
    this.trigger('create', file);
    return file;
  }

  #announceModified(file: TFile): void {
    const stat = this.adapter.statAtHand(file.path);
    if (stat !== undefined) file.stat = stat;
    this.trigger('modify', file);
  }

  #addFile(path: string): TFile {
    const file = new TFile(this, path, this.adapter.statAtHand(path) ?? { ctime: 0, mtime: 0, size: 0 });
    this.#join(file);
    return file;
  }

  #join(file: TAbstractFile): void {
    this.#byPath.set(file.path, file);
    file.parent = this.#folder(folderOf(file.path));
    file.parent.children.push(file);
  }

  #leaveParent(file: TAbstractFile): void {
    const siblings = file.parent?.children ?? [];
    const index = siblings.indexOf(file);
    if (index >= 0) siblings.splice(index, 1);
  }

  #folder(path: string): TFolder {
    const known = this.#byPath.get(path);
    if (known instanceof TFolder) return known;
    const folder = new TFolder(this, path);
    this.#join(folder);
    return folder;
  }
}

/** Dot files and what is in dot folders are the app's own business: the vault does not list them. */
function isHidden(path: string): boolean {
  return path.split('/').some((part) => part.startsWith('.'));
}
