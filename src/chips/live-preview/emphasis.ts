// Decides whether the text around a timestamp is bold or italic: the editor's own marks do not reach a chip at their edge.
import type { EditorState, Text } from '@codemirror/state';
import type { Cited } from '../../core/mean/timestamp';
import type { Span } from '../../core/write/rewrite';

/** Characters around a timestamp in which its emphasis must begin and end. */
export const EMPHASIS_REACH = 300;
const MARK = /[*_]/;

/** Emphasis marks, and the text that hides them: a backslash, code. */
const MARKS = /\\[\s\S]|`[^`]*`|\*+|_+/g;
const SPACE = /^\s?$/;
const PUNCTUATION = /[\p{P}\p{S}]/u;
const WORD = /[\p{L}\p{N}]/u;

interface Opener {
  readonly mark: string;
  readonly at: number;
  count: number;
}

export function emphasisAround({ doc }: EditorState, { from, to }: Span): Pick<Cited, 'isBold' | 'isItalic'> {
  const start = Math.max(doc.lineAt(from).from, from - EMPHASIS_REACH);
  const text = doc.sliceString(start, Math.min(doc.lineAt(to).to, to + EMPHASIS_REACH));
  return emphasisIn(text, { from: from - start, to: to - start });
}

/** Whether emphasis marks are so near to a range that an edit there may change the emphasis of a timestamp. */
export function hasMarksNear(doc: Text, { from, to }: Span): boolean {
  return MARK.test(
    doc.sliceString(Math.max(0, from - EMPHASIS_REACH), Math.min(doc.length, to + EMPHASIS_REACH)),
  );
}

export function emphasisIn(text: string, { from, to }: Span): Pick<Cited, 'isBold' | 'isItalic'> {
  const found = { isBold: false, isItalic: false };
  let openers: Opener[] = [];
  for (const { 0: run, index: at } of text.matchAll(MARKS)) {
    const mark = run.charAt(0);
    if ((mark !== '*' && mark !== '_') || (at >= from && at < to)) continue;
    const [before, after] = [text.charAt(at - 1), text.charAt(at + run.length)];
    let count = run.length;
    while (count > 0 && closes(mark, before, after)) {
      const opener = openers.filter((one) => one.mark === mark).at(-1);
      if (opener === undefined) break;
      const used = Math.min(2, count, opener.count);
      if (opener.at < from && at >= to) found[used === 2 ? 'isBold' : 'isItalic'] = true;
      count -= used;
      opener.count -= used;
      openers = openers.slice(0, openers.indexOf(opener) + (opener.count > 0 ? 1 : 0));
    }
    if (count > 0 && closes(mark, after, before)) openers.push({ mark, at, count });
  }
  return found;
}

/** Whether marks can close emphasis whose last character is `inner`; with the arguments swapped, whether they can open it. */
function closes(mark: string, inner: string, outer: string): boolean {
  if (SPACE.test(inner) || (mark === '_' && WORD.test(outer))) return false;
  return !PUNCTUATION.test(inner) || SPACE.test(outer) || PUNCTUATION.test(outer);
}
