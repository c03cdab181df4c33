// Finds the sentence around a timestamp, as plain text: it describes what happens at that second.

interface Span {
  readonly from: number;
  readonly to: number;
}

/** Characters that are quoted at most, if a text has no full stops; the same before the timestamp. */
const LONGEST = 200;
const LONGEST_BEFORE = 150;
/** A cut word is left out. With more characters than this between spaces, the script has no spaces. */
const CUT_WORD_BEFORE = /^\S{0,40}\s(?=\S)/;
const CUT_WORD_BEHIND = /\s\S{0,40}$/;

/** Characters around the timestamp, with markup, that are looked at. */
const REACH = 800;
/** Characters of a row of a table that are looked at. */
const LONGEST_ROW = 8000;

const MARKER =
  /^\s*(?:>\s*)*(?:(?:[-*+]|\d{1,9}[.)])\s+|#{1,6}\s+)?(?:\[[^\]]\]\s+)?(?:\[![^\]\n]*\][+-]?\s*)?/;

/** Stands for a removed timestamp: words around it may make no sense without it. */
const HOLE = '\uE000';

type Replacement = readonly [RegExp, string | ((whole: string, group?: string) => string)];

/** Markup to remove, and the part of it that stays; other timestamps are removed with their times. */
const MARKUP: readonly Replacement[] = [
  [/<a\b[^<>]*>[^<]*<\/a>/g, (link) => (link.includes('yt-timestamp') ? HOLE : link)],
  [/!\[\[[^[\]]*\]\]/g, ''],
  [/<[^<>]*>/g, ' '],
  // A broken anchor.
  [/<a\b[^<>\]]*[>\]]?/g, ''],
  [/\[\[([^[\]]*)\]\]/g, (_, link = '') => link.slice(link.indexOf('|') + 1)],
  [/\[\^[^[\]]*\]/g, ''],
  [/\[[\d:.,|\s–-]*\](?:\((?:[^()]|\([^()]*\))*\))?/g, HOLE],
  [/!?\[([^[\]]*)\]\((?:[^()]|\([^()]*\))*\)/g, '$1'],
  [/\*+|__|~~|==|`+|\^[\w-]+\s*$/g, ''],
];

/** The times before it in the same bracket. */
const LIST_BEFORE = /\\?\[(?:[\d:.,;|\s–—~-]|to)*$/;
const LIST_BEHIND = /^(?:[\d:.,;|\s–—~-]|to)*\\?\]/;

/** The end of a sentence. In the first alternative, the next word must not be lower case. */
const END = /[.!?…]["”’')\]]*|[。！？]["”’」]*/gu;
const UNSPACED_END = /^[。！？]/;
const GAP = /[\s\uE000]*/y;
const SMALL = /^\p{Ll}/u;
const ABBREVIATED = /(?:^|[\s(])(?:\p{Lu}|Dr|Mr|Mrs|Ms|Prof|St|vs|No|cf|e\.g|i\.e)\.$/u;
const LONGEST_ABBREVIATED = 6;
const WORD = /[\p{L}\p{N}]/u;
const ROW = /^\s*\|/;

/** The marks that join times, or lead to or from a time: they are removed with the times. */
const HOLES: readonly Replacement[] = [
  [/\([\s\uE000]*\)/g, HOLE],
  [/\uE000(?:(?:\s|[,;&–—-]|\b(?:and|or|to)\b)*\uE000)+/g, HOLE],
  [/^\s*\uE000[\s,;:–—·•-]*/, ''],
  [
    /[\s,;:–—·•\uE000-]+([^\s,;:–—·•\uE000-]|$)/g,
    (run, next = '') => (run.includes(HOLE) && '.!?…'.includes(next) ? next : run),
  ],
  [/\uE000/g, ''],
];

/** The sentence around a timestamp, without markup; empty if there is none. */
export function sentenceAround(text: string, { from, to }: Span): string {
  const lineStart = startOfLine(text, from);
  const start = Math.max(lineStart, from - REACH);
  const before = plain(
    text
      .slice(start, from)
      .replace(start === lineStart ? MARKER : '', '')
      .replace(LIST_BEFORE, ''),
  );
  const behind = restOfLine(text, to);
  const after = plain(behind.replace(LIST_BEHIND, ''));
  if (ROW.test(text.slice(lineStart, lineStart + REACH))) return shortened(sentenceInRow(before, after));
  // A time on a line of its own belongs to the next line.
  return shortened(sentenceOf(before, after) ?? firstSentence(nextLine(text, to + behind.length)));
}

/** In a row of a table, a time belongs to the words of its cell, else to those of the other cells. */
function sentenceInRow(before: string, after: string): string {
  const left = before.slice(before.lastIndexOf('|') + 1);
  const [right = ''] = after.split('|', 1);
  return sentenceOf(left, right) ?? cellsOf(before + HOLE + after);
}

/** The words of all cells of a row. */
function cellsOf(row: string): string {
  const cells = row.split('|').map((cell) => withoutHoles(cell).trim());
  return cells.filter((cell) => WORD.test(cell)).join(' · ');
}

function sentenceOf(left: string, right: string): string | undefined {
  const ends = endsOfSentences(left);
  const begun = left.slice(ends.at(-1) ?? 0);
  if (WORD.test(begun)) return leftShortened(begun.trimStart()) + HOLE + firstSentence(right);
  const next = firstSentence(right);
  if (WORD.test(next)) return HOLE + next;
  const last = left.slice(ends.at(-2) ?? 0);
  return WORD.test(last) ? leftShortened(last.trimStart()) : undefined;
}

function firstSentence(text: string): string {
  return text.slice(0, endsOfSentences(text)[0]);
}

/** The ends of the sentences of a plain text. */
export function endsOfSentences(text: string): readonly number[] {
  return Array.from(text.matchAll(END))
    .filter(({ 0: end, index }) => UNSPACED_END.test(end) || isEnd(text, index + end.length))
    .map(({ 0: end, index }) => index + end.length)
    .filter((at) => !ABBREVIATED.test(text.slice(Math.max(0, at - LONGEST_ABBREVIATED), at)));
}

/** Whether a sentence may end at an offset: the next word is not lower case, or there is none. */
function isEnd(text: string, at: number): boolean {
  GAP.lastIndex = at;
  GAP.test(text);
  const next = GAP.lastIndex;
  return next === text.length || (/^\s/.test(text.charAt(at)) && !SMALL.test(text.slice(next, next + 2)));
}

function nextLine(text: string, lineEnd: number): string {
  if (text[lineEnd] !== '\n') return '';
  const line = plain(restOfLine(text, lineEnd + 1).replace(MARKER, ''));
  return ROW.test(line) ? cellsOf(line) : line;
}

/** The start of the line around an offset. If it is too far away, the line counts as no row. */
function startOfLine(text: string, at: number): number {
  const start = Math.max(0, at - LONGEST_ROW);
  return start + text.slice(start, at).lastIndexOf('\n') + 1;
}

/** The rest of the line after an offset, up to a limit. */
function restOfLine(text: string, at: number): string {
  const [line = ''] = text.slice(at, at + REACH).split('\n', 1);
  return line;
}

/** The words of a part of a note, without markup and timestamps. */
export function plainText(markdown: string): string {
  return withoutHoles(plain(markdown)).trim();
}

function plain(markdown: string): string {
  return tidy(replaced(markdown, MARKUP));
}

function withoutHoles(text: string): string {
  return tidy(replaced(text, HOLES));
}

function replaced(text: string, replacements: readonly Replacement[]): string {
  return replacements.reduce(
    (rest, [pattern, left]) =>
      typeof left === 'string' ? rest.replace(pattern, left) : rest.replace(pattern, left),
    text,
  );
}

/** Removes the spaces that removed parts have left. */
function tidy(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[ ,]+[.;:!?]?/g, withoutSpace);
}

/** Of spaces and commas before a mark, keeps the mark. */
function withoutSpace(run: string): string {
  const mark = /[.;:!?]$/.test(run) ? run.length - 1 : run.lastIndexOf(',');
  return run.slice(Math.max(0, mark));
}

function leftShortened(text: string): string {
  return text.length <= LONGEST_BEFORE
    ? text
    : `…${text.slice(-LONGEST_BEFORE).replace(CUT_WORD_BEFORE, '')}`;
}

function shortened(text: string): string {
  const words = withoutHoles(text).trim();
  return words.length <= LONGEST ? words : `${words.slice(0, LONGEST).replace(CUT_WORD_BEHIND, '')}…`;
}
