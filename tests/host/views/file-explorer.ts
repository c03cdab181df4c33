// The file list: folders that fold, files that open. Folders are filled when they are first unfolded, so that a vault of
// many thousand notes is there at once.
import { TFile, TFolder, type TAbstractFile } from '../files';
import { setIcon } from '../ui/icons';
import { Keymap } from '../ui/keymap';
import { View } from './view';

const SHOWN_AT_ONCE = 500;

export class FileExplorerView extends View {
  override icon = 'folder-closed';
  override navigation = false;
  readonly #listEl = this.containerEl.createDiv('nav-files-container node-insert-event');
  readonly #unfolded = new Set<string>();
  #stale = false;

  getViewType(): string {
    return 'file-explorer';
  }

  getDisplayText(): string {
    return 'Files';
  }

  override onload(): void {
    const { vault, workspace } = this.app;
    for (const name of ['create', 'delete', 'rename'] as const) {
      this.registerEvent(vault.on(name, () => this.#buildSoon()));
    }
    this.registerEvent(workspace.on('file-open', (file: TFile | null) => this.#markActive(file)));
    this.#build();
  }

  #buildSoon(): void {
    if (this.#stale) return;
    this.#stale = true;
    window.setTimeout(() => this.#build(), 0);
  }

  #build(): void {
    this.#stale = false;
    this.#listEl.empty();
    this.#fill(this.#listEl, this.app.vault.getRoot());
    this.#markActive(this.app.workspace.getActiveFile());
  }

  #fill(parentEl: HTMLElement, folder: TFolder, from = 0): void {
    const children = inOrder(folder.children);
    for (const child of children.slice(from, from + SHOWN_AT_ONCE)) {
      if (child instanceof TFolder) this.#addFolder(parentEl, child);
      else if (child instanceof TFile) this.#addFile(parentEl, child);
    }
    const rest = children.length - from - SHOWN_AT_ONCE;
    if (rest <= 0) return;
    const more = parentEl.createDiv({ cls: 'nav-more tappable', text: `${rest} more` });
    more.addEventListener('click', () => {
      more.detach();
      this.#fill(parentEl, folder, from + SHOWN_AT_ONCE);
    });
  }

  #addFolder(parentEl: HTMLElement, folder: TFolder): void {
    const el = parentEl.createDiv('tree-item nav-folder');
    const self = el.createDiv('tree-item-self nav-folder-title is-clickable mod-collapsible');
    self.setAttrs({ 'data-path': folder.path, role: 'button' });
    setIcon(self.createDiv('tree-item-icon collapse-icon'), 'chevron-right');
    self.createDiv({ cls: 'tree-item-inner nav-folder-title-content', text: folder.name });
    const childrenEl = el.createDiv('tree-item-children nav-folder-children');
    const show = (): void => {
      const unfolded = this.#unfolded.has(folder.path);
      el.toggleClass('is-collapsed', !unfolded);
      self.setAttr('aria-expanded', unfolded);
      childrenEl.empty();
      if (unfolded) this.#fill(childrenEl, folder);
    };
    self.addEventListener('click', () => {
      if (!this.#unfolded.delete(folder.path)) this.#unfolded.add(folder.path);
      show();
    });
    show();
  }

  #addFile(parentEl: HTMLElement, file: TFile): void {
    const self = parentEl
      .createDiv('tree-item nav-file')
      .createDiv('tree-item-self nav-file-title is-clickable');
    self.setAttr('data-path', file.path);
    self.createDiv({ cls: 'tree-item-inner nav-file-title-content', text: file.basename });
    if (file.extension !== 'md') self.createDiv({ cls: 'nav-file-tag', text: file.extension });
    self.onClickEvent((event) => {
      void this.#open(file, event);
    });
  }

  async #open(file: TFile, event: MouseEvent): Promise<void> {
    const { workspace, platform } = this.app;
    await workspace.getLeaf(Keymap.isModEvent(event)).openFile(file, { active: true });
    if (platform.isPhone) workspace.leftSplit.collapse();
  }

  #markActive(file: TFile | null): void {
    for (const el of this.#listEl.findAll('.nav-file-title')) {
      el.toggleClass('is-active', el.getAttr('data-path') === file?.path);
    }
  }
}

function inOrder(children: readonly TAbstractFile[]): TAbstractFile[] {
  const rank = (file: TAbstractFile): number => (file instanceof TFolder ? 0 : 1);
  const collator = new Intl.Collator(undefined, { numeric: true });
  return [...children].sort((a, b) =>
    rank(a) === rank(b) ? collator.compare(a.name, b.name) : rank(a) - rank(b),
  );
}
