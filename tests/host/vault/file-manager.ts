// Changes to files as the user's settings want them: properties, links, where new files go.
import type * as Obsidian from 'obsidian';
import { changeProperties } from './frontmatter';
import type { TAbstractFile, TFile, TFolder } from '../files';
import type { MetadataCache } from './metadata-cache';
import type { Vault } from './vault';

export class FileManager implements Obsidian.FileManager {
  constructor(
    private readonly vault: Vault,
    private readonly metadataCache: MetadataCache,
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

  getAvailablePathForAttachment(filename: string): Promise<string> {
    const dot = filename.lastIndexOf('.');
    const [stem, extension] = dot > 0 ? [filename.slice(0, dot), filename.slice(dot)] : [filename, ''];
    let path = filename;
    for (let number = 1; this.vault.getAbstractFileByPath(path) !== null; number++) {
      path = `${stem} ${number}${extension}`;
    }
    return Promise.resolve(path);
  }
}
