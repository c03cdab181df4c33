// Notes for the scanner's tests, with the timestamps that should be found marked in them: `see «[00:01:02]» there`.

export interface MarkedNote {
  readonly text: string;
  /** From and to of each mark, as offsets in `text`. */
  readonly ranges: readonly (readonly [number, number])[];
}

export function marked(note: string): MarkedNote {
  const ranges: [number, number][] = [];
  let text = '';
  for (const part of note.split(/(?=[«»])/)) {
    const last = ranges.at(-1);
    if (part.startsWith('«')) ranges.push([text.length, text.length]);
    else if (part.startsWith('»') && last !== undefined) last[1] = text.length;
    text += part.replace(/^[«»]/, '');
  }
  return { text, ranges };
}
