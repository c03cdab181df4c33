// The spaces between a timestamp and the words around it: one if they would touch, and none elsewhere.

/** Scripts without spaces between words: Chinese and Japanese, with their punctuation. */
const UNSPACED = String.raw`\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\u3000-\u303f\uff00-\uffef`;
/** Quotes and emphasis stand on both sides of the enclosed text. */
const EITHER = '["\'*_~=`]*';

const NONE_BEFORE = new RegExp(String.raw`(?:(?:^|[\s([{“‘„«‹¿¡|])${EITHER}|[${UNSPACED}])$`, 'u');
const NONE_AFTER = new RegExp(String.raw`^(?:${EITHER}(?:$|[\s)\]}”’»›.,;:!?…|])|[${UNSPACED}])`, 'u');

/** Characters that are looked at; more marks than these do not meet. */
const FAR = 16;

/** The space between the text of a line and a timestamp after it. */
export function spaceBefore(text: string): string {
  return NONE_BEFORE.test(text.slice(-FAR)) ? '' : ' ';
}

/** The space between a timestamp and the text of its line after it. */
export function spaceAfter(text: string): string {
  return NONE_AFTER.test(text.slice(0, FAR)) ? '' : ' ';
}
