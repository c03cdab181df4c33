// Reads and writes timecodes: times as text.
import { words } from '../../texts/texts';

/** Characters of a timecode. A longer text is not looked at. */
const MAX_LENGTH = 64;

/** More seconds than this lose digits. */
const LARGEST = Number.MAX_SAFE_INTEGER;

/** The text between surrounding brackets and punctuation. */
const WRAPPED = /^[\s[({<"',;:]*(.*[^\s\])}>"',;:.])?/s;
/** The length of `00:01:06`. */
const PLAIN_LENGTH = 8;
/** The character code of `0`. */
const ZERO = 48;
/** The character code of `:`, which follows that of `9`. */
const COLON = 58;

const FIELDS = /^(\d+):(\d+)(?::(\d+))?(?::(\d+))?([.,]\d+)?Z?$/i;
const UNITS = /^(?:PT)?(?:(\d+)h)?(?:(\d+)m)?(?:(\d+(?:[.,]\d+)?)s)?$/i;
const NUMBER = /^\d+(?:[.,]\d+)?$/;

/**
 * The seconds of a timecode: `1:02:03`, `00:04.5`, `01:00:17:51` (frames are dropped), `62`, `1h2m3s`, `PT1H2M3S`. Fractions are
 * kept. Surrounding space, brackets and punctuation are ignored. Undefined for any other text.
 */
export function parseTimecode(text: string): number | undefined {
  const plain = parsePlain(text) ?? parseShort(text);
  if (plain !== undefined) return plain;
  const bare = strip(text);
  if (bare === undefined) return undefined;
  const seconds = secondsOfFields(bare) ?? secondsOfUnits(bare) ?? secondsOfNumber(bare);
  return seconds !== undefined && seconds <= LARGEST ? seconds : undefined;
}

/** The seconds of three or four fields if the first two are read as minutes and seconds. */
export function parseMinutesSeconds(text: string): number | undefined {
  const plain = parsePlain(text);
  if (plain !== undefined) return Math.floor(plain / 60);
  const bare = strip(text);
  const fields = bare === undefined ? undefined : FIELDS.exec(bare);
  if (fields?.[3] === undefined) return undefined;
  const minutes = Number(fields[1]);
  const seconds = Number(fields[2]);
  return seconds < 60 && minutes * 60 <= LARGEST ? minutes * 60 + seconds : undefined;
}

/** `HH:MM:SS`, rounded down: the form in notes. Hours take as many digits as they need. */
export function formatTimecode(seconds: number): string {
  const { hours, minutes, rest } = partsOf(seconds);
  return `${twoDigits(hours)}:${twoDigits(minutes)}:${twoDigits(rest)}`;
}

/** `0:04`, `12:34`, `1:02:03`, rounded down: the form for people. */
export function formatCompact(seconds: number): string {
  const { hours, minutes, rest } = partsOf(seconds);
  return hours > 0 ? `${hours}:${twoDigits(minutes)}:${twoDigits(rest)}` : `${minutes}:${twoDigits(rest)}`;
}

/**
 * Rounded down, in the format of another timecode: the same width of the first field, and minutes without hours as long as the
 * example has none. Frames and fractions are dropped.
 */
export function formatLike(seconds: number, example: string): string {
  if (example.length === PLAIN_LENGTH && parsePlain(example) !== undefined) return formatTimecode(seconds);
  const [first = '', ...later] = example.split(':');
  const { hours, minutes, rest } = partsOf(seconds);
  const allMinutes = hours * 60 + minutes;
  // `110:26` keeps counting minutes, up to the limit of a bare time.
  const isShort = later.length === 1 && allMinutes < (Number(first) < 60 ? 60 : 1000);
  const fields = isShort ? [allMinutes, rest] : [hours, minutes, rest];
  const [head = '', ...tail] = fields.map(twoDigits);
  return [first.length === 1 ? head.replace(/^0/, '') : head, ...tail].join(':');
}

/** `12 minutes 34 seconds`, rounded down: the form for screen readers. */
export function spokenTimecode(seconds: number): string {
  const { hours, minutes, rest } = partsOf(seconds);
  const { counts } = words;
  let spoken = hours > 0 ? counts.hours(hours) : '';
  if (minutes > 0) spoken += ` ${counts.minutes(minutes)}`;
  if (rest > 0 || spoken === '') spoken += ` ${counts.seconds(rest)}`;
  return spoken.trimStart();
}

/**
 * The seconds of `00:01:06` and `[00:01:06]`, the form of nearly all timestamps, which are read many times. Undefined for any other
 * text, even a timecode.
 */
export function parsePlain(text: string): number | undefined {
  const start = text.length === 10 ? 1 : 0;
  if (start === 1 ? text[0] !== '[' || text[9] !== ']' : text.length !== PLAIN_LENGTH) return undefined;
  if (text[start + 2] !== ':' || text[start + 5] !== ':') return undefined;
  const hours = twoDigitsAt(text, start);
  const minutes = twoDigitsAt(text, start + 3);
  const seconds = twoDigitsAt(text, start + 6);
  return minutes < 60 && seconds < 60 && hours < 100 ? (hours * 60 + minutes) * 60 + seconds : undefined;
}

/** The seconds of two or three fields, such as `1:02` and `1:02:03`, without a regular expression; undefined for any other text. */
function parseShort(text: string): number | undefined {
  if (text.length > PLAIN_LENGTH) return undefined;
  let [whole, field, digits, fields] = [0, 0, 0, 1];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === COLON && digits > 0) {
      if (fields > 1 && field >= 60) return undefined;
      whole = (whole + field) * 60;
      fields += 1;
      field = digits = 0;
    } else if (code >= ZERO && code < COLON) {
      field = field * 10 + code - ZERO;
      digits += 1;
    } else return undefined;
  }
  return (fields === 2 || fields === 3) && digits > 0 && field < 60 ? whole + field : undefined;
}

/** The number of two digits; 100 if they are not digits. */
function twoDigitsAt(text: string, at: number): number {
  const tens = text.charCodeAt(at) - ZERO;
  const ones = text.charCodeAt(at + 1) - ZERO;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : 100;
}

function strip(text: string): string | undefined {
  const trimmed = text.trim();
  return trimmed.length > MAX_LENGTH ? undefined : (WRAPPED.exec(trimmed)?.[1] ?? '');
}

function secondsOfFields(text: string): number | undefined {
  const match = FIELDS.exec(text);
  if (match === null) return undefined;
  const [, first, second, third, frames, decimals] = match;
  const later = [second, third].filter((field) => field !== undefined).map(Number);
  if (later.some((field) => field >= 60)) return undefined;
  const whole = later.reduce((total, field) => total * 60 + field, Number(first));
  return frames === undefined ? whole + fractionOf(decimals) : whole;
}

function secondsOfUnits(text: string): number | undefined {
  const match = UNITS.exec(text);
  if (match === null) return undefined;
  const [, hours, minutes, seconds] = match;
  if (hours === undefined && minutes === undefined && seconds === undefined) return undefined;
  return decimal(hours) * 3600 + decimal(minutes) * 60 + decimal(seconds);
}

function secondsOfNumber(text: string): number | undefined {
  return NUMBER.test(text) ? decimal(text) : undefined;
}

function fractionOf(decimals: string | undefined): number {
  return decimals === undefined ? 0 : decimal(`0${decimals}`);
}

function decimal(text: string | undefined): number {
  return text === undefined ? 0 : Number(text.replace(',', '.'));
}

function partsOf(seconds: number): { hours: number; minutes: number; rest: number } {
  const whole = Math.max(0, Math.floor(seconds));
  return { hours: Math.floor(whole / 3600), minutes: Math.floor(whole / 60) % 60, rest: whole % 60 };
}

function twoDigits(count: number): string {
  return count < 10 ? `0${count}` : String(count);
}
