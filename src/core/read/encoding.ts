// Decodes a file that does not name its encoding: by its byte order mark, else as UTF-8, else by the bytes that are frequent in it.

export interface Decoded {
  readonly text: string;
  /** The name for `TextDecoder`. */
  readonly encoding: string;
  /** True if no encoding fits well; the text may be wrong. */
  readonly isDoubtful: boolean;
}

/** Bytes that are looked at. */
const SAMPLE = 40_000;
/** The fit, of 1, below which the result is doubtful. */
const GOOD_FIT = 0.7;

type Fit = (bytes: Uint8Array) => number;

/** How well each encoding fits, from 0 to 1. In a tie the first wins. */
const FITS: readonly (readonly [string, Fit])[] = [
  ['shift_jis', fitOfShiftJis],
  ['euc-kr', fitOfKorean],
  ['big5', fitOfBig5],
  [
    'gb18030',
    pairsFit((lead, trail) => trail >= 0xa1 && (isWithin(lead, 0xb0, 0xd7) || isWithin(lead, 0xa1, 0xa3))),
  ],
  ['windows-1251', fitOfCyrillic],
  ['windows-1252', fitOfLatin],
];

export function decode(bytes: Uint8Array): Decoded {
  const marked = encodingOfMark(bytes) ?? encodingOfZeros(bytes);
  if (marked !== undefined) return decodedAs(marked, bytes);
  try {
    return {
      text: new TextDecoder('utf-8', { fatal: true }).decode(bytes),
      encoding: 'utf-8',
      isDoubtful: false,
    };
  } catch {
    return decodedByFit(bytes);
  }
}

function decodedByFit(bytes: Uint8Array): Decoded {
  const sample = bytes.subarray(0, SAMPLE);
  let best = { encoding: 'windows-1252', fit: -1 };
  for (const [encoding, fitOf] of FITS) {
    const fit = fitOf(sample);
    if (fit > best.fit) best = { encoding, fit };
  }
  return decodedAs(best.encoding, bytes, best.fit < GOOD_FIT);
}

function decodedAs(encoding: string, bytes: Uint8Array, isDoubtful = false): Decoded {
  return { text: new TextDecoder(encoding).decode(bytes), encoding, isDoubtful };
}

function encodingOfMark([first, second, third]: Uint8Array): string | undefined {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return first === 0xef && second === 0xbb && third === 0xbf ? 'utf-8' : undefined;
}

/** UTF-16 without a byte order mark shows in the zero bytes of its digits and spaces. */
function encodingOfZeros(bytes: Uint8Array): string | undefined {
  const zeros = [0, 0];
  const count = Math.min(bytes.length, 1000);
  for (let at = 0; at < count; at++) if (bytes[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (Math.max(even, odd) <= count / 8) return undefined;
  return odd > even ? 'utf-16le' : 'utf-16be';
}

/** For encodings with two bytes a character: the part of these bytes that are in pairs which are frequent in texts. */
function pairsFit(isFrequent: (lead: number, trail: number) => boolean): Fit {
  return (bytes) => {
    let [high, fitting] = [0, 0];
    for (let at = 0; at < bytes.length; at++) {
      const lead = bytes[at] ?? 0;
      if (lead < 0x80) continue;
      const trail = bytes[at + 1] ?? 0;
      const isPair = trail >= 0x40 && trail !== 0x7f;
      high += isPair ? 2 : 1;
      if (isPair && isFrequent(lead, trail)) fitting += 2;
      if (isPair) at++;
    }
    return high === 0 ? 0 : fitting / high;
  };
}

const PAIRS_OF_SHIFT_JIS = pairsFit(
  (lead, trail) =>
    (isWithin(lead, 0x81, 0x83) && trail !== 0x7f) || (isWithin(lead, 0x88, 0x98) && lead !== 0x87),
);

const PAIRS_OF_KOREAN = pairsFit(
  (lead, trail) => trail >= 0xa1 && (isWithin(lead, 0xb0, 0xc8) || lead === 0xa1),
);
const PAIRS_OF_BIG5 = pairsFit(
  (lead, trail) => isWithin(lead, 0xa4, 0xc6) || (lead === 0xa1 && trail <= 0x7e),
);
/** With fewer non-ASCII bytes than this, several encodings fit, and the more common one wins. */
const FEW = 10;
const LESS_FREQUENT = 0.9;

function fitOfKorean(bytes: Uint8Array): number {
  return PAIRS_OF_KOREAN(bytes) * (hasFew(bytes) ? LESS_FREQUENT : 1);
}

function fitOfBig5(bytes: Uint8Array): number {
  return PAIRS_OF_BIG5(bytes) * (hasFew(bytes) ? LESS_FREQUENT : 1);
}

function hasFew(bytes: Uint8Array): boolean {
  return bytes.filter((byte) => byte >= 0x80).length < FEW;
}

/** Japanese has kana between its characters; text without any is Chinese. */
function fitOfShiftJis(bytes: Uint8Array): number {
  let [kana, high] = [0, 0];
  for (let at = 0; at < bytes.length; at++) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) continue;
    high++;
    const trail = bytes[at + 1] ?? 0;
    if ((lead === 0x82 && isWithin(trail, 0x9f, 0xf1)) || (lead === 0x83 && isWithin(trail, 0x40, 0x96)))
      kana++;
    at++;
  }
  return kana * 10 > high ? PAIRS_OF_SHIFT_JIS(bytes) : 0;
}

/** In Russian nearly all letters are non-ASCII, and all but the first of a word are lower case. */
function fitOfCyrillic(bytes: Uint8Array): number {
  let [high, fitting, latin] = [0, 0, 0];
  let before = 0;
  for (const byte of bytes) {
    if (byte >= 0x80) {
      high++;
      const isSmall = byte >= 0xe0 || byte === 0xb8 || byte === 0xb3 || byte === 0xbf || byte === 0xba;
      const isCapital = isWithin(byte, 0xc0, 0xdf) || byte === 0xa8;
      const isMark =
        byte === 0xab || byte === 0xbb || isWithin(byte, 0x91, 0x97) || byte === 0x85 || byte === 0xb9;
      if ((isSmall && !isLatin(before)) || (isCapital && !isSmallCyrillic(before)) || isMark) fitting++;
    } else if (isLatin(byte)) latin++;
    before = byte;
  }
  if (high === 0) return 0;
  // The ASCII letters of tags and names do not count against it.
  return (fitting / high) * (high > latin / 4 ? 0.95 : 0.4);
}

/** Latin text has its non-ASCII letters between ASCII ones. */
function fitOfLatin(bytes: Uint8Array): number {
  let [high, fitting] = [0, 0];
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x80) continue;
    high++;
    const isBeside = isLatin(bytes[at - 1] ?? 0) || isLatin(bytes[at + 1] ?? 0);
    const isLetter = byte >= 0xc0 || byte === 0x9c || byte === 0x8a || byte === 0x9a;
    if ((isLetter && isBeside) || (!isLetter && isLatinMark(byte))) fitting++;
  }
  return high === 0 ? 0 : fitting / high;
}

function isLatinMark(byte: number): boolean {
  return isWithin(byte, 0x91, 0x97) || [0x80, 0x84, 0x85, 0xa0, 0xa1, 0xab, 0xbb, 0xb0, 0xbf].includes(byte);
}

function isSmallCyrillic(byte: number): boolean {
  return byte >= 0xe0;
}

function isLatin(byte: number): boolean {
  return isWithin(byte | 0x20, 0x61, 0x7a);
}

function isWithin(byte: number, from: number, to: number): boolean {
  return from <= byte && byte <= to;
}
