// A card of text: rendered as a fragment, and edited after a double click. Its editor belongs to no file.
import type * as Obsidian from 'obsidian';
import type { CanvasTextData } from 'obsidian/canvas';
import type { App } from '../app';
import { Component } from '../component';
import { DocumentEditor } from '../editor/document-editor';
import type { Editor } from '../editor/editor';
import { renderFragment } from '../markdown/fragment';
import { followLinks } from '../markdown/links';
import { rememberSource } from '../markdown/sources';
import { watchPostProcessors } from '../markdown/post-processors';

export interface CardOwner {
  readonly app: App;
  canvasPath(): string;
  onChange(): void;
}

/** What the editor of a card says of itself, as `editorInfoField` and the workspace's `activeEditor` have it. */
class CardInfo implements Obsidian.MarkdownFileInfo {
  hoverPopover: Obsidian.HoverPopover | null = null;
  readonly file = null;
  editor?: Editor;

  constructor(readonly app: App) {}
}

export class TextCard extends Component {
  readonly #contentEl: HTMLElement;
  #content: Component | undefined;
  #editing: { readonly editor: DocumentEditor; readonly info: CardInfo } | undefined;

  constructor(
    readonly el: HTMLElement,
    private readonly node: CanvasTextData,
    private readonly owner: CardOwner,
  ) {
    super();
    this.#contentEl = el
      .createDiv('canvas-node-container')
      .createDiv('canvas-node-content markdown-embed')
      .createDiv('markdown-embed-content');
  }

  override onload(): void {
    this.registerDomEvent(this.el, 'dblclick', () => {
      if (!this.isEdited()) this.edit();
    });
    this.registerDomEvent(this.el, 'keydown', (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) this.stopEditing();
    });
    this.registerDomEvent(this.el, 'focusin', () => {
      if (this.#editing !== undefined) this.owner.app.workspace.activeEditor = this.#editing.info;
    });
    this.register(
      watchPostProcessors(() => {
        if (!this.isEdited()) this.#render();
      }),
    );
    this.#render();
  }

  override onunload(): void {
    this.#endEditor();
  }

  isEdited(): boolean {
    return this.#editing !== undefined;
  }

  focus(): void {
    this.#editing?.editor.editor.focus();
  }

  updateOptions(): void {
    this.#editing?.editor.updateExtensions();
  }

  edit(): void {
    const { app } = this.owner;
    this.#forget();
    this.el.addClass('is-editing');
    const parentEl = this.#contentEl.createDiv(
      'markdown-source-view cm-s-obsidian mod-cm6 is-live-preview node-insert-event',
    );
    const info = new CardInfo(app);
    const editor = new DocumentEditor({
      parentEl,
      info,
      livePreview: true,
      plugins: { order: app.editorExtensionOrder, registered: () => app.workspace.editorExtensions },
      onEdit: (edited) => {
        this.node.text = edited.getValue();
        this.owner.onChange();
        app.workspace.trigger('editor-change', edited, info);
      },
    });
    info.editor = editor.editor;
    editor.open(this.node.text);
    this.#editing = { editor, info };
    editor.cm.dispatch({ selection: { anchor: this.node.text.length } });
    editor.cm.focus();
  }

  stopEditing(): void {
    if (this.#editing === undefined) return;
    this.#endEditor();
    this.#render();
  }

  #endEditor(): void {
    if (this.#editing === undefined) return;
    const { workspace } = this.owner.app;
    const { editor, info } = this.#editing;
    this.#editing = undefined;
    if (workspace.activeEditor === info) workspace.activeEditor = null;
    this.el.removeClass('is-editing');
    editor.destroy();
  }

  #render(): void {
    this.#forget();
    const { app } = this.owner;
    const sourcePath = this.owner.canvasPath();
    const component = this.addChild(new Component());
    this.#content = component;
    const view = createDiv('markdown-preview-view markdown-rendered show-indentation-guide');
    const el = view.createDiv('markdown-preview-sizer markdown-preview-section');
    rememberSource(view, sourcePath);
    const hoverParent = { hoverPopover: null };
    followLinks({ app: app.asApi, el: view, component, hoverParent });
    void renderFragment({
      app: app.asApi,
      markdown: this.node.text,
      sourcePath,
      el,
      component,
      depth: 0,
    });
    // Synchronous post-processors have had the fragment by now, still in no document.
    this.#contentEl.replaceChildren(view);
  }

  #forget(): void {
    if (this.#content !== undefined) this.removeChild(this.#content);
    this.#content = undefined;
    this.#contentEl.empty();
  }
}
