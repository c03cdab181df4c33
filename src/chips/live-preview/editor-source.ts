// The timestamp of a chip in its editor.
import type { EditorView } from '@codemirror/view';
import { saysTheSame, type Cited, type Timestamp } from '../../core/mean/timestamp';
import type { ChipSource } from '../chip-source';
import { timestampsIn } from './timestamps-field';
import { words } from '../../texts/texts';

/** `el` is the element of a chip in `view`. */
export function sourceInEditor(view: EditorView, el: HTMLElement): ChipSource {
  return sourceAt(view, () => timestampOf(view, el));
}

/** The citations in an HTML widget: one of them, and all of them in order. */
export interface CitedInHtml {
  readonly cited: Cited;
  readonly all: readonly Cited[];
}

/** `el` is the element of an HTML widget in `view`. */
export function sourceInHtml(view: EditorView, el: HTMLElement, { cited, all }: CitedInHtml): ChipSource {
  return sourceAt(view, () => {
    const nth = all.filter((one) => saysTheSame(one, cited)).indexOf(cited);
    const from = view.posAtDOM(el);
    const same = timestampsIn(view.state, from, view.state.doc.length).filter(
      (one) => one.from >= from && saysTheSame(one, cited),
    );
    return found(same[nth]);
  });
}

function sourceAt(view: EditorView, find: () => Timestamp): ChipSource {
  return {
    change(changesFor) {
      const changes = changesFor(view.state.doc.toString(), find());
      if (changes.length > 0) view.dispatch({ changes: [...changes], userEvent: 'input' });
      return Promise.resolve();
    },
    reveal() {
      view.dispatch({ selection: { anchor: find().from }, scrollIntoView: true });
      view.focus();
      return Promise.resolve();
    },
  };
}

/** A chip may replace its whole line, which begins before its timestamp. */
function timestampOf(view: EditorView, el: HTMLElement): Timestamp {
  const at = view.posAtDOM(el);
  const { to } = view.state.doc.lineAt(at);
  return found(timestampsIn(view.state, at, to).find(({ from }) => from >= at));
}

function found(timestamp: Timestamp | undefined): Timestamp {
  if (timestamp === undefined) throw new Error(words.shared.timestampGone);
  return timestamp;
}
