// The Markdown editor that the user was in last, in any window: of a note, a table cell or a card of a canvas. It stays the same
// while a video pane or its player has the focus.
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
  /** For a table cell this is the note's editor, whose selection is that of the cell. */
  readonly editor: Editor;
  /** The path of the note; undefined for a text card. */
  readonly path: string | undefined;
  /** Whether the editor holds the whole note: a card may show a part. */
  readonly isWhole: boolean;
  /** The element of the editor that had the focus: for a table cell, the cell's own. Undefined if that was not seen, or is gone. */
  readonly content: HTMLElement | undefined;
  /** The window of the editor. */
  readonly win: Window;
  /** Focuses the editor, and its window if another one has the focus. The caret and the scroll position stay. */
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

  /** Undefined if no editor is visible, as in reading view. */
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

  /** Remembers the editor with the focus, if there is one. */
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
    // On a phone the pane covers the note that is being written; on a desktop a covered note is not being written.
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

/** The content element of the editor around `focused`. Undefined for an editor of another plugin. */
function contentAround(focused: HTMLElement, info: MarkdownFileInfo): HTMLElement | undefined {
  const content = focused.closest<HTMLElement>(CONTENT);
  if (content === null || (info instanceof MarkdownView && !info.containerEl.contains(content)))
    return undefined;
  return content;
}

/** Focuses this editor, and keeps its caret: focusing the element alone would let the browser place the caret. */
function focusContent(content: HTMLElement): void {
  const view = EditorView.findFromDOM(content);
  // A table cell is found too, though it lies within the note's editor.
  if (view?.contentDOM === content) view.focus();
  else content.focus({ preventScroll: true });
}
