// The tokens inside a line: code, math, comments, HTML, links, tags and emphasis, with the class names of the app.
import { pairRuns, readRun, type Run } from './emphasis';
import { type Found, matches } from './found';
import { outermostElements, readTag } from './html-tags';
import { readLink } from './links';
import { layTokens, type Stretch, type Token } from './tokens';

/** Characters that may begin something; `h` stands for the addresses that are written out. */
const SPECIAL = /[`$%<\\[!#*_~=^h]/g;

const ESCAPE = /\\[!-/:-@[-`{-~]/y;
const MATH = /\$\$[^$\n]+\$\$|\$(?=[^\s$])(?:(?:\\.|[^\\$\n])*?[^\s\\$]|[^\s\\$])\$(?!\d)/y;
const COMMENT = /%%(?:(?!%%).)+%%/y;
const HTML_COMMENT = /<!--(?:(?!-->).)*-->/y;
const AUTOLINK = /<[a-z][a-z0-9+.-]*:[^\s<>]*>/iy;
const TAG = /#[\p{L}\p{N}\p{Extended_Pictographic}_/-]+/uy;
const ADDRESS = /https?:\/\/[^\s<>]*[^\s<>.,;:!?'"*_~)\]]/y;
const BLOCK_ID = /\^[a-z0-9-]+\s*$/iy;
const RUN = /(\*+|_+|~~|==)/y;

export function readInline(text: string, stretch: Stretch): readonly Token[] {
  const found: Found = { text, leaves: [], runs: [], tags: [], unclosed: new Set() };
  SPECIAL.lastIndex = stretch.from;
  for (
    let match = SPECIAL.exec(text);
    match !== null && match.index < stretch.to;
    match = SPECIAL.exec(text)
  ) {
    const next = (READERS[match[0]] ?? readMarks)(found, match.index);
    SPECIAL.lastIndex = Math.max(next, match.index + 1);
  }
  const elements = layElements(found);
  const { marks, contexts } = pairRuns(elements.runs);
  const leaves =
    marks.length === 0 ? elements.leaves : [...elements.leaves, ...marks].sort((a, b) => a.from - b.from);
  return layTokens(stretch, leaves, contexts);
}

type Reader = (found: Found, at: number) => number;

/** Each reads what begins with its character, and says where to go on. */
const READERS: Readonly<Record<string, Reader>> = {
  '\\': readEscape,
  '`': readCode,
  $: readMath,
  '%': readComment,
  '<': readAngle,
  '[': readLink,
  '!': readLink,
  '#': readHashtag,
  h: (found, at) => (startsWord(found.text, at) ? readWhole(found, at, ADDRESS, ['url']) : at),
  '^': (found, at) => (startsWord(found.text, at) ? readWhole(found, at, BLOCK_ID, ['blockid']) : at),
};

function readEscape(found: Found, at: number): number {
  if (!matches(ESCAPE, found.text, at)) return at;
  found.leaves.push(
    { from: at, to: at + 1, classes: ['escape', 'formatting', 'formatting-escape', 'hmd-escape-backslash'] },
    { from: at + 1, to: at + 2, classes: ['escape', 'hmd-escape-char'] },
  );
  return at + 2;
}

function readCode({ text, leaves, unclosed }: Found, at: number): number {
  let inside = at;
  while (text[inside] === '`') inside++;
  const width = inside - at;
  if (unclosed.has(width)) return inside;
  for (let from = text.indexOf('`', inside); from >= 0;) {
    let to = from;
    while (text[to] === '`') to++;
    if (to - from === width) {
      const mark = ['formatting', 'formatting-code', 'inline-code'];
      leaves.push({ from: at, to: inside, classes: mark });
      if (from > inside) leaves.push({ from: inside, to: from, classes: ['inline-code'] });
      leaves.push({ from, to, classes: mark });
      return to;
    }
    from = text.indexOf('`', to);
  }
  unclosed.add(width);
  return inside;
}

function readMath({ text, leaves }: Found, at: number): number {
  if (!matches(MATH, text, at)) return at;
  const to = MATH.lastIndex;
  const width = text.startsWith('$$', at) ? 2 : 1;
  const block = width === 2 ? ['math-block'] : [];
  const mark = ['formatting', 'formatting-math', 'keyword', 'math'];
  leaves.push(
    { from: at, to: at + width, classes: [...mark, 'formatting-math-begin', ...block] },
    { from: at + width, to: to - width, classes: ['math'] },
    { from: to - width, to, classes: [...mark, 'formatting-math-end', 'math-'] },
  );
  return to;
}

function readComment({ text, leaves }: Found, at: number): number {
  if (!matches(COMMENT, text, at)) return at;
  const to = COMMENT.lastIndex;
  leaves.push(
    { from: at, to: at + 2, classes: ['comment', 'comment-start', 'formatting'] },
    { from: at + 2, to: to - 2, classes: ['comment'] },
    { from: to - 2, to, classes: ['comment', 'comment-end', 'formatting'] },
  );
  return to;
}

function readAngle(found: Found, at: number): number {
  const { text, tags, leaves } = found;
  if (matches(HTML_COMMENT, text, at)) return readWhole(found, at, HTML_COMMENT, ['comment']);
  if (matches(AUTOLINK, text, at)) {
    const to = AUTOLINK.lastIndex;
    const mark = ['formatting', 'formatting-link', 'link'];
    leaves.push(
      { from: at, to: at + 1, classes: mark },
      { from: at + 1, to: to - 1, classes: ['link', 'url'] },
      { from: to - 1, to, classes: mark },
    );
    return to;
  }
  const tag = readTag(text, at);
  if (tag === undefined) return at;
  tags.push(tag);
  return tag.to;
}

function readHashtag(found: Found, at: number): number {
  const { text, leaves } = found;
  if (!startsWord(text, at) || !matches(TAG, text, at) || /^#\d+$/.test(text.slice(at, TAG.lastIndex)))
    return at;
  leaves.push(
    {
      from: at,
      to: at + 1,
      classes: ['formatting', 'formatting-hashtag', 'hashtag', 'hashtag-begin', 'meta'],
    },
    { from: at + 1, to: TAG.lastIndex, classes: ['hashtag', 'hashtag-end', 'meta'] },
  );
  return TAG.lastIndex;
}

function readMarks(found: Found, at: number): number {
  if (!matches(RUN, found.text, at)) return at;
  found.runs.push(readRun(found.text, at, RUN.lastIndex));
  return RUN.lastIndex;
}

function readWhole(found: Found, at: number, pattern: RegExp, classes: readonly string[]): number {
  if (!matches(pattern, found.text, at)) return at;
  found.leaves.push({ from: at, to: pattern.lastIndex, classes });
  return pattern.lastIndex;
}

/** Tags become tokens; inside a complete element nothing else is Markdown. */
function layElements({ leaves, runs, tags }: Found): { leaves: Token[]; runs: Run[] } {
  if (tags.length === 0) return { leaves, runs };
  const elements = outermostElements(tags);
  const covered = coverage(elements.map(({ open, close }) => ({ from: open.from, to: close.to })));
  const begins = new Set(elements.map(({ open }) => open.from));
  const ends = new Set(elements.map(({ close }) => close.to));
  const pieces = tags.flatMap((tag): Token[] => [
    {
      from: tag.from,
      to: tag.from + 1,
      classes: ['bracket', ...(begins.has(tag.from) ? ['hmd-html-begin'] : []), 'tag'],
    },
    { from: tag.from + 1, to: tag.to - 1, classes: ['tag'] },
    {
      from: tag.to - 1,
      to: tag.to,
      classes: ['bracket', ...(ends.has(tag.to) ? ['hmd-html-end'] : []), 'tag'],
    },
  ]);
  const outside = leaves.filter((leaf) => !covered(leaf.from));
  return {
    leaves: [...outside, ...pieces].sort((a, b) => a.from - b.from),
    runs: runs.filter((run) => !covered(run.from)),
  };
}

/** Asked in rising order. */
function coverage(ranges: readonly { from: number; to: number }[]): (at: number) => boolean {
  let low = 0;
  let last = 0;
  return (at) => {
    if (at < last) low = 0;
    last = at;
    while (low < ranges.length && (ranges[low]?.to ?? 0) <= at) low++;
    return (ranges[low]?.from ?? Infinity) <= at;
  };
}

function startsWord(text: string, at: number): boolean {
  return at === 0 || /[\s([{"'>]/.test(text[at - 1] ?? '');
}
