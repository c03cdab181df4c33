// The editing half of a Markdown view: source mode and Live Preview.
import type * as Obsidian from 'obsidian';
import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { DocumentEditor } from './document-editor';
import { hiddenFrontmatter } from './frontmatter';
import type { EditorSetting } from './markdown-editor';
import { NoteHeader } from './note-header';
import { FROM_OUTSIDE, smallestChange } from './text-change';

export class SourceMode extends DocumentEditor implements Obsidian.MarkdownSubView {
  readonly containerEl: HTMLElement;
  readonly #header = new NoteHeader();

  constructor(setting: EditorSetting) {
    const containerEl = setting.parentEl.createDiv(
      'markdown-source-view cm-s-obsidian mod-cm6 is-readable-line-width node-insert-event show-properties',
    );
    super({ ...setting, parentEl: containerEl });
    this.containerEl = containerEl;
    this.#furnish();
    this.#showMode();
  }

  get(): string {
    return this.cm.state.doc.toString();
  }

  /** Another text. With `clear` it is another note; else only what differs is changed, so that the caret stays. */
  set(text: string, clear: boolean): void {
    const changes = smallestChange(this.get(), text);
    if (clear && this.setting.keepsState !== true) this.open(text);
    else if (changes !== undefined) this.cm.dispatch({ changes, annotations: FROM_OUTSIDE });
    this.showHeader();
  }

  override setLivePreview(livePreview: boolean): void {
    const atTop = this.cm.scrollDOM.scrollTop === 0;
    super.setLivePreview(livePreview);
    this.#showMode();
    // CodeMirror keeps the text in its place, and with it what comes to stand above out of sight.
    if (!atTop) return;
    this.cm.requestMeasure({
      read: () => undefined,
      write: () => this.cm.scrollDOM.scrollTo(0, 0),
    });
  }

  /** The line at the top of the visible part. */
  getScroll(): number {
    const top = this.cm.scrollDOM.getBoundingClientRect().top - this.cm.documentTop;
    return this.cm.state.doc.lineAt(this.cm.lineBlockAtHeight(top).from).number - 1;
  }

  applyScroll(line: number): void {
    if (line <= 0) {
      this.cm.scrollDOM.scrollTop = 0;
      return;
    }
    const { doc } = this.cm.state;
    const { from } = doc.line(Math.max(1, Math.min(Math.round(line) + 1, doc.lines)));
    this.cm.dispatch({ effects: EditorView.scrollIntoView(from, { y: 'start' }) });
  }

  /** The title may have changed. */
  showHeader(): void {
    this.#header.show(this.setting.info.file?.basename ?? '', this.cm.state.doc);
  }

  protected override ownExtensions(): Extension {
    const header = EditorView.updateListener.of(({ docChanged }) => {
      if (docChanged) this.showHeader();
    });
    return [super.ownExtensions(), header];
  }

  protected override ownLivePreview(): Extension {
    return [hiddenFrontmatter, super.ownLivePreview()];
  }

  /** As in the app, the text stands in a column that scrolls together with what is above it. */
  #furnish(): void {
    const sizer = this.cm.scrollDOM.createDiv('cm-sizer');
    sizer.append(this.#header.el);
    sizer.createDiv('cm-contentContainer').append(this.cm.contentDOM);
  }

  #showMode(): void {
    this.containerEl.toggleClass('is-live-preview', this.livePreview);
  }
}
