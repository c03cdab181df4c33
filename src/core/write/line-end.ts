// How the lines of a note end: as Windows writes them, or as everybody else does.

/** What a new line is to end with, as the first line of the note does. */
export function lineEndOf(text: string): string {
  const end = text.indexOf('\n');
  return end > 0 && text[end - 1] === '\r' ? '\r\n' : '\n';
}
