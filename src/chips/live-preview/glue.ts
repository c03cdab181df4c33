// Decorations that keep punctuation in the line of its chip. CodeMirror puts an image on either side of every widget, at which a
// line may break.
import { Decoration } from '@codemirror/view';
import type { EditorState, Range } from '@codemirror/state';
import type { Span } from '../../core/write/rewrite';

/** Emphasis marks, hidden in Live Preview, between a chip and punctuation. */
const MARKS = '[*_~=]{0,3}';
const BEHIND = new RegExp(String.raw`^(?:${MARKS}[.,;:!?)\]}%…”’»›"'、。，；：！？）」』])+`, 'u');
/** The punctuation before a chip, read backwards: forwards, the search would start anew at each character. */
const BEFORE = new RegExp(String.raw`^(?:${MARKS}[([{“‘«‹"'（「『])+`, 'u');

/** Characters of punctuation that are kept with a chip. */
const FAR = 12;

/** Begins before a widget at the same offset. */
const GLUED = { class: 'playhead-glued', inclusiveStart: true };

/** The mark over a chip and the punctuation around it; undefined if there is none. */
export function glueAround({ doc }: EditorState, { from, to }: Span): Range<Decoration> | undefined {
  const line = doc.lineAt(from);
  const last = to <= line.to ? line : doc.lineAt(to);
  const backwards = Array.from(doc.sliceString(Math.max(line.from, from - FAR), from))
    .reverse()
    .join('');
  const before = BEFORE.exec(backwards)?.[0].length ?? 0;
  const behind = BEHIND.exec(doc.sliceString(to, Math.min(last.to, to + FAR)))?.[0].length ?? 0;
  return before + behind === 0 ? undefined : Decoration.mark(GLUED).range(from - before, to + behind);
}
