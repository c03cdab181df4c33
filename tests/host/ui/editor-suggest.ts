// Suggestions while the user types in an editor: the API's class for them, and the extension by which every editor of the
// app asks them.
//
// What the app does and the API does not say: what is typed, deleted or pasted asks; while suggestions are shown, any
// change of the text or the caret asks again, and an answer of nothing closes them, as does leaving the editor. Tab does
// nothing, unless a subclass has registered it on its scope.
import type * as Obsidian from 'obsidian';
import { type Extension, Prec } from '@codemirror/state';
import { EditorView, keymap, type ViewUpdate } from '@codemirror/view';
import type { App } from '../app';
import { currentApp } from '../current-app';
import type { Editor } from '../editor/editor';
import { editorInfoField } from '../editor/fields';
import type { TFile } from '../files';
import { PopoverSuggest } from './popover-suggest';
import { drawInstructions } from './suggestion-list';

const DEFAULT_LIMIT = 100;

/** As the API has it; in an editor without a file there is none. */
interface Context extends Obsidian.EditorSuggestTriggerInfo {
  editor: Editor;
  file: TFile;
}

export abstract class EditorSuggest<T> extends PopoverSuggest<T> {
  context: Context | null = null;
  limit = DEFAULT_LIMIT;
  readonly #instructionsEl = createDiv('prompt-instructions');

  constructor(app: App) {
    // The app's hotkeys work while suggestions are shown.
    super(app, app.scope);
  }

  abstract onTrigger(
    cursor: Obsidian.EditorPosition,
    editor: Editor,
    file: TFile | null,
  ): Obsidian.EditorSuggestTriggerInfo | null;
  abstract getSuggestions(context: Context): T[] | Promise<T[]>;

  setInstructions(instructions: Obsidian.Instruction[]): void {
    drawInstructions(this.#instructionsEl, instructions);
    this.suggestEl.appendChild(this.#instructionsEl);
  }

  override close(): void {
    super.close();
    this.context = null;
  }

  /** Asks whether it is this one's turn, and if so shows its suggestions; false when it is not. */
  trigger(editor: Editor, file: TFile | null): boolean {
    const found = this.onTrigger(editor.getCursor(), editor, file);
    if (found === null) {
      this.close();
      return false;
    }
    // As in the app, which declares that there is one.
    const context = { ...found, editor, file: file as TFile };
    this.context = context;
    const suggestions = this.getSuggestions(context);
    if (Array.isArray(suggestions)) this.#show(suggestions, context);
    else void suggestions.then((later) => this.#show(later, context));
    return true;
  }

  /** To where the text that it is about begins. */
  updatePosition(): void {
    this.reposition(this.#place());
  }

  #show(suggestions: readonly T[], context: Context): void {
    // An answer to an older question must not replace a newer one.
    if (this.context !== context) return;
    const shown = this.limit > 0 ? suggestions.slice(0, this.limit) : suggestions;
    const { doc } = context.editor.cm.dom;
    this.showBeside(shown, { doc, place: () => this.#place() });
  }

  #place(): DOMRect | undefined {
    if (this.context === null) return undefined;
    const { editor, start } = this.context;
    const coords = editor.cm.coordsAtPos(editor.posToOffset(start));
    if (coords === null) return undefined;
    const { left, top, right, bottom } = coords;
    return new DOMRect(left, top, right - left, bottom - top);
  }
}

/** All that plugins have registered; at most one is shown. */
export class EditorSuggests {
  readonly suggests: EditorSuggest<unknown>[] = [];
  current: EditorSuggest<unknown> | undefined;

  add(suggest: EditorSuggest<unknown>): void {
    this.suggests.push(suggest);
  }

  remove(suggest: EditorSuggest<unknown>): void {
    if (this.current === suggest) this.close();
    this.suggests.remove(suggest);
  }

  get isShown(): boolean {
    return this.current?.isOpen === true;
  }

  /** The first whose turn it is has it. */
  trigger(editor: Editor, file: TFile | null): void {
    const next = this.suggests.find((suggest) => suggest.trigger(editor, file));
    if (next !== this.current) this.close();
    this.current = next;
  }

  close(): void {
    this.current?.close();
    this.current = undefined;
  }
}

/** For an editor, which may not be there yet. */
export function suggestWhileTyping(editor: () => Editor): Extension {
  const all = (): EditorSuggests => currentApp().editorSuggests;
  return [
    EditorView.updateListener.of((update) => {
      // An editor cannot be changed from within its own update.
      if (isTyping(update) || (all().isShown && (update.docChanged || update.selectionSet)))
        queueMicrotask(() => ask(editor(), all()));
      else if (update.geometryChanged) all().current?.updatePosition();
    }),
    EditorView.domEventHandlers({
      blur: () => all().close(),
      scroll: () => {
        all().current?.updatePosition();
      },
    }),
    Prec.highest(keymap.of([{ key: 'Tab', run: () => all().isShown }])),
  ];
}

function ask(editor: Editor, suggests: EditorSuggests): void {
  const { state } = editor.cm;
  if (state.selection.main.empty) suggests.trigger(editor, state.field(editorInfoField).file as TFile | null);
  else suggests.close();
}

function isTyping({ docChanged, transactions }: ViewUpdate): boolean {
  return docChanged && transactions.some((one) => one.isUserEvent('input') || one.isUserEvent('delete'));
}
