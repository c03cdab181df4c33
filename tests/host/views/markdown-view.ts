// The view of a note: reading view or an editor, in Live Preview or source mode, with one text between them.
import type * as Obsidian from 'obsidian';
import { absent } from '../absent';
import type { Editor } from '../editor/editor';
import { openSearch } from '../editor/search-bar';
import { SourceMode } from '../editor/source-mode';
import type { TFile } from '../files';
import { HostPreview } from '../markdown';
import { setIcon } from '../ui/icons';
import { setTooltip } from '../ui/tooltip';
import type { WorkspaceLeaf } from '../workspace/leaf';
import { TextFileView } from './file-view';

type Mode = Obsidian.MarkdownViewModeType;

export class MarkdownView extends TextFileView implements Obsidian.MarkdownView {
  override icon = 'file-text';
  hoverPopover: Obsidian.HoverPopover | null = null;
  readonly editor: Editor;
  readonly previewMode: HostPreview;
  readonly #source: SourceMode;
  readonly #toggleEl: HTMLElement;
  #mode: Mode;
  /** Reading view is rendered when it is looked at; this is set while its text is old. */
  #previewIsStale = true;
  /** Set while the other panes are told of an edit that was made in this one. */
  #telling = false;

  constructor(leaf: WorkspaceLeaf) {
    super(leaf);
    const { workspace, defaultViewMode, defaultEditingMode, editorExtensionOrder, editorState } = this.app;
    this.#mode = defaultViewMode;
    this.#source = new SourceMode({
      parentEl: this.contentEl,
      info: this,
      livePreview: defaultEditingMode === 'live',
      keepsState: editorState === 'kept',
      plugins: { order: editorExtensionOrder, registered: () => workspace.editorExtensions },
      onEdit: (editor) => this.#edited(editor),
    });
    this.editor = this.#source.editor;
    this.previewMode = new HostPreview(this.app.asApi, this.contentEl, this);
    this.#toggleEl = this.addAction('book-open', '', (event) => {
      this.toggleMode(event.ctrlKey || event.metaKey);
    });
    this.#showMode();
  }

  override onload(): void {
    super.onload();
    const { workspace } = this.app;
    this.registerEvent(
      workspace.on('quick-preview', (file: TFile, text: string) => {
        if (file === this.file) this.#takeEdit(text);
      }),
    );
    this.register(() => this.#source.destroy());
  }

  getViewType(): string {
    return 'markdown';
  }

  get currentMode(): Obsidian.MarkdownSubView {
    return this.#mode === 'preview' ? this.previewMode : this.#source;
  }

  getMode(): Mode {
    return this.#mode;
  }

  override getState(): Record<string, unknown> {
    return { ...super.getState(), mode: this.#mode, source: !this.#source.livePreview };
  }

  override async setState(state: unknown, result: Obsidian.ViewStateResult): Promise<void> {
    const { mode, source } = (state ?? {}) as { mode?: unknown; source?: unknown };
    if (typeof source === 'boolean') this.#setSource(source);
    if (mode === 'preview' || mode === 'source') this.#setMode(mode);
    await super.setState(state, result);
    this.leaf.updateHeader();
  }

  override getEphemeralState(): Record<string, unknown> {
    const cursor = { from: this.editor.getCursor('from'), to: this.editor.getCursor('to') };
    return { scroll: this.currentMode.getScroll(), cursor };
  }

  override setEphemeralState(state: unknown): void {
    const { scroll, cursor, line, subpath } = (state ?? {}) as EphemeralState;
    if (cursor !== undefined) this.editor.setSelection(cursor.from, cursor.to);
    const target = subpath === undefined ? (line ?? scroll) : this.#lineOf(subpath);
    if (target !== undefined) this.currentMode.applyScroll(target);
    super.setEphemeralState(state);
  }

  override updateOptions(): void {
    this.#source.updateExtensions();
  }

  getViewData(): string {
    return this.#source.get();
  }

  setViewData(data: string, clear: boolean): void {
    this.#source.set(data, clear);
    this.#previewIsStale = true;
    if (this.#mode === 'preview') this.#renderPreview(data);
  }

  clear(): void {
    this.#source.set('', true);
    this.previewMode.clear();
    this.#previewIsStale = true;
  }

  /** In an editor only: the host has no search in reading view. */
  showSearch(): void {
    if (this.#mode === 'preview') absent('MarkdownView.showSearch in reading view');
    openSearch(this.editor.cm);
  }

  override focus(): void {
    if (this.#mode === 'source') this.editor.focus();
    else this.previewMode.containerEl.find('.markdown-preview-view').focus({ preventScroll: true });
  }

  /** Between reading and editing; beside this view when asked so. */
  toggleMode(beside = false): void {
    const mode: Mode = this.#mode === 'preview' ? 'source' : 'preview';
    const leaf = beside ? this.app.workspace.getLeaf('split') : this.leaf;
    void leaf.setViewState({ type: 'markdown', state: { ...this.getState(), mode }, active: true });
  }

  /** Between Live Preview and source mode. */
  toggleSource(): void {
    this.#setSource(this.#source.livePreview);
    this.app.workspace.layoutChanged();
  }

  override updateTitle(): void {
    super.updateTitle();
    this.#source.showHeader();
  }

  #setSource(source: boolean): void {
    if (source === this.#source.livePreview) this.#source.setLivePreview(!source);
  }

  #edited(editor: Editor): void {
    this.#previewIsStale = true;
    this.requestSave();
    const { workspace } = this.app;
    workspace.trigger('editor-change', editor, this);
    if (this.file === null) return;
    this.#telling = true;
    workspace.trigger('quick-preview', this.file, editor.getValue());
    this.#telling = false;
  }

  /** An edit of the note, here or in another pane: it is shown at once, before it is saved. */
  #takeEdit(text: string): void {
    if (!this.#telling) this.#source.set(text, false);
    this.#previewIsStale = true;
    if (this.#mode === 'preview') this.#renderPreview(text);
  }

  #renderPreview(text: string): void {
    this.#previewIsStale = false;
    this.previewMode.set(text, this.file?.path ?? '');
  }

  #setMode(mode: Mode): void {
    if (mode === this.#mode) return;
    const scroll = this.currentMode.getScroll();
    this.#mode = mode;
    this.#showMode();
    if (mode === 'preview' && this.#previewIsStale && this.file !== null)
      this.#renderPreview(this.getViewData());
    this.currentMode.applyScroll(scroll);
  }

  #showMode(): void {
    const reading = this.#mode === 'preview';
    // What is read is on the page once: the editor shows the same note, and waits outside.
    if (reading) this.#source.containerEl.detach();
    else this.contentEl.prepend(this.#source.containerEl);
    this.previewMode.containerEl.toggle(reading);
    setIcon(this.#toggleEl, reading ? 'pencil' : 'book-open');
    setTooltip(
      this.#toggleEl,
      reading ? 'Current view: reading. Click to edit' : 'Current view: editing. Click to read',
    );
  }

  /** The line of a heading or a block that a link names. */
  #lineOf(subpath: string): number | undefined {
    const cache = this.file === null ? null : this.app.metadataCache.getFileCache(this.file);
    const name = subpath.split('#').at(-1) ?? '';
    const heading = cache?.headings?.find((candidate) => candidate.heading === name);
    if (heading !== undefined) return heading.position.start.line;
    const lines = this.getViewData().split('\n');
    const block = name.startsWith('^') ? lines.findIndex((line) => line.trimEnd().endsWith(name)) : -1;
    return block < 0 ? undefined : block;
  }
}

interface EphemeralState {
  scroll?: number;
  line?: number;
  subpath?: string;
  cursor?: Obsidian.EditorRange;
}
