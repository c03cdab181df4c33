// The cues of a subtitle file, as sentences: cues are cut where a line is full, and some repeat the line before.
import { endsOfSentences } from '../mean/sentence';
import { spoken, type SubtitleCue } from './subtitle-cues';

/** A sentence that is said from one second of a video to another. */
export interface SpokenSentence {
  readonly seconds: number;
  readonly end: number;
  readonly text: string;
  readonly speaker?: string | undefined;
}

/** A line that is said, and was not said before. */
interface Line {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly speaker: string | undefined;
  /** Whether it begins what has nothing to do with the line before it. */
  readonly isApart: boolean;
}

interface Lines {
  readonly cue: SubtitleCue;
  readonly lines: readonly string[];
  readonly speakers: readonly (string | undefined)[];
}

/** The longest paragraph without a full stop, and with them: in characters and seconds of silence. */
const UNMARKED = { length: 110, silence: 1.5 };
const MARKED = { length: 300, silence: 4 };
/** Captions with this part of their lines ended by a full stop have sentences. */
const MARKED_PART = 8;

/** YouTube's captions show a line a second time as short as this, and begin the next within as much. Seconds. */
const AN_INSTANT = 0.06;

const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\u3000-\u303f\uff00-\uffef]$/u;
const UNSPACED_START = /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\u3000-\u303f\uff00-\uffef]/u;
/** A cue that describes a sound. */
const SOUND = /^(?:\[[^\]]*\]|\([^)]*\)|♪.*|♫.*)$/;
const DASH = /^[-–—‐]\s?\S/;
const TURN = /^(?:>>|»)/;
const STOP = /[.!?…。！？]/;
/** The last characters of a line, among which a full stop may stand before what closes a quote. */
const LAST = 3;

const SMALL = /^\p{Ll}/u;
const TITLE = /(?:^|[\s(])(?:\p{Lu}|Dr|Mr|Mrs|Ms|Prof|St|vs)\.$/u;
/** Characters. */
const LONGEST_TITLE = 6;

/** Splits cues into ascending sentences. Each word is in exactly one. Takes time linear in the cues. */
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

/** Whether a line ends a sentence, as the next one begins another. */
function isEnded(text: string, next: string): boolean {
  return STOP.test(text.slice(-LAST)) && !SMALL.test(next) && !TITLE.test(text.slice(-LONGEST_TITLE));
}

/** The lines that are not there already, from the cue before. */
function newLines(cues: readonly SubtitleCue[]): readonly Line[] {
  const all = cues.map((cue): Lines => {
    const heard = cue.text
      .split('\n')
      .map(spoken)
      .filter(({ text }) => text !== '');
    return { cue, lines: heard.map(({ text }) => text), speakers: heard.map(({ speaker }) => speaker) };
  });
  const isRolling = rolls(all);
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
  /** Of the line behind those. */
  readonly characters: number;
}

/** Finds the words that a cue repeats from the end of the one before. */
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

/** Whether the captions roll, as YouTube's do: each cue begins with the line that the one before it ended with. */
function rolls(all: readonly Lines[]): boolean {
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

/** The places at which a text is cut: behind each sentence, and where a line begins in what is too long for one. */
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

/** Cues may overlap: what is said later never begins before. */
function ascending(said: readonly SpokenSentence[]): readonly SpokenSentence[] {
  let latest = 0;
  return said.map((one) => {
    latest = Math.max(latest, one.seconds);
    return one.seconds === latest ? one : { ...one, seconds: latest, end: Math.max(latest, one.end) };
  });
}

function isUnspaced(before: string, after: string): boolean {
  // Of all the text before, only its last character counts, which may be a pair.
  return UNSPACED_START.test(after) && UNSPACED.test(before.slice(-2));
}

function isSame(ones: readonly string[], others: readonly string[]): boolean {
  return ones.length === others.length && ones.every((one, index) => one === others[index]);
}
