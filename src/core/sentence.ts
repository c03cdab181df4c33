// The sentence that a timestamp stands in, as plain text: what a reader would say is said at that second.

interface Span {
  readonly from: number;
  readonly to: number;
}

/** No more is quoted of a text that knows no full stops, nor of that before the timestamp. Characters. */
const LONGEST = 200;
const LONGEST_BEFORE = 150;

/** What is farther away than this is not looked at. Characters, with their markup. */
const REACH = 800;

const MARKER =
  /^\s*(?:>\s*)*(?:(?:[-*+]|\d{1,9}[.)])\s+|#{1,6}\s+)?(?:\[[^\]]\]\s+)?(?:\[![^\]\n]*\][+-]?\s*)?/;

/** What is taken out of the text, and what of it stays; other timestamps go with their times. */
const MARKUP: readonly (readonly [RegExp, string])[] = [
  [/<a\b[^<>]*yt-timestamp[^<>]*>[^<]*<\/a>/g, ''],
  [/!\[\[[^\]]*\]\]/g, ''],
  [/<[^<>]*>/g, ' '],
  // One that is broken.
  [/<a\b[^<>\]]*[>\]]?/g, ''],
  [/\[\[(?:[^\]|]*\|)?([^\]]*)\]\]/g, '$1'],
  [/\[(?:\^[^\]]*|[\d:.,|\s–-]*)\](?:\([^)]*\))?/g, ''],
  [/!?\[([^\]]*)\]\([^)]*\)/g, '$1'],
  [/\*+|__|~~|==|`+|\^[\w-]+\s*$/g, ''],
];

/** A sentence ends where the next word is not small, or where there is none. */
const END = /[.!?…]["”’')\]]*(?=\s+[^\p{Ll}\s]|\s*$)|[。！？]["”’」]*/gu;
const ABBREVIATED = /(?:^|[\s(])(?:\p{Lu}|Dr|Mr|Mrs|Ms|Prof|St|vs|No|cf|e\.g|i\.e)\.$/u;
const LONGEST_ABBREVIATED = 6;
const WORD = /[\p{L}\p{N}]/u;

/** The words around a place in a note, without their markup; empty where there are none. */
export function sentenceAround(text: string, { from, to }: Span): string {
  const lineStart = text.lastIndexOf('\n', from - 1) + 1;
  const lineEnd = endOfLine(text, to);
  const isRow = /^\s*\|/.test(text.slice(lineStart, lineStart + REACH));
  const start = Math.max(lineStart, from - REACH);
  const before = plain(text.slice(start, from).replace(start === lineStart ? MARKER : '', ''));
  const after = plain(text.slice(to, Math.min(lineEnd, to + REACH)));
  const left = isRow ? before.slice(before.lastIndexOf('|') + 1) : before;
  const right = isRow ? after.replace(/\|.*$/, '') : after;
  // A time on a line of its own is about what follows.
  return shortened(sentenceOf(left, right) ?? firstSentence(nextLine(text, lineEnd)));
}

function sentenceOf(left: string, right: string): string | undefined {
  const ends = endsOf(left);
  const begun = left.slice(ends.at(-1) ?? 0);
  if (WORD.test(begun)) return leftShortened(begun.trimStart()) + firstSentence(right);
  const next = firstSentence(right);
  if (WORD.test(next)) return next;
  const last = left.slice(ends.at(-2) ?? 0);
  return WORD.test(last) ? leftShortened(last.trimStart()) : undefined;
}

function firstSentence(text: string): string {
  return text.slice(0, endsOf(text)[0]);
}

/** Where the sentences of a text end. */
function endsOf(text: string): readonly number[] {
  return Array.from(text.matchAll(END), ({ 0: end, index }) => index + end.length).filter(
    (at) => !ABBREVIATED.test(text.slice(Math.max(0, at - LONGEST_ABBREVIATED), at)),
  );
}

function nextLine(text: string, lineEnd: number): string {
  const from = lineEnd + 1;
  return plain(text.slice(from, Math.min(endOfLine(text, from), from + REACH)).replace(MARKER, ''));
}

function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

function plain(markdown: string): string {
  return tidy(MARKUP.reduce((text, [pattern, rest]) => text.replace(pattern, rest), markdown));
}

/** Without the space that what was taken out has left. */
function tidy(text: string): string {
  return text
    .replace(/\(\s*\)/g, '')
    .replace(/\s+/g, ' ')
    .replace(/[ ,]+(?=[.,;:!?])/g, '');
}

function leftShortened(text: string): string {
  return text.length <= LONGEST_BEFORE ? text : `…${text.slice(-LONGEST_BEFORE).replace(/^\S*\s/, '')}`;
}

function shortened(text: string): string {
  const words = tidy(text).trim();
  return words.length <= LONGEST ? words : `${words.slice(0, LONGEST).replace(/\s\S*$/, '')}…`;
}
