// The cues of a transcript that was copied: subtitles, or lines of times and words as YouTube shows them.
import { parseTimecode } from '../mean/timecode';
import { cuesIn, type SubtitleCue } from './subtitle-cues';

export interface CopiedCues {
  readonly cues: readonly SubtitleCue[];
  /** The titles of chapters, by the start of the cue that follows the title. Seconds. */
  readonly titles: ReadonlyMap<number, string>;
}

interface Entry {
  readonly start: number;
  readonly lines: string[];
}

const TIME = String.raw`\d{1,3}:[0-5]\d(?::[0-5]\d)?(?:[.,]\d{1,3})?`;
const ALONE = new RegExp(String.raw`^[[(]?(${TIME})[\])]?$`);
const TIMES_ALONE = new RegExp(String.raw`^[ \t]{0,9}${TIME}[ \t]{0,9}\r?$`, 'gm');
const BEFORE_WORDS = new RegExp(String.raw`^[[(]?(${TIME})[\])]?[ \t\u00a0]{1,8}(?=\S)`);
/** The time in words for screen readers, which is copied too: `1 minute, 2 seconds`. */
const SPOKEN = /^\d{1,3} (?:hour|minute|second)s?(?:,? \d{1,2} (?:minute|second)s?){0,2}$/;
const SUBTITLES = /\d[ \t]{0,9}-{1,2}>[ \t]{0,9}\d/;
/** The lines of a day of talk. */
const MOST_LINES = 60_000;
const FEWEST = 3;
/** Lines before the first time: the heading of a panel, the title of a chapter. */
const MOST_BEFORE = 4;
/** The length of the last cue, which no next cue ends. Seconds. */
const LAST = 5;

/** The cues in a text that is a transcript; undefined if it is anything else. */
export function copiedCues(text: string): CopiedCues | undefined {
  if (SUBTITLES.test(text)) {
    const cues = cuesIn(text);
    return cues.length === 0 ? undefined : { cues, titles: new Map() };
  }
  const entries = entriesIn(text);
  const isRising = entries.every(({ start }, index) => start >= (entries[index - 1]?.start ?? 0));
  return entries.length < FEWEST || !isRising ? undefined : cuesOf(entries);
}

/** A time on a line of its own, or before words, and the lines behind it. */
function entriesIn(text: string): readonly Entry[] {
  const entries: Entry[] = [];
  let before = 0;
  for (const line of text.split(/\r\n?|\n/, MOST_LINES)) {
    const said = line.trim();
    const [, time] = ALONE.exec(said) ?? BEFORE_WORDS.exec(said) ?? [];
    const start = time === undefined ? undefined : parseTimecode(time);
    if (start !== undefined) {
      const words = ALONE.test(said) ? '' : said.replace(BEFORE_WORDS, '');
      entries.push({ start, lines: words === '' ? [] : [words] });
    } else if (said !== '' && !SPOKEN.test(said)) {
      const last = entries.at(-1);
      if (last === undefined && ++before > MOST_BEFORE) return [];
      last?.lines.push(said);
    }
  }
  return entries;
}

function cuesOf(entries: readonly Entry[]): CopiedCues {
  // If most times have one line of words, a second line is the title of the chapter that begins next.
  const longer = entries.filter(({ lines }) => lines.length > 1);
  const hasTitles = longer.length * 4 < entries.length && longer.every(({ lines }) => lines.length === 2);
  const titles = new Map<number, string>();
  const cues = entries.map(({ start, lines }, index): SubtitleCue => {
    const next = entries[index + 1];
    const title = hasTitles && next !== undefined ? lines[1] : undefined;
    if (next !== undefined && title !== undefined) titles.set(next.start, title);
    const words = title === undefined ? lines : lines.slice(0, 1);
    const end = Math.max(next?.start ?? start + LAST, start);
    return { start, end, text: words.join('\n'), position: {} };
  });
  return { cues: cues.filter(({ text }) => text !== ''), titles };
}

/** Whether a text looks like a transcript: in a list of chapters, the words are on the line of the time. */
export function isTranscript(text: string): boolean {
  const times = text.match(TIMES_ALONE)?.length ?? 0;
  return (times >= FEWEST || SUBTITLES.test(text)) && copiedCues(text) !== undefined;
}
