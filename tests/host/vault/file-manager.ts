// Changes to files as the user's settings want them: properties, links, where new files go.
import type * as Obsidian from 'obsidian';
import { changeProperties } from './frontmatter';
import { folderOf, type TAbstractFile, type TFile, type TFolder } from '../files';
import { normalizePath } from './links';
import type { MetadataCache } from './metadata-cache';
import type { Vault } from './vault';

export class FileManager implements Obsidian.FileManager {
  constructor(
    private readonly vault: Vault,
    private readonly metadataCache: MetadataCache,
    /** The app's setting of where attachments go. */
    private readonly attachmentFolder: string,
  ) {}

  getNewFileParent(): TFolder {
    return this.vault.getRoot();
  }

  renameFile(file: TAbstractFile, newPath: string): Promise<void> {
    return this.vault.rename(file, newPath);
  }

  async promptForDeletion(file: TAbstractFile): Promise<boolean> {
    await this.trashFile(file);
    return true;
  }

  trashFile(file: TAbstractFile): Promise<void> {
    return this.vault.trash(file);
  }

  generateMarkdownLink(file: TFile, sourcePath: string, subpath = '', alias?: string): string {
    const link = this.metadataCache.fileToLinktext(file, sourcePath) + subpath;
    const shown = alias === undefined ? '' : `|${alias}`;
    return `${file.extension === 'md' ? '' : '!'}[[${link}${shown}]]`;
  }

  async processFrontMatter(
    file: TFile,
    fn: (frontmatter: unknown) => void,
    options?: Obsidian.DataWriteOptions,
  ): Promise<void> {
    await this.vault.process(file, (text) => changeProperties(text, fn), options);
  }

  /** The folder is made where it is missing; a name that is taken, in whatever case, gets a number. */
  async getAvailablePathForAttachment(filename: string, sourcePath = ''): Promise<string> {
    const folder = this.#attachmentFolderOf(sourcePath);
    if (folder !== '' && this.vault.getFolderByPath(folder) === null) await this.vault.createFolder(folder);
    const dot = filename.lastIndexOf('.');
    const [stem, extension] = dot > 0 ? [filename.slice(0, dot), filename.slice(dot)] : [filename, ''];
    const taken = new Set(this.vault.getAllLoadedFiles().map(({ path }) => path.toLowerCase()));
    const within = (name: string): string => (folder === '' ? name : `${folder}/${name}`);
    let path = within(filename);
    for (let number = 1; taken.has(path.toLowerCase()); number++) {
      path = within(`${stem} ${number}${extension}`);
    }
    return path;
  }

  /** `/` is the vault's own folder, `./` that of the note, `./name` one in there. */
  #attachmentFolderOf(sourcePath: string): string {
    const set = this.attachmentFolder;
    const folder = set === '.' || set.startsWith('./') ? `${folderOf(sourcePath)}/${set.slice(2)}` : set;
    const path = normalizePath(folder);
    return path === '/' ? '' : path;
  }
}
