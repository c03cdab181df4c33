// The outline of a note about a video, in the order of the video: its moments, its chapters, and the transcript in it.
import { plainText } from '../mean/sentence';
import type { Heading, NoteTicks, Tick } from '../mean/ticks';
import { parseTimecode } from '../mean/timecode';
import type { Cited, Timestamp } from '../mean/timestamp';
import { readProse } from './prose';
import { Source } from './source';

export interface Chapter {
  readonly seconds: number;
  readonly title: string;
  /** The timestamp at its start. */
  readonly tick: Tick;
  /** Whether that timestamp is in the heading, or begins its line. */
  readonly isNamed: boolean;
}

/** A paragraph of a transcript that a note holds. */
export interface Paragraph {
  readonly tick: Tick;
  /** The range of its text in the note. */
  readonly from: number;
  readonly to: number;
}

export interface Outline {
  /** The ticks outside of the transcript, ascending. */
  readonly moments: readonly Tick[];
  /** Ascending; from a list of chapters at least two, or none. */
  readonly chapters: readonly Chapter[];
  /** Ascending; empty if the note holds no transcript. */
  readonly transcript: readonly Paragraph[];
}

/** The number of paragraphs with times that make a transcript. */
const SHORTEST_TRANSCRIPT = 8;
/** A list of chapters has at least so many lines, and no name in it has more characters. */
const CHAPTER_LINES = { fewest: 3, longest: 100 };
/** The first time of a list of chapters is before this. Seconds. */
const EARLY = 60;
const MARKS = /^[\s>*_=+\-#([\d.]*$/;
const LONGEST_MARKS = 40;
const LONGEST_PARAGRAPH = 4000;
/** Stands in for a timestamp when the words around it are read. */
const A_TIME = '[0:00]';
const BLANK_LINE = /\n[ \t>]*(?:\r?\n|$)/;
/** The marks after a time at the start of a paragraph. */
const BEHIND_TIME = /^[\s*_=\])·:|–—-]*/;

/** Takes time linear in the text and its ticks. */
export function outlineOf({ text, ticks, headings = headingsOf(text) }: Omit<NoteTicks, 'path'>): Outline {
  const written = [...ticks].sort((one, other) => one.timestamp.from - other.timestamp.from);
  const lines = transcriptLines(written);
  const isLine = new Set(lines);
  const without = (ones: readonly Tick[]): readonly Tick[] =>
    lines.length === 0 ? ones : lines.length === ones.length ? [] : ones.filter((one) => !isLine.has(one));
  const others = without(written);
  const byHeadings = [others, lines].map((some) => chaptersByHeadings(text, headings, some));
  const [ofMoments = [], ofLines = []] = byHeadings;
  const found = ofLines.length > 1 || ofMoments.length === 0 ? ofLines : ofMoments;
  return {
    moments: without(ticks),
    chapters: found.length > 0 ? found : chaptersByLines(text, others),
    transcript: paragraphsOf(text, lines, headings),
  };
}

/**
 * Whether a timestamp has a form in which transcripts begin their paragraphs: that of the app's clipper, and those of subtitle
 * tools.
 */
export function mayBeginParagraph({ kind, run, written }: Cited): boolean {
  return (kind === 'line' && run === undefined) || (kind === 'bare' && written.label.includes('-->'));
}

/** Whether a note holds a transcript: many of its timestamps, in ascending order, begin paragraphs. */
export function holdsTranscript(timestamps: readonly Timestamp[]): boolean {
  let [count, last] = [0, 0];
  for (const timestamp of timestamps) {
    if (!mayBeginParagraph(timestamp)) continue;
    const seconds = parseTimecode(timestamp.written.time ?? '') ?? 0;
    count = seconds < last ? 1 : count + 1;
    last = seconds;
    if (count >= SHORTEST_TRANSCRIPT) return true;
  }
  return false;
}

/** Whether only marks are before a timestamp in its line. */
export function beginsLine(text: string, { from }: Timestamp): boolean {
  const start = text.lastIndexOf('\n', from - 1) + 1;
  return from - start < LONGEST_MARKS && MARKS.test(text.slice(start, from));
}

/** The longest run of lines whose times never fall; empty if it is too short. */
function transcriptLines(written: readonly Tick[]): readonly Tick[] {
  let run: Tick[] = [];
  let longest: readonly Tick[] = [];
  for (const tick of written) {
    if (!mayBeginParagraph(tick.timestamp)) continue;
    if (tick.seconds < (run.at(-1)?.seconds ?? 0)) run = [];
    run.push(tick);
    if (run.length > longest.length) longest = run;
  }
  return longest.length >= SHORTEST_TRANSCRIPT ? longest : [];
}

function headingsOf(text: string): readonly Heading[] {
  const headings: Heading[] = [];
  readProse(new Source(text), {
    readStretch: ({ from, to, kind }) => {
      if (kind === 'heading') headings.push({ from, to });
    },
    readDefinition: () => undefined,
  });
  return headings;
}

/**
 * The headings whose first timestamp is later than those above. If that holds for half of them or fewer, the headings do not follow
 * the video, and none counts.
 */
function chaptersByHeadings(
  text: string,
  headings: readonly Heading[],
  written: readonly Tick[],
): readonly Chapter[] {
  const chapters: Chapter[] = [];
  let [next, latest, count] = [0, -Infinity, 0];
  for (const [index, { from, to }] of headings.entries()) {
    const end = headings[index + 1]?.from ?? Infinity;
    for (; (written[next]?.timestamp.from ?? Infinity) < from; next++)
      latest = Math.max(latest, written[next]?.seconds ?? 0);
    const first = written[next];
    if (first === undefined || first.timestamp.from >= end) continue;
    count++;
    const title = titleOf(text, { from, to }, first.timestamp);
    if (first.seconds <= latest || title === '') continue;
    chapters.push({ seconds: first.seconds, title, tick: first, isNamed: first.timestamp.from < to });
  }
  const areMost = chapters.length * 2 > count;
  return areMost ? chapters : [];
}

/** The words of a heading, without its time. */
function titleOf(text: string, { from, to }: Heading, time: Timestamp): string {
  const heading =
    time.from < to
      ? `${text.slice(from, time.from)}${A_TIME}${text.slice(time.to, to)}`
      : text.slice(from, to);
  return plainText(withoutClosing(heading));
}

function withoutClosing(heading: string): string {
  const title = heading.trimEnd();
  let end = title.length;
  while (title[end - 1] === '#') end--;
  return title.slice(0, end);
}

/** A list of chapters, as descriptions of videos have it: each line is a time and a name. */
function chaptersByLines(text: string, written: readonly Tick[]): readonly Chapter[] {
  const chapters = written.flatMap((tick): Chapter[] => {
    const { kind, run, to } = tick.timestamp;
    if (kind !== 'line' || run === undefined || run.includes('name')) return [];
    const [line = ''] = text.slice(to, to + 2 * CHAPTER_LINES.longest).split('\n', 1);
    const title = plainText(line.replace(BEHIND_TIME, ''));
    const isName = title !== '' && title.length <= CHAPTER_LINES.longest;
    return isName ? [{ seconds: tick.seconds, title, tick, isNamed: true }] : [];
  });
  const isRising = chapters.every(({ seconds }, index) => seconds > (chapters[index - 1]?.seconds ?? -1));
  const isList = chapters.length >= CHAPTER_LINES.fewest && (chapters[0]?.seconds ?? EARLY) < EARLY;
  return isList && isRising ? chapters : [];
}

/** The words after each tick, up to the next one or to the end of the paragraph. The ticks must be in the order of the text. */
export function paragraphsOf(
  text: string,
  lines: readonly Tick[],
  headings = headingsOf(text),
): readonly Paragraph[] {
  let behind = 0;
  return lines.map((tick, index) => {
    const from = tick.timestamp.to;
    const next = lines[index + 1]?.timestamp.from ?? text.length;
    const nextLine = text.lastIndexOf('\n', next - 1);
    while ((headings[behind]?.from ?? Infinity) <= from) behind++;
    const heading = headings[behind]?.from ?? text.length;
    const limit = Math.min(nextLine > from ? nextLine : next, heading, from + LONGEST_PARAGRAPH);
    const end = BLANK_LINE.exec(text.slice(from, limit))?.index;
    return { tick, from, to: end === undefined ? limit : from + end };
  });
}

/** The words of a paragraph, without their markup. */
export function wordsOfParagraph(text: string, { from, to }: Paragraph): string {
  return plainText(withoutClosing(text.slice(from, to).replace(BEHIND_TIME, '')));
}
