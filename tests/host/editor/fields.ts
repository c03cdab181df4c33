// What an editor's state says of where it is: the file, the editor view, the mode.
import type * as Obsidian from 'obsidian';
import { type Extension, StateField } from '@codemirror/state';
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

/** Source mode only so far: Live Preview is not in the host. */
export const editorLivePreviewField = StateField.define<boolean>({
  create: () => false,
  update: (value) => value,
});

export function fieldsOf(info: Obsidian.MarkdownFileInfo, view: () => EditorView): Extension {
  return [
    editorInfoField.init(() => info),
    // The view exists only after its state; the field is read later still.
    editorEditorField.init(() => lazily(view)),
    editorLivePreviewField,
  ];
}

function lazily(view: () => EditorView): EditorView {
  return new Proxy(Object.create(EditorView.prototype) as EditorView, {
    get: (_target, name) => {
      const value: unknown = Reflect.get(view(), name);
      return typeof value === 'function' ? (value.bind(view()) as unknown) : value;
    },
  });
}
