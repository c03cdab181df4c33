// The cues of a subtitle file, SubRip or WebVTT, as people and programs write them.

/** Words that are shown at once, on one line or more. Times are in seconds. */
export interface SubtitleCue {
  readonly start: number;
  readonly end: number;
  /** With the markup of WebVTT, of which a browser shows the emphasis and drops the rest. */
  readonly text: string;
  /** The place on the picture, if the file gives one. */
  readonly position: CuePosition;
}

/** The same properties as a `VTTCue`. */
export interface CuePosition {
  readonly align?: 'start' | 'center' | 'end' | 'left' | 'right';
  readonly line?: number;
  readonly snapToLines?: boolean;
  readonly position?: number;
  readonly size?: number;
  readonly vertical?: 'rl' | 'lr';
}

/** A cue whose lines are being read. */
interface OpenCue {
  readonly start: number;
  readonly end: number;
  readonly position: CuePosition;
  /** In WebVTT an empty line ends a cue, and comments or styles may follow. */
  isOver: boolean;
}

/** The lines and the characters per line that are read: enough for twelve hours of talk. */
const MOST = { lines: 60_000, characters: 2000 };

const TIME = String.raw`(?:(\d{1,4}):)?(\d{1,2}):(\d{1,2})(?:[.,](\d{1,6}))?`;
const TIMING = new RegExp(String.raw`^${TIME}[ \t]{0,9}-{1,2}>[ \t]{0,9}${TIME}(?=[ \t]|$)`);
const A_TIME = /\d:\d/;
const NUMBER = /^\d{1,9}$/;
/** Markup of other players in SubRip files, which gives the position and look of a line. */
const OTHERS_MARKUP = /\{\\[^{}\n]{0,200}\}/g;
/** The length of a cue whose end is not after its start, unless another one follows. Seconds. */
const UNENDED = 5;

/** Returns the cues in the order of their starts, without repetitions. Its time is linear in the text. */
export function cuesIn(text: string): readonly SubtitleCue[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n?|\n/, MOST.lines);
  const reader = new CueReader(/^WEBVTT(?:[ \t]|$)/.test(lines[0] ?? ''));
  for (const line of lines) reader.read(line.slice(0, MOST.characters));
  return ended(inOrder(reader.finish()));
}

class CueReader {
  private readonly cues: SubtitleCue[] = [];
  private open: OpenCue | undefined;
  /** The lines before the first cue, or those of the open cue. */
  private lines: string[] = [];
  /** The number of the open cue, if the file numbers its cues. */
  private number: number | undefined;

  constructor(private readonly isVtt: boolean) {}

  read(line: string): void {
    const trimmed = line.trim();
    if (isTiming(trimmed)) {
      this.takeNumber();
      const next = opened(trimmed);
      // If the times of a cue cannot be read, its words are dropped.
      if (next === undefined) return;
      this.close();
      this.open = next;
      this.lines = [];
    } else if (this.open?.isOver !== true) {
      if (this.isVtt && line === '' && this.open !== undefined) this.open.isOver = true;
      else this.lines.push(trimmed);
    }
  }

  finish(): readonly SubtitleCue[] {
    this.close();
    return this.cues;
  }

  /** In a file with numbers, the number before a cue does not belong to the words of the cue before. */
  private takeNumber(): void {
    const { lines } = this;
    if (this.open !== undefined && this.number === undefined) return;
    const isRight = NUMBER.test(lines.at(-1) ?? '');
    const words = lines.filter((line) => line !== '');
    const number = Number(words.at(-1));
    const isNext = !isRight && NUMBER.test(words.at(-1) ?? '') && number === (this.number ?? 0) + 1;
    if (!isRight && !isNext) return;
    this.number = number;
    this.lines = words.slice(0, -1);
  }

  private close(): void {
    const { open } = this;
    if (open === undefined) return;
    const { start, end, position } = open;
    const text = this.lines
      .filter((line) => line !== '')
      .join('\n')
      .replace(OTHERS_MARKUP, '')
      .slice(0, MOST.characters)
      .trim();
    if (text !== '') this.cues.push({ start, end, text, position });
  }
}

/** Whether a line is meant to give the times of a cue, even if they cannot be read. */
function isTiming(line: string): boolean {
  return TIMING.test(line) || (line.includes('-->') && A_TIME.test(line));
}

/** The cue that a line with times opens; undefined if they cannot be read. */
function opened(line: string): OpenCue | undefined {
  const match = TIMING.exec(line);
  if (match === null) return undefined;
  const [whole, ...fields] = match;
  const [start, end] = [secondsOf(fields.slice(0, 4)), secondsOf(fields.slice(4))];
  return { start, end, position: positionOf(line.slice(whole.length)), isOver: false };
}

function secondsOf([hours = '0', minutes = '0', seconds = '0', fraction = '']: readonly (
  string | undefined
)[]): number {
  const whole = (Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds);
  // Parsed at once: adding the fraction would round.
  return Number(`${whole}.${fraction}`);
}

const ALIGNMENTS = {
  start: 'start',
  middle: 'center',
  center: 'center',
  end: 'end',
  left: 'left',
  right: 'right',
} as const;
const SETTING = /(align|line|position|size|vertical):(-?[\w.]{1,20})(%?)/g;

/** Reads the settings of WebVTT; unknown settings are ignored. */
function positionOf(settings: string): CuePosition {
  const position: { -readonly [name in keyof CuePosition]: CuePosition[name] } = {};
  for (const [, name = '', value = '', percent] of settings.matchAll(SETTING)) {
    const number = Number(value);
    if (name === 'align' && value in ALIGNMENTS)
      position.align = ALIGNMENTS[value as keyof typeof ALIGNMENTS];
    else if (name === 'vertical' && (value === 'rl' || value === 'lr')) position.vertical = value;
    else if (name === 'line' && Number.isFinite(number)) {
      position.line = number;
      position.snapToLines = percent === '';
    } else if ((name === 'position' || name === 'size') && percent === '%' && number >= 0 && number <= 100)
      position[name] = number;
  }
  return position;
}

/** Sorts by start, keeps the order of the file for equal starts, and drops repetitions. */
function inOrder(cues: readonly SubtitleCue[]): readonly SubtitleCue[] {
  const seen = new Set<string>();
  const all = cues.filter(({ start, end, text }) => {
    const said = `${start} ${end} ${text}`;
    const isNew = !seen.has(said);
    seen.add(said);
    return isNew;
  });
  return all.sort((one, other) => one.start - other.start);
}

function ended(cues: readonly SubtitleCue[]): readonly SubtitleCue[] {
  let next = Infinity;
  const all: SubtitleCue[] = [];
  for (const cue of [...cues].reverse()) {
    const end = cue.end > cue.start ? cue.end : Math.min(next, cue.start + UNENDED);
    all.push(end === cue.end ? cue : { ...cue, end });
    if (cue.start < (all.at(-2)?.start ?? Infinity)) next = cue.start;
  }
  return all.reverse();
}

const VOICE = /^<v(?:\.[^\s<>]{0,100})?[ \t]([^<>]{1,100})>/i;
const TAG = /<\/?[a-z\d][^<>]*>/gi;
const REFERENCES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  lrm: '',
  rlm: '',
};
const REFERENCE = /&(?:(amp|lt|gt|quot|apos|nbsp|lrm|rlm)|#(\d{1,6})|#x([\da-f]{1,5}));/gi;

/** The words of a cue's line without markup, and its speaker, if the line names one. */
export function spoken(line: string): { readonly speaker: string | undefined; readonly text: string } {
  const [, speaker] = VOICE.exec(line) ?? [];
  return { speaker: speaker?.trim(), text: plain(line) };
}

function plain(line: string): string {
  return line
    .replace(TAG, '')
    .replace(REFERENCE, (whole, name?: string, decimal?: string, hexadecimal?: string) => {
      if (name !== undefined) return REFERENCES[name.toLowerCase()] ?? whole;
      const code = decimal === undefined ? parseInt(hexadecimal ?? '', 16) : Number(decimal);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    })
    .replace(/\s+/g, ' ')
    .trim();
}
