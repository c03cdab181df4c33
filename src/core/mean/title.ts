// How much is kept and shown of what a video is called.

/** Titles of YouTube have at most 100 characters, names of files 255. */
export const LONGEST_TITLE = 300;

/** Half of a character that takes two units of text. */
const CUT_CHARACTER = /[\uD800-\uDBFF]$/;

/** A title as it came, or its beginning: whoever names a video can give it a name of any length. */
export function boundedTitle(title: string): string {
  if (title.length <= LONGEST_TITLE) return title;
  return `${title.slice(0, LONGEST_TITLE - 1).replace(CUT_CHARACTER, '')}…`;
}
