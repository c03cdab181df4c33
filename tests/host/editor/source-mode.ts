// The editing half of a Markdown view: plain source in a CodeMirror editor, with the extensions that plugins register.
import type * as Obsidian from 'obsidian';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { Compartment, EditorState, type Extension, Transaction } from '@codemirror/state';
import { drawSelection, EditorView, keymap } from '@codemirror/view';
import { Editor } from './editor';
import { fieldsOf } from './fields';

export interface SourceModeHost {
  readonly parentEl: HTMLElement;
  readonly info: Obsidian.MarkdownFileInfo;
  extensions(): readonly Extension[];
  onEdit(editor: Editor): void;
}

export class SourceMode {
  readonly containerEl: HTMLElement;
  readonly cm: EditorView;
  readonly editor: Editor;
  readonly #plugins = new Compartment();

  constructor(private readonly host: SourceModeHost) {
    this.containerEl = host.parentEl.createDiv(
      'markdown-source-view cm-s-obsidian mod-cm6 is-readable-line-width',
    );
    this.cm = new EditorView({ parent: this.containerEl, state: this.#stateOf('') });
    this.editor = new Editor(this.cm);
    // CodeMirror measures in its own window; a move to another needs telling.
    this.containerEl.onWindowMigrated(() => {
      this.cm.setRoot(this.containerEl.doc);
    });
  }

  get(): string {
    return this.cm.state.doc.toString();
  }

  /** Another text. With `clear` it is another note; else only what differs is changed, so that the caret stays. */
  set(text: string, clear: boolean): void {
    if (clear) this.cm.setState(this.#stateOf(text));
    else this.cm.dispatch({ ...smallestChange(this.get(), text), annotations: FROM_OUTSIDE });
  }

  updateExtensions(): void {
    this.cm.dispatch({ effects: this.#plugins.reconfigure([...this.host.extensions()]) });
  }

  /** The line at the top of the visible part. */
  getScroll(): number {
    const top = this.cm.scrollDOM.scrollTop;
    return this.cm.state.doc.lineAt(this.cm.lineBlockAtHeight(top).from).number - 1;
  }

  applyScroll(line: number): void {
    const { doc } = this.cm.state;
    const { from } = doc.line(Math.max(1, Math.min(Math.round(line) + 1, doc.lines)));
    this.cm.dispatch({ effects: EditorView.scrollIntoView(from, { y: 'start' }) });
  }

  destroy(): void {
    this.cm.destroy();
  }

  #stateOf(doc: string): EditorState {
    return EditorState.create({
      doc,
      extensions: [
        fieldsOf(this.host.info, () => this.cm),
        history(),
        drawSelection(),
        EditorState.allowMultipleSelections.of(true),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({ spellcheck: 'true', autocapitalize: 'on' }),
        EditorView.updateListener.of((update) => {
          const outside = update.transactions.some(
            (transaction) => transaction.annotation(Transaction.remote) === true,
          );
          if (update.docChanged && !outside) this.host.onEdit(this.editor);
        }),
        this.#plugins.of([...this.host.extensions()]),
        keymap.of([...defaultKeymap, ...historyKeymap]),
      ],
    });
  }
}

const FROM_OUTSIDE = [Transaction.remote.of(true), Transaction.addToHistory.of(false)];

function smallestChange(
  before: string,
  after: string,
): { changes: { from: number; to: number; insert: string } } {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let end = 0;
  while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  return {
    changes: { from: start, to: before.length - end, insert: after.slice(start, after.length - end) },
  };
}
