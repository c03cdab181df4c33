// Finds words in short texts, whatever their case and accents.

export interface Match {
  readonly from: number;
  readonly to: number;
}

/** The words of a query, each once. */
export function wordsOf(query: string): readonly string[] {
  return [...new Set(folded(query).split(/\s+/))].filter((word) => word !== '');
}

/** The ranges of the words in a text, in order and without overlaps; undefined if a word is missing. */
export function matchesOf(text: string, words: readonly string[]): readonly Match[] | undefined {
  const plain = folded(text);
  const found: Match[] = [];
  for (const word of words) {
    let at = plain.indexOf(word);
    if (at < 0) return undefined;
    for (; at >= 0; at = plain.indexOf(word, at + word.length))
      found.push({ from: at, to: at + word.length });
  }
  return joined(found);
}

/** Of the same length as the text, so that offsets stay valid. */
function folded(text: string): string {
  return text.replace(/[A-Z\x80-\uffff]/g, (unit) => {
    const [plain = unit] = unit.toLowerCase().normalize('NFD');
    return plain.length === unit.length ? plain : unit;
  });
}

function joined(matches: readonly Match[]): readonly Match[] {
  const all: Match[] = [];
  for (const { from, to } of [...matches].sort((one, other) => one.from - other.from)) {
    const last = all.at(-1);
    if (last === undefined || from > last.to) all.push({ from, to });
    else if (to > last.to) all[all.length - 1] = { from: last.from, to };
  }
  return all;
}
