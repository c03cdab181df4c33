// Timecodes: a time as text, read into seconds and written back.
import { words } from '../../texts/texts';

/** No real timecode is longer; what is gets no look at all, so that garbage of any size costs nothing. */
const MAX_LENGTH = 64;

/** More seconds than this can be neither counted nor written digit by digit. */
const LARGEST = Number.MAX_SAFE_INTEGER;

/** The rest of a text without the brackets and punctuation around it. */
const WRAPPED = /^[\s[({<"',;:]*(.*[^\s\])}>"',;:.])?/s;
/** The length of `00:01:06`. */
const PLAIN_LENGTH = 8;
/** The character code of `0`. */
const ZERO = 48;
/** That of `:`, right behind `9`. */
const COLON = 58;

const FIELDS = /^(\d+):(\d+)(?::(\d+))?(?::(\d+))?([.,]\d+)?Z?$/i;
const UNITS = /^(?:PT)?(?:(\d+)h)?(?:(\d+)m)?(?:(\d+(?:[.,]\d+)?)s)?$/i;
const NUMBER = /^\d+(?:[.,]\d+)?$/;

/**
 * The seconds that a timecode says: `1:02:03`, `00:04.5`, `01:00:17:51` (frames are dropped), `62`, `1h2m3s`, `PT1H2M3S`.
 * Fractions are kept. Space, wrapping brackets and stray punctuation at the ends are ignored.
 * Undefined for anything else.
 */
export function parseTimecode(text: string): number | undefined {
  const plain = parsePlain(text) ?? parseShort(text);
  if (plain !== undefined) return plain;
  const bare = strip(text);
  if (bare === undefined) return undefined;
  const seconds = secondsOfFields(bare) ?? secondsOfUnits(bare) ?? secondsOfNumber(bare);
  return seconds !== undefined && seconds <= LARGEST ? seconds : undefined;
}

/** The seconds of the first two of three or four colon-separated fields, read as minutes and seconds. */
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

/** `HH:MM:SS`, floored: the form that notes hold. Hours take as many digits as they need. */
export function formatTimecode(seconds: number): string {
  const { hours, minutes, rest } = partsOf(seconds);
  return `${twoDigits(hours)}:${twoDigits(minutes)}:${twoDigits(rest)}`;
}

/** `0:04`, `12:34`, `1:02:03`, floored: the form that people read. */
export function formatCompact(seconds: number): string {
  const { hours, minutes, rest } = partsOf(seconds);
  return hours > 0 ? `${hours}:${twoDigits(minutes)}:${twoDigits(rest)}` : `${minutes}:${twoDigits(rest)}`;
}

/**
 * Floored, and as another timecode of colons is written: the first field as wide, and minutes alone where they stand alone,
 * until they are hours. Of frames and fractions nothing is kept.
 */
export function formatLike(seconds: number, example: string): string {
  if (example.length === PLAIN_LENGTH && parsePlain(example) !== undefined) return formatTimecode(seconds);
  const [first = '', ...later] = example.split(':');
  const { hours, minutes, rest } = partsOf(seconds);
  const allMinutes = hours * 60 + minutes;
  // `110:26` goes on counting minutes, up to what a bare time may hold.
  const isShort = later.length === 1 && allMinutes < (Number(first) < 60 ? 60 : 1000);
  const fields = isShort ? [allMinutes, rest] : [hours, minutes, rest];
  const [head = '', ...tail] = fields.map(twoDigits);
  return [first.length === 1 ? head.replace(/^0/, '') : head, ...tail].join(':');
}

/** `12 minutes 34 seconds`, floored: the form that a screen reader speaks. */
export function spokenTimecode(seconds: number): string {
  const { hours, minutes, rest } = partsOf(seconds);
  const { counts } = words;
  let spoken = hours > 0 ? counts.hours(hours) : '';
  if (minutes > 0) spoken += ` ${counts.minutes(minutes)}`;
  if (rest > 0 || spoken === '') spoken += ` ${counts.seconds(rest)}`;
  return spoken.trimStart();
}

/**
 * The seconds of `00:01:06` and `[00:01:06]`: nearly all timestamps are written like this, and these are read many times. Undefined
 * for anything else, whether it is a timecode or not.
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

/** The seconds of two or three fields of digits, such as `1:02` and `1:02:03`, without an expression; undefined for anything else. */
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

/** The number of two digits, or 100 where these are none. */
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
