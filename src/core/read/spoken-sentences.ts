// Makes sentences of the cues of a subtitle file. Cues break where a line is full, and some repeat the line before.
import { endsOfSentences } from '../mean/sentence';
import { spoken, type SubtitleCue } from './subtitle-cues';

/** A sentence, and the seconds from which to which it is said. */
export interface SpokenSentence {
  readonly seconds: number;
  readonly end: number;
  readonly text: string;
  readonly speaker?: string | undefined;
}

/** A line that is not a repetition. */
interface Line {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly speaker: string | undefined;
  /** Whether it begins a new subject, after a pause or a sound. */
  readonly isApart: boolean;
}

interface Lines {
  readonly cue: SubtitleCue;
  readonly lines: readonly string[];
  readonly speakers: readonly (string | undefined)[];
}

/** The limits of a paragraph in captions without full stops: characters, and seconds of silence. */
const UNMARKED = { length: 110, silence: 1.5 };
const MARKED = { length: 300, silence: 4 };
/** Captions have full stops if one of so many lines ends with one. */
const MARKED_PART = 8;

/** YouTube's captions repeat a line for no longer than this, and begin the next one within it. Seconds. */
const AN_INSTANT = 0.06;

const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\u3000-\u303f\uff00-\uffef]$/u;
const UNSPACED_START = /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\u3000-\u303f\uff00-\uffef]/u;
/** A cue that describes a sound. */
const SOUND = /^(?:\[[^\]]*\]|\([^)]*\)|♪.*|♫.*)$/;
const DASH = /^[-–—‐]\s?\S/;
const TURN = /^(?:>>|»)/;
const STOP = /[.!?…。！？]/;
/** Characters at the end of a line that may hold the full stop, before closing quotes. */
const LAST = 3;

const SMALL = /^\p{Ll}/u;
const TITLE = /(?:^|[\s(])(?:\p{Lu}|Dr|Mr|Mrs|Ms|Prof|St|vs)\.$/u;
/** Characters of a title such as `Dr.`. */
const LONGEST_TITLE = 6;

/** Splits cues into ascending sentences. Each word is in exactly one. Its time is linear in the cues. */
export function sentencesOf(cues: readonly SubtitleCue[]): readonly SpokenSentence[] {
  const lines = newLines(cues);
  const stops = lines.filter(({ text }) => STOP.test(text.slice(-LAST))).length;
  const cut = stops * MARKED_PART >= lines.length ? MARKED : UNMARKED;
  const said: SpokenSentence[] = [];
  let block: Line[] = [];
  for (const line of lines) {
    const last = block.at(-1);
    const isOn =
      last !== undefined &&
      !line.isApart &&
      !SOUND.test(last.text) &&
      !isEnded(last.text, line.text) &&
      line.start - last.end < cut.silence &&
      (line.speaker === undefined || line.speaker === last.speaker);
    if (!isOn) {
      said.push(...sentencesOfBlock(block, cut.length));
      block = [];
    }
    block.push(line.speaker === undefined && isOn ? { ...line, speaker: last.speaker } : line);
  }
  said.push(...sentencesOfBlock(block, cut.length));
  return ascending(said);
}

/** Whether a line ends a sentence; `next` is the line after it. */
function isEnded(text: string, next: string): boolean {
  return STOP.test(text.slice(-LAST)) && !SMALL.test(next) && !TITLE.test(text.slice(-LONGEST_TITLE));
}

/** The lines that do not repeat the cue before. */
function newLines(cues: readonly SubtitleCue[]): readonly Line[] {
  const all = cues.map((cue): Lines => {
    const heard = cue.text
      .split('\n')
      .map(spoken)
      .filter(({ text }) => text !== '');
    return { cue, lines: heard.map(({ text }) => text), speakers: heard.map(({ speaker }) => speaker) };
  });
  const isRolling = areRolling(all);
  let before: Lines | undefined;
  return all.flatMap((these, index) => {
    const repeated =
      before === undefined ? { lines: 0, characters: 0 } : repeatedOf(before, these, isRolling);
    if (these.lines.length > 0) before = these;
    return linesOf(these, repeated, all[index + 1]?.cue.start ?? Infinity);
  });
}

interface Repeated {
  readonly lines: number;
  /** The number of characters after them. */
  readonly characters: number;
}

/** The lines that a cue repeats from the end of the one before. */
function repeatedOf(before: Lines, { cue, lines }: Lines, isRolling: boolean): Repeated {
  const none = { lines: 0, characters: 0 };
  if (cue.start - before.cue.end > AN_INSTANT) return none;
  const isAgain = cue.end - cue.start <= AN_INSTANT || cue.start < before.cue.end - AN_INSTANT;
  if (!isRolling && !(isAgain && isSame(before.lines, lines))) return none;
  for (let count = Math.min(before.lines.length, lines.length); count > 0; count--) {
    const tail = before.lines.slice(-count);
    if (isSame(tail, lines.slice(0, count))) return { lines: count, characters: 0 };
    const [grown = '', was = ''] = [lines[count - 1], tail[count - 1]];
    if (isSame(tail.slice(0, -1), lines.slice(0, count - 1)) && grown.startsWith(`${was} `))
      return { lines: count - 1, characters: was.length };
  }
  return none;
}

/** Whether the captions roll, as YouTube's do: each cue begins with the last line of the one before. */
function areRolling(all: readonly Lines[]): boolean {
  let [rolled, told] = [0, 0];
  let before: Lines | undefined;
  for (const these of all) {
    if (these.lines.length === 0) continue;
    if (before !== undefined) {
      told++;
      const { lines, characters } = repeatedOf(before, these, true);
      const isShort = these.cue.end - these.cue.start <= AN_INSTANT;
      if ((lines > 0 && (lines < these.lines.length || isShort)) || characters > 0) rolled++;
    }
    before = these;
  }
  return rolled >= 2 && rolled * 3 >= told;
}

function linesOf({ cue, lines, speakers }: Lines, repeated: Repeated, next: number): readonly Line[] {
  const isDialogue = lines.filter((line) => DASH.test(line)).length > 1;
  const texts = lines.map((line, index) => {
    if (index < repeated.lines) return '';
    return index === repeated.lines ? line.slice(repeated.characters).trim() : line;
  });
  const length = texts.reduce((sum, text) => sum + text.length, 0);
  const end = next > cue.start ? Math.min(cue.end, next) : cue.end;
  let told = 0;
  return texts.flatMap((text, index): Line[] => {
    if (text === '') return [];
    const at = (characters: number): number => cue.start + ((end - cue.start) * characters) / length;
    const start = at(told);
    told += text.length;
    const isApart = SOUND.test(text) || TURN.test(text) || (isDialogue && DASH.test(text));
    return [{ start, end: at(told), text, speaker: speakers[index], isApart }];
  });
}

/** The sentences of lines that belong together. */
function sentencesOfBlock(block: readonly Line[], longest: number): readonly SpokenSentence[] {
  const starts: number[] = [];
  let text = '';
  for (const [index, line] of block.entries()) {
    if (index > 0) text += isUnspaced(text, line.text) ? '' : ' ';
    starts.push(text.length);
    text += line.text;
  }
  const cuts = cutsOf(text, starts, longest);
  const said: SpokenSentence[] = [];
  let [from, line] = [0, 0];
  for (const to of cuts) {
    const words = text.slice(from, to);
    const begin = from + words.length - words.trimStart().length;
    while (line + 1 < block.length && (starts[line + 1] ?? 0) <= begin) line++;
    const seconds = secondsAt(block, starts, line, begin);
    const speaker = block[line]?.speaker;
    const last = from + words.trimEnd().length;
    while (line + 1 < block.length && (starts[line + 1] ?? 0) < last) line++;
    const end = secondsAt(block, starts, line, last);
    if (words.trim() !== '')
      said.push({ seconds, end, text: words.trim(), ...(speaker === undefined ? {} : { speaker }) });
    from = to;
  }
  return said;
}

/** The offsets at which a text is cut: after each sentence and, if one is too long, at the starts of its lines. */
function cutsOf(text: string, starts: readonly number[], longest: number): readonly number[] {
  const cuts: number[] = [];
  let [from, line] = [0, 0];
  for (const end of [...endsOfSentences(text), text.length]) {
    for (; (starts[line] ?? Infinity) < end; line++) {
      const start = starts[line] ?? 0;
      const next = Math.min(starts[line + 1] ?? end, end);
      if (start > from && next - from > longest) {
        cuts.push(start);
        from = start;
      }
    }
    if (end > from) cuts.push(end);
    from = Math.max(from, end);
  }
  return cuts;
}

function secondsAt(block: readonly Line[], starts: readonly number[], line: number, at: number): number {
  const said = block[line];
  if (said === undefined) return 0;
  const part = Math.min(1, (at - (starts[line] ?? 0)) / said.text.length);
  return said.start + (said.end - said.start) * part;
}

/** Cues may overlap: no sentence begins before the one above it. */
function ascending(said: readonly SpokenSentence[]): readonly SpokenSentence[] {
  let latest = 0;
  return said.map((one) => {
    latest = Math.max(latest, one.seconds);
    return one.seconds === latest ? one : { ...one, seconds: latest, end: Math.max(latest, one.end) };
  });
}

function isUnspaced(before: string, after: string): boolean {
  // Only the last character before matters, which may be a surrogate pair.
  return UNSPACED_START.test(after) && UNSPACED.test(before.slice(-2));
}

function isSame(ones: readonly string[], others: readonly string[]): boolean {
  return ones.length === others.length && ones.every((one, index) => one === others[index]);
}
