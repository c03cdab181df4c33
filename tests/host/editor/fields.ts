// What an editor's state says of where it is: the file, the editor view, the mode.
import type * as Obsidian from 'obsidian';
import { type EditorState, type Extension, Facet, StateEffect, StateField } from '@codemirror/state';
import { EditorView } from '@codemirror/view';

/** A fact that is given when the editor is made, and does not change. */
function constantField<T>(): StateField<T> {
  return StateField.define<T>({
    create: (): T => {
      throw new Error('This editor is none of the app’s');
    },
    update: (value) => value,
  });
}

export const editorInfoField = constantField<Obsidian.MarkdownFileInfo>();
export const editorEditorField = constantField<EditorView>();

/** The app's own way to switch the mode of an editor; plugins only see that the field has changed. */
export const setLivePreview = StateEffect.define<boolean>();

export const editorLivePreviewField = StateField.define<boolean>({
  create: () => false,
  update: (value, transaction) =>
    transaction.effects.reduce((mode, effect) => (effect.is(setLivePreview) ? effect.value : mode), value),
});

export interface EditorFacts {
  readonly info: Obsidian.MarkdownFileInfo;
  readonly livePreview: boolean;
  /** Undefined while the editor is being made: its state comes first. */
  readonly view: () => EditorView | undefined;
}

const ownView = Facet.define<() => EditorView | undefined>();

/** The editor that a state belongs to. */
export function viewOf(state: EditorState): EditorView | undefined {
  return state.facet(ownView)[0]?.();
}

export function fieldsOf({ info, livePreview, view }: EditorFacts): Extension {
  return [
    ownView.of(view),
    editorInfoField.init(() => info),
    // Whoever reads the field does so later still.
    editorEditorField.init(() => lazily(view)),
    editorLivePreviewField.init(() => livePreview),
  ];
}

function lazily(view: () => EditorView | undefined): EditorView {
  return new Proxy(Object.create(EditorView.prototype) as EditorView, {
    get: (_target, name) => {
      const own = view();
      if (own === undefined) throw new Error('The editor is not there yet');
      const value: unknown = Reflect.get(own, name);
      return typeof value === 'function' ? (value.bind(own) as unknown) : value;
    },
  });
}
