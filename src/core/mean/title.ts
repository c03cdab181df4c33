// Bounds the titles of videos.

/** Titles of YouTube have at most 100 characters, names of files 255. */
export const LONGEST_TITLE = 300;

/** The first half of a surrogate pair. */
const CUT_CHARACTER = /[\uD800-\uDBFF]$/;

/** A title, or its beginning: a title can have any length. */
export function boundedTitle(title: string): string {
  if (title.length <= LONGEST_TITLE) return title;
  return `${title.slice(0, LONGEST_TITLE - 1).replace(CUT_CHARACTER, '')}…`;
}
