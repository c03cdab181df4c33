// Enter in a list or a quote goes on with it; in an item with no text it ends it.
import { EditorSelection } from '@codemirror/state';
import type { Command } from '@codemirror/view';

const PREFIX = /^((?:\s*>)*\s*)(?:([-*+])(\s+)|(\d+)([.)])(\s+))?(\[.\]\s+)?/;

export const continueList: Command = (view) => {
  const { state } = view;
  if (state.readOnly) return false;
  const handled: unknown[] = [];
  const changes = state.changeByRange((range) => {
    const line = state.doc.lineAt(range.head);
    const [prefix = '', lead = '', bullet, , number] = PREFIX.exec(line.text) ?? [];
    const marked = bullet !== undefined || number !== undefined || lead.includes('>');
    if (!range.empty || !marked || range.head < line.from + prefix.length) {
      const insert = state.lineBreak;
      const at = range.from + insert.length;
      return { range: EditorSelection.cursor(at), changes: { from: range.from, to: range.to, insert } };
    }
    handled.push(range);
    if (line.text.trim() === prefix.trim() && line.text.length === prefix.length) {
      return { range: EditorSelection.cursor(line.from), changes: { from: line.from, to: line.to } };
    }
    const insert = state.lineBreak + nextPrefix(line.text);
    return {
      range: EditorSelection.cursor(range.head + insert.length),
      changes: { from: range.head, insert },
    };
  });
  if (handled.length === 0) return false;
  view.dispatch(state.update(changes, { scrollIntoView: true, userEvent: 'input' }));
  return true;
};

function nextPrefix(text: string): string {
  const [, lead = '', bullet, space = '', number, mark = '', gap = '', task] = PREFIX.exec(text) ?? [];
  const box = task === undefined ? '' : '[ ] ';
  if (bullet !== undefined) return lead + bullet + space + box;
  if (number !== undefined) return lead + String(Number(number) + 1) + mark + gap + box;
  return lead;
}
