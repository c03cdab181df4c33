// An editor of Markdown: CodeMirror with what the app puts into every one of its editors, and what plugins register.
import type * as Obsidian from 'obsidian';
import { defaultKeymap } from '@codemirror/commands';
import { Compartment, EditorState, type Extension } from '@codemirror/state';
import { drawSelection, EditorView, keymap } from '@codemirror/view';
import { suggestWhileTyping } from '../ui/editor-suggest';
import { activeLines } from './active-lines';
import { Editor } from './editor';
import { fieldsOf, setLivePreview } from './fields';
import { followEditorLinks } from './editor-links';
import { livePreviewInLine } from './live-preview';
import { continueList } from './list-continuation';
import { syntaxClasses } from './syntax/highlight';
import { noteLanguage } from './syntax/note-language';
import { isFromOutside } from './text-change';

/** What an editor is made for, and what of the app it needs. */
export interface EditorSetting {
  readonly parentEl: HTMLElement;
  readonly info: Obsidian.MarkdownFileInfo;
  readonly livePreview: boolean;
  /** Whether another note in the same view is a change of the text like any other. */
  readonly keepsState?: boolean;
  readonly plugins: PluginExtensions;
  onEdit(editor: Editor): void;
}

/** What plugins have registered, and whether that comes before the app's own extensions or, as in the app, after. */
export interface PluginExtensions {
  readonly order: 'after' | 'before';
  readonly registered: () => readonly Extension[];
}

export class MarkdownEditor {
  readonly cm: EditorView;
  readonly editor: Editor;
  /** The editor inside this one that is edited now: a cell of a table. */
  inner: MarkdownEditor | undefined;
  #livePreview: boolean;
  readonly #mode = new Compartment();
  readonly #before = new Compartment();
  readonly #after = new Compartment();

  constructor(protected readonly setting: EditorSetting) {
    this.#livePreview = setting.livePreview;
    const made: { view?: EditorView } = {};
    this.#view = () => made.view;
    made.view = new EditorView({ parent: setting.parentEl, state: this.stateOf('') });
    this.cm = made.view;
    this.editor = new Editor(this);
    // CodeMirror measures in its own window; a move to another needs telling.
    setting.parentEl.onWindowMigrated(() => this.cm.setRoot(setting.parentEl.doc));
  }

  readonly #view: () => EditorView | undefined;

  /** Where typing goes. */
  get activeCM(): EditorView {
    return this.inner?.activeCM ?? this.cm;
  }

  get livePreview(): boolean {
    return this.#livePreview;
  }

  /** One transaction of nothing but effects, as the app does it. */
  setLivePreview(livePreview: boolean): void {
    this.#livePreview = livePreview;
    this.cm.dispatch({
      effects: [this.#mode.reconfigure(this.#modeExtensions()), setLivePreview.of(livePreview)],
    });
  }

  updateExtensions(): void {
    const { before, after } = this.#pluginExtensions();
    this.cm.dispatch({ effects: [this.#before.reconfigure(before), this.#after.reconfigure(after)] });
    this.inner?.updateExtensions();
  }

  destroy(): void {
    this.inner?.destroy();
    this.cm.destroy();
  }

  /** What only editors of this kind have. */
  protected ownExtensions(): Extension {
    return [];
  }

  /** What only they have in Live Preview. */
  protected ownLivePreview(): Extension {
    return [];
  }

  protected stateOf(doc: string): EditorState {
    const { before, after } = this.#pluginExtensions();
    const { info } = this.setting;
    return EditorState.create({
      doc,
      extensions: [
        this.#before.of(before),
        fieldsOf({ info, livePreview: this.#livePreview, view: this.#view }),
        this.ownExtensions(),
        drawSelection(),
        EditorState.allowMultipleSelections.of(true),
        EditorView.clickAddsSelectionRange.of((event) => event.altKey || event.ctrlKey || event.metaKey),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({ spellcheck: 'true', autocapitalize: 'on' }),
        noteLanguage.extension,
        syntaxClasses,
        activeLines,
        followEditorLinks,
        EditorView.updateListener.of(({ docChanged, transactions }) => {
          if (docChanged && !isFromOutside(transactions)) this.setting.onEdit(this.editor);
        }),
        EditorView.domEventHandlers({ paste: (event) => this.#isPasteTaken(event) }),
        suggestWhileTyping(() => this.editor),
        this.#mode.of(this.#modeExtensions()),
        this.#after.of(after),
        keymap.of([{ key: 'Enter', run: continueList }, ...defaultKeymap]),
      ],
    });
  }

  /** Plugins hear of it first, and may do something else. */
  #isPasteTaken(event: ClipboardEvent): boolean {
    const { info } = this.setting;
    info.app.workspace.trigger('editor-paste', event, this.editor, info);
    return event.defaultPrevented;
  }

  #modeExtensions(): Extension {
    return this.#livePreview ? [livePreviewInLine, this.ownLivePreview()] : [];
  }

  #pluginExtensions(): { before: Extension; after: Extension } {
    const { order, registered } = this.setting.plugins;
    const extensions = [...registered()];
    return order === 'before' ? { before: extensions, after: [] } : { before: [], after: extensions };
  }
}
