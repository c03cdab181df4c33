// The Markdown editor that the user was in last, in whichever window: of a note, of a table's cell, or of a card of a canvas;
// also while a video pane or its player has the focus.
import {
  Component,
  MarkdownView,
  type Editor,
  type MarkdownFileInfo,
  type Workspace,
  type WorkspaceLeaf,
} from 'obsidian';
import { EditorView } from '@codemirror/view';
import { eachWindow } from './app-windows';
import type { RecentNote } from './recent-note';

export interface OpenEditor {
  /** In the cell of a table, only what it does with the selection is done in the cell. */
  readonly editor: Editor;
  /** The path of the note; undefined for a card that is none. */
  readonly path: string | undefined;
  /** Whether it holds all of that note: a card may show a part. */
  readonly isWhole: boolean;
  /** The element in it that had the focus: in a table, the cell's own editor. Undefined where that was not seen, or is gone. */
  readonly content: HTMLElement | undefined;
  /** The window that it is in. */
  readonly win: Window;
  /** Gives the editor the focus, and its window where that is another. The caret and what is in view stay. */
  focus(): void;
}

interface UsedEditor {
  readonly info: MarkdownFileInfo & { readonly editor: Editor };
  readonly content: HTMLElement | undefined;
}

const CONTENT = '.cm-content';

export class RecentEditor extends Component {
  /** The editors that the user was in, the latest first. */
  private editors: readonly UsedEditor[] = [];

  constructor(
    private readonly workspace: Workspace,
    private readonly recentNote: RecentNote,
  ) {
    super();
  }

  override onload(): void {
    const { workspace } = this;
    const look = (): void => this.look(activeDocument.activeElement);
    look();
    this.registerEvent(workspace.on('active-leaf-change', look));
    this.registerEvent(
      workspace.on('layout-change', () => {
        this.editors = this.editors.filter((editor) => this.isThere(editor));
      }),
    );
    // Cards and cells are entered without another leaf becoming active.
    eachWindow(workspace, this, (win) => {
      const entered = (event: FocusEvent): void => this.look(event.targetNode);
      win.addEventListener('focusin', entered);
      return () => win.removeEventListener('focusin', entered);
    });
  }

  override onunload(): void {
    this.editors = [];
  }

  /** Undefined while there is no editor that the user could see what is written in, as in reading view. */
  get current(): OpenEditor | undefined {
    this.look(activeDocument.activeElement);
    const { view } = this.recentNote;
    const unseen = view === undefined ? [] : [{ info: view, content: undefined }];
    const editor = [...this.editors, ...unseen].find((candidate) => this.isUsable(candidate));
    if (editor === undefined) return undefined;
    const { info } = editor;
    const content = editor.content?.isConnected === true ? editor.content : undefined;
    return {
      editor: info.editor,
      path: info.file?.path,
      isWhole: info instanceof MarkdownView,
      content,
      win: (info instanceof MarkdownView ? info.containerEl : content)?.win ?? activeWindow,
      focus: () => this.focus(editor),
    };
  }

  /** Takes note of the editor that the user is in, if it is one. */
  private look(focused: Node | null): void {
    const info = this.workspace.activeEditor;
    if (info === null || !hasEditor(info) || isReading(info)) return;
    const content = focused?.instanceOf(HTMLElement) === true ? contentAround(focused, info) : undefined;
    const before = this.editors.find((editor) => editor.info === info);
    const others = this.editors.filter((editor) => editor !== before && this.isThere(editor));
    this.editors = [{ info, content: content ?? before?.content }, ...others];
  }

  private isUsable(editor: UsedEditor): boolean {
    const { info } = editor;
    if (!this.isThere(editor) || isReading(info)) return false;
    // On a phone the player hides the note; on a desktop a note that is hidden behind another is not the one being written.
    return !(info instanceof MarkdownView) || info === this.recentNote.view || info.containerEl.isShown();
  }

  private isThere({ info, content }: UsedEditor): boolean {
    if (info instanceof MarkdownView)
      return this.workspace.getLeavesOfType('markdown').some(({ view }) => view === info);
    return info === this.workspace.activeEditor || content?.isConnected === true;
  }

  private focus({ info, content }: UsedEditor): void {
    const isSeen = content?.isConnected === true;
    const leaf = isSeen ? this.leafAround(content) : undefined;
    const active = leaf ?? (info instanceof MarkdownView ? info.leaf : undefined);
    if (active !== undefined) {
      const { win } = active.getContainer();
      if (win !== activeWindow) win.focus();
      this.workspace.setActiveLeaf(active, { focus: false });
    }
    if (isSeen) focusContent(content);
    else info.editor.focus();
  }

  private leafAround(content: HTMLElement): WorkspaceLeaf | undefined {
    let found: WorkspaceLeaf | undefined;
    this.workspace.iterateAllLeaves((leaf) => {
      if (leaf.view.containerEl.contains(content)) found = leaf;
    });
    return found;
  }
}

function hasEditor(info: MarkdownFileInfo): info is UsedEditor['info'] {
  return info.editor !== undefined;
}

function isReading(info: MarkdownFileInfo): boolean {
  return info instanceof MarkdownView && info.getMode() === 'preview';
}

/** The editor's text that has the focus. Another plugin's editor, in a note or outside, is none of this one's. */
function contentAround(focused: HTMLElement, info: MarkdownFileInfo): HTMLElement | undefined {
  const content = focused.closest<HTMLElement>(CONTENT);
  if (content === null || (info instanceof MarkdownView && !info.containerEl.contains(content)))
    return undefined;
  return content;
}

/** Gives the editor with this text the focus, its caret where it was: by the element alone the browser would place the caret. */
function focusContent(content: HTMLElement): void {
  const view = EditorView.findFromDOM(content);
  // Of a note and a cell in it, the cell is found.
  if (view?.contentDOM === content) view.focus();
  else content.focus({ preventScroll: true });
}
