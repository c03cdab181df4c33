// How the lines of a note end: as Windows writes them, or as everybody else does.

/** The line break for new lines, as the first line of the note has it. */
export function lineEndOf(text: string): string {
  const end = text.indexOf('\n');
  return end > 0 && text[end - 1] === '\r' ? '\r\n' : '\n';
}
