// The spaces that set a timestamp off from the words around it: one where two would be glued together, and none elsewhere.

/** Writing that has no spaces between words: Chinese, Japanese, and their punctuation. */
const UNSPACED = String.raw`\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\u3000-\u303f\uff00-\uffef`;
/** Quotes and the marks of emphasis stand on either side of what they enclose. */
const EITHER = '["\'*_~=`]*';

const NONE_BEFORE = new RegExp(String.raw`(?:(?:^|[\s([{“‘„«‹¿¡|])${EITHER}|[${UNSPACED}])$`, 'u');
const NONE_AFTER = new RegExp(String.raw`^(?:${EITHER}(?:$|[\s)\]}”’»›.,;:!?…|])|[${UNSPACED}])`, 'u');

/** More than the marks that meet at one place. */
const FAR = 16;

/** The space between the text of a line and a timestamp behind it. */
export function spaceBefore(text: string): string {
  return NONE_BEFORE.test(text.slice(-FAR)) ? '' : ' ';
}

/** The space between a timestamp and the text of its line behind it. */
export function spaceAfter(text: string): string {
  return NONE_AFTER.test(text.slice(0, FAR)) ? '' : ' ';
}
