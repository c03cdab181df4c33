// Which leaf is active, and with it the file, the editor and the window; and what is told of a change of these, later.
import type * as Obsidian from 'obsidian';
import { debounce } from '../debounce';
import type { TFile } from '../files';
import { FileView } from '../views/file-view';
import type { View } from '../views/view';
import type { WorkspaceLeaf } from './leaf';
import { LeafTree } from './leaf-tree';

export abstract class LeafFocus extends LeafTree {
  /** The active leaf; the API's own name for it is deprecated. */
  currentLeaf: WorkspaceLeaf | null = null;
  activeEditor: Obsidian.MarkdownFileInfo | null = null;
  layoutReady = false;
  readonly #lastOpenFiles: string[] = [];
  readonly #announceActiveLeaf = debounce(() => this.#activeLeafEvents());
  #announcedFile: TFile | null = null;
  #clock = 0;

  get activeLeaf(): WorkspaceLeaf | null {
    return this.currentLeaf;
  }

  /** Where the user works: the active leaf unless it is in a sidebar. */
  mainLeaf(): WorkspaceLeaf {
    const { currentLeaf } = this;
    if (currentLeaf !== null && !this.isInSidebar(currentLeaf)) return currentLeaf;
    return this.getMostRecentLeaf() ?? this.createLeafInParent(this.rootSplit, 0);
  }

  setActiveLeaf(leaf: WorkspaceLeaf, params?: { focus?: boolean } | boolean, focusGiven?: boolean): void {
    const focus = typeof params === 'object' ? params.focus === true : focusGiven === true;
    leaf.activeTime = ++this.#clock;
    if (leaf !== this.currentLeaf) this.#activate(leaf);
    leaf.parent.selectLeaf(leaf);
    const { win } = leaf.getContainer();
    this.windowFocused(win);
    if (!focus) return;
    if (win !== window) win.focus();
    leaf.view.setEphemeralState({ focus: true });
  }

  /** The active leaf shows another view or file. */
  activeLeafChanged(): void {
    const view = this.currentLeaf?.view;
    this.app.keymap.viewScope = view?.scope ?? null;
    this.activeEditor = view !== undefined && isMarkdownInfo(view) ? view : null;
    if (this.layoutReady) this.#announceActiveLeaf();
  }

  /** A leaf that goes is nobody's active leaf any more. */
  forget(leaf: WorkspaceLeaf): void {
    if (this.currentLeaf !== leaf) return;
    this.currentLeaf = null;
    this.activeEditor = null;
  }

  getActiveViewOfType<T extends Obsidian.View>(type: Obsidian.Constructor<T>): T | null {
    const view = this.currentLeaf?.view;
    return view instanceof type ? view : null;
  }

  getActiveFile(): TFile | null {
    const view = this.currentLeaf?.view;
    if (view instanceof FileView) return view.file;
    const recent = this.getMostRecentLeaf()?.view;
    return recent instanceof FileView ? recent.file : null;
  }

  getLastOpenFiles(): string[] {
    return [...this.#lastOpenFiles];
  }

  windowFocused(win: Window): void {
    window.activeWindow = win;
    window.activeDocument = win.document;
  }

  #activate(leaf: WorkspaceLeaf): void {
    const before = this.currentLeaf;
    before?.containerEl.removeClass('mod-active');
    before?.tabHeaderEl.removeClass('mod-active');
    before?.parent.containerEl.removeClass('mod-active');
    this.currentLeaf = leaf;
    leaf.containerEl.addClass('mod-active');
    leaf.tabHeaderEl.addClass('mod-active');
    leaf.parent.containerEl.addClass('mod-active');
    this.activeLeafChanged();
    this.layoutChanged();
  }

  #activeLeafEvents(): void {
    this.trigger('active-leaf-change', this.currentLeaf);
    const file = this.getActiveFile();
    if (file === this.#announcedFile) return;
    this.#announcedFile = file;
    if (file !== null) {
      this.#lastOpenFiles.remove(file.path);
      this.#lastOpenFiles.unshift(file.path);
    }
    this.trigger('file-open', file);
  }
}

function isMarkdownInfo(view: View): view is View & Obsidian.MarkdownFileInfo {
  return 'editor' in view;
}
