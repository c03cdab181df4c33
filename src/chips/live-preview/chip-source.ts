// The timestamp of a chip in the editor that the chip is in.
import type { EditorView } from '@codemirror/view';
import type { Timestamp } from '../../core/mean/timestamp';
import type { ChipSource } from '../chip-source';
import { timestampsIn } from './timestamps-field';

/** `el` is the element of a chip that `view` shows. */
export function sourceInEditor(view: EditorView, el: HTMLElement): ChipSource {
  return {
    change(changesFor) {
      const changes = changesFor(view.state.doc.toString(), timestampOf(view, el));
      if (changes.length > 0) view.dispatch({ changes: [...changes], userEvent: 'input' });
      return Promise.resolve();
    },
    show() {
      view.dispatch({ selection: { anchor: timestampOf(view, el).from }, scrollIntoView: true });
      view.focus();
      return Promise.resolve();
    },
  };
}

/** A chip can stand in place of its whole line, which begins before its timestamp. */
function timestampOf(view: EditorView, el: HTMLElement): Timestamp {
  const at = view.posAtDOM(el);
  const { to } = view.state.doc.lineAt(at);
  const timestamp = timestampsIn(view.state, at, to).find(({ from }) => from >= at);
  if (timestamp === undefined) throw new Error('The timestamp is gone.');
  return timestamp;
}
