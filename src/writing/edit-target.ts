// The edit target in an editor of the app: a note or a card, or a table cell with its own editor.
import { ORIGIN } from '../app/note-texts';
import { EditorView } from '@codemirror/view';
import type { Editor, EditorPosition } from 'obsidian';
import { applyChanges } from '../core/write/rewrite';
import type { EditTarget } from '../playback/ports';

/** The editor that the user was in last. */
export interface Editing {
  readonly editor: Editor;
  readonly path: string | undefined;
  readonly isWhole: boolean;
  /** The element in the editor that had the focus. */
  readonly content: HTMLElement | undefined;
  readonly focus: () => void;
}

/** The edit target in the editor used last; undefined if there is none. */
export function editTargetIn(editing: Editing | undefined): EditTarget | undefined {
  return editing === undefined ? undefined : editTargetOf(editing);
}

export function editTargetOf(editing: Editing): EditTarget {
  const cell = editing.content === undefined ? undefined : cellAround(editing.content);
  return cell === undefined ? inNote(editing) : inCell(editing, cell);
}

function inNote({ editor, path, isWhole, focus }: Editing): EditTarget {
  const offset = (position: EditorPosition): number => editor.posToOffset(position);
  return {
    path,
    isWhole,
    isLine: false,
    focus,
    text: editor.getValue(),
    selections: editor.listSelections().map(({ anchor, head }) => {
      const [one, other] = [offset(anchor), offset(head)];
      return { from: Math.min(one, other), to: Math.max(one, other) };
    }),
    write: (changes, carets) => {
      const written = changes.map(({ from, to, insert }) => ({
        from: editor.offsetToPos(from),
        to: editor.offsetToPos(to),
        text: insert,
      }));
      editor.transaction({ changes: written }, ORIGIN);
      const [first, ...others] = carets.map((caret) => editor.offsetToPos(caret));
      if (first === undefined) return;
      editor.setSelections([first, ...others].map((anchor) => ({ anchor })));
      editor.scrollIntoView({ from: first, to: first });
    },
  };
}

/** In a table cell, offsets of the note are useless: the text replaces the selection of the cell. */
function inCell({ editor, path, focus }: Editing, cell: EditorView): EditTarget {
  const { from, to } = cell.state.selection.main;
  const text = cell.state.doc.toString();
  return {
    path,
    isWhole: false,
    isLine: true,
    focus,
    text,
    selections: [{ from, to }],
    write: ([change], [caret]) => {
      if (caret === undefined) return;
      if (change === undefined) {
        cell.dispatch({ selection: { anchor: caret } });
        return;
      }
      cell.dispatch({ selection: { anchor: change.from, head: change.to } });
      editor.replaceSelection(change.insert, ORIGIN);
      // If the app has escaped the text, it is longer: then the caret goes after all of it.
      const isAsWritten = cell.state.doc.toString() === applyChanges(text, [change]);
      if (isAsWritten) cell.dispatch({ selection: { anchor: caret } });
    },
  };
}

function cellAround(content: HTMLElement): EditorView | undefined {
  const note = content.parentElement?.closest('.cm-content') ?? undefined;
  return note === undefined ? undefined : (EditorView.findFromDOM(content) ?? undefined);
}
