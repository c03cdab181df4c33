// Views of a file, and of a file's text: loading it, following its renames and deletion, saving what was edited.
import type * as Obsidian from 'obsidian';
import { debounce } from '../debounce';
import type { TAbstractFile, TFile } from '../files';
import type { WorkspaceLeaf } from '../workspace/leaf';
import { ItemView } from './view';

export abstract class FileView extends ItemView implements Obsidian.FileView {
  allowNoFile = false;
  file: TFile | null = null;
  override navigation = true;

  override onload(): void {
    this.registerEvent(
      this.app.vault.on('rename', (file: TAbstractFile) => {
        if (file === this.file) void this.onRename(this.file);
      }),
    );
    this.registerEvent(
      this.app.vault.on('delete', (file: TAbstractFile) => {
        if (file === this.file) void this.leaf.setViewState({ type: 'empty' });
      }),
    );
  }

  override async close(): Promise<void> {
    await this.loadFile(null);
    await super.close();
  }

  getDisplayText(): string {
    return this.file?.basename ?? 'No file';
  }

  override getState(): Record<string, unknown> {
    return this.file === null ? {} : { file: this.file.path };
  }

  override async setState(state: unknown, result: Obsidian.ViewStateResult): Promise<void> {
    const path = (state as { file?: unknown } | null)?.file;
    if (typeof path === 'string') await this.loadFile(this.app.vault.getFileByPath(path));
    await super.setState(state, result);
  }

  onLoadFile(file: TFile): Promise<void>;
  onLoadFile(): Promise<void> {
    return Promise.resolve();
  }

  onUnloadFile(file: TFile): Promise<void>;
  onUnloadFile(): Promise<void> {
    return Promise.resolve();
  }

  onRename(file: TFile): Promise<void>;
  onRename(): Promise<void> {
    this.leaf.updateHeader();
    return Promise.resolve();
  }

  canAcceptExtension(extension: string): boolean {
    return this.app.viewRegistry.getTypeByExtension(extension) === this.getViewType();
  }

  protected async loadFile(file: TFile | null): Promise<void> {
    const before = this.file;
    if (before === file) return;
    if (before !== null) await this.onUnloadFile(before);
    this.file = file;
    if (file === null) return;
    this.app.metadataCache.hasten(file);
    await this.onLoadFile(file);
    this.updateTitle();
    if (this.app.workspace.currentLeaf === this.leaf) this.app.workspace.activeLeafChanged();
  }
}

export abstract class EditableFileView extends FileView implements Obsidian.EditableFileView {}

export abstract class TextFileView extends EditableFileView implements Obsidian.TextFileView {
  data = '';
  readonly requestSave: Obsidian.Debouncer<[], Promise<void>>;
  /** The text as the vault has it, as far as this view knows. */
  #saved = '';

  constructor(leaf: WorkspaceLeaf) {
    super(leaf);
    this.requestSave = debounce(() => this.save(), this.app.saveDelay, true);
  }

  abstract getViewData(): string;
  abstract setViewData(data: string, clear: boolean): void;
  abstract clear(): void;

  override onload(): void {
    super.onload();
    this.registerEvent(
      this.app.vault.on('modify', (file: TAbstractFile) => {
        if (file === this.file) void this.#takeOutsideChange(this.file);
      }),
    );
  }

  override async onLoadFile(file: TFile): Promise<void> {
    const text = await this.app.vault.read(file);
    this.data = text;
    this.#saved = text;
    this.setViewData(text, true);
  }

  override async onUnloadFile(): Promise<void> {
    this.requestSave.cancel();
    await this.save(true);
  }

  async save(clear = false): Promise<void> {
    const { file } = this;
    const text = this.getViewData();
    if (file !== null && text !== this.#saved && this.app.vault.getFileByPath(file.path) !== null) {
      this.#saved = text;
      this.data = text;
      await this.app.vault.modify(file, text);
    }
    if (clear) {
      this.data = '';
      this.clear();
    }
  }

  /** Somebody else wrote the file: the newer text stands. (The app merges edits that were not saved yet; this does not.) */
  async #takeOutsideChange(file: TFile): Promise<void> {
    const text = await this.app.vault.read(file);
    if (file !== this.file || text === this.#saved) return;
    this.requestSave.cancel();
    this.#saved = text;
    this.data = text;
    this.setViewData(text, false);
  }
}
