// The line break of a note: `\r\n`, as on Windows, or `\n`.

/** The line break for new lines: that of the note's first line. */
export function lineEndOf(text: string): string {
  const end = text.indexOf('\n');
  return end > 0 && text[end - 1] === '\r' ? '\r\n' : '\n';
}
