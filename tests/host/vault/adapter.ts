// The files of a vault: in memory, or at an address of the server until something is written over them.
// Writes stay in the page.
import type * as Obsidian from 'obsidian';
import { absent } from '../absent';
import { folderOf } from '../files';
import type { VaultMedia } from '../start-options';

interface StoredFile {
  stat: Obsidian.Stat;
  content: string | ArrayBuffer | { readonly url: string };
  /** The address under which the page can load the content, made when first asked for. */
  resource?: string;
}

export interface ServedFile {
  url: string;
  size: number;
  ctime?: number;
  mtime?: number;
}

export class PageAdapter implements Obsidian.DataAdapter {
  readonly #files = new Map<string, StoredFile>();
  readonly #folders = new Set<string>();

  constructor(
    private readonly name: string,
    private readonly media: VaultMedia = 'same-origin',
  ) {}

  /** Names a file that the server holds; its bytes are fetched when somebody reads it. */
  serve(path: string, { url, size, ctime = 0, mtime = 0 }: ServedFile): void {
    this.#files.set(path, { stat: { type: 'file', ctime, mtime, size }, content: { url } });
    this.#addFolders(path);
  }

  /** Puts a file there before the app runs, at once. */
  seed(path: string, text: string): void {
    this.#store(path, text);
  }

  paths(): string[] {
    return [...this.#files.keys()];
  }

  folderPaths(): string[] {
    return [...this.#folders];
  }

  /** The text of a file that is in memory; undefined when it would have to be fetched. */
  textAtHand(path: string): string | undefined {
    const content = this.#files.get(path)?.content;
    return typeof content === 'string' ? content : undefined;
  }

  statAtHand(path: string): Obsidian.Stat | undefined {
    return this.#files.get(path)?.stat;
  }

  getName(): string {
    return this.name;
  }

  exists(path: string): Promise<boolean> {
    return Promise.resolve(this.#files.has(path) || this.#folders.has(path) || path === '/');
  }

  stat(path: string): Promise<Obsidian.Stat | null> {
    const folder: Obsidian.Stat | null = this.#folders.has(path)
      ? { type: 'folder', ctime: 0, mtime: 0, size: 0 }
      : null;
    return Promise.resolve(this.#files.get(path)?.stat ?? folder);
  }

  list(path: string): Promise<Obsidian.ListedFiles> {
    const inside = (candidate: string): boolean => folderOf(candidate) === path;
    return Promise.resolve({
      files: this.paths().filter(inside),
      folders: this.folderPaths().filter(inside),
    });
  }

  async read(path: string): Promise<string> {
    const { content } = this.#found(path);
    if (typeof content === 'string') return content;
    return new TextDecoder().decode(content instanceof ArrayBuffer ? content : await fetchBytes(content.url));
  }

  async readBinary(path: string): Promise<ArrayBuffer> {
    const { content } = this.#found(path);
    if (typeof content === 'string') return new TextEncoder().encode(content).buffer;
    return content instanceof ArrayBuffer ? content : fetchBytes(content.url);
  }

  async write(path: string, data: string, options?: Obsidian.DataWriteOptions): Promise<void> {
    await nextTask();
    this.#store(path, data, options);
  }

  async writeBinary(path: string, data: ArrayBuffer, options?: Obsidian.DataWriteOptions): Promise<void> {
    await nextTask();
    this.#store(path, data, options);
  }

  async append(path: string, data: string, options?: Obsidian.DataWriteOptions): Promise<void> {
    const before = (await this.exists(path)) ? await this.read(path) : '';
    await this.write(path, before + data, options);
  }

  async appendBinary(path: string, data: ArrayBuffer, options?: Obsidian.DataWriteOptions): Promise<void> {
    const before = (await this.exists(path)) ? await this.readBinary(path) : new ArrayBuffer(0);
    const whole = await new Blob([before, data]).arrayBuffer();
    await this.writeBinary(path, whole, options);
  }

  async process(
    path: string,
    fn: (data: string) => string,
    options?: Obsidian.DataWriteOptions,
  ): Promise<string> {
    const data = fn(await this.read(path));
    await this.write(path, data, options);
    return data;
  }

  getResourcePath(path: string): string {
    const file = this.#files.get(path);
    if (file === undefined)
      return new URL(`/vault/files/${encodeURIComponent(path)}`, window.location.href).href;
    file.resource ??= resourceOf(file.content, this.media);
    return file.resource;
  }

  mkdir(path: string): Promise<void> {
    this.#addFolders(`${path}/`);
    return Promise.resolve();
  }

  trashSystem(): Promise<boolean> {
    return Promise.resolve(false);
  }

  async trashLocal(path: string): Promise<void> {
    await this.remove(path);
  }

  async rmdir(path: string, recursive: boolean): Promise<void> {
    const { files, folders } = await this.list(path);
    if (!recursive && files.length + folders.length > 0) throw new Error(`The folder ${path} is not empty`);
    for (const file of files) await this.remove(file);
    for (const folder of folders) await this.rmdir(folder, true);
    this.#folders.delete(path);
  }

  async remove(path: string): Promise<void> {
    await nextTask();
    const { resource } = this.#found(path);
    if (resource?.startsWith('blob:') === true) URL.revokeObjectURL(resource);
    this.#files.delete(path);
  }

  async rename(path: string, newPath: string): Promise<void> {
    await nextTask();
    if (this.#folders.has(path)) absent('Renaming a folder');
    if (this.#files.has(newPath)) throw new Error('Destination file already exists!');
    const file = this.#found(path);
    this.#files.delete(path);
    this.#files.set(newPath, file);
    this.#addFolders(newPath);
  }

  async copy(path: string, newPath: string): Promise<void> {
    const { content } = this.#found(path);
    await nextTask();
    this.#files.set(newPath, { ...this.#found(path), content });
    this.#addFolders(newPath);
  }

  #found(path: string): StoredFile {
    const file = this.#files.get(path);
    if (file === undefined) throw new Error(`ENOENT: no such file or directory, open '${path}'`);
    return file;
  }

  #store(path: string, content: string | ArrayBuffer, options: Obsidian.DataWriteOptions = {}): void {
    const now = Date.now();
    const before = this.#files.get(path)?.stat;
    const size = typeof content === 'string' ? new TextEncoder().encode(content).length : content.byteLength;
    const ctime = options.ctime ?? before?.ctime ?? now;
    this.#files.set(path, { stat: { type: 'file', ctime, mtime: options.mtime ?? now, size }, content });
    this.#addFolders(path);
  }

  #addFolders(path: string): void {
    for (let folder = folderOf(path); folder !== '/'; folder = folderOf(folder)) this.#folders.add(folder);
  }
}

function resourceOf(content: StoredFile['content'], media: VaultMedia): string {
  if (typeof content === 'string' || content instanceof ArrayBuffer) {
    return URL.createObjectURL(new Blob([content]));
  }
  const address = new URL(content.url, window.location.href);
  // To a browser the two names of one machine are two origins.
  if (media !== 'same-origin')
    address.hostname = address.hostname === 'localhost' ? '127.0.0.1' : 'localhost';
  if (media === 'with-cors') address.searchParams.set('cors', '');
  return address.href;
}

async function fetchBytes(url: string): Promise<ArrayBuffer> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  return response.arrayBuffer();
}

/** Nothing on a disk happens within the same task. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    window.setTimeout(resolve, 0);
  });
}
