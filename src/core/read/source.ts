// A note's text for the scanner: read forwards, with every search remembered, so that all of it takes linear time.

/** The answer to the last search: no match is between `from` and `at`. */
interface Answer {
  from: number;
  at: number;
}

/**
 * Malformed notes make the scanner search for the same missing end again and again. A search that starts within the range of the
 * last one has the same answer: so all searches for one text together read the note once.
 */
export class Source {
  /** The number of characters and searches so far. Tests hold it to the length of the text. */
  steps = 0;

  private readonly answers = new Map<string | RegExp, Answer>();
  /** The end of the line is asked for most. */
  private readonly lineEnd: Answer = { from: 0, at: -1 };

  constructor(readonly text: string) {}

  /** The end of the line around `from`. */
  endOfLine(from: number): number {
    return this.findBy(this.lineEnd, '\n', from);
  }

  /** The next offset of `sought`, from `from` on; the text's length if there is none. */
  find(sought: string, from: number): number {
    return this.findBy(this.answerFor(sought), sought, from);
  }

  /** The same for a text that is searched often: it needs no lookup. */
  finder(sought: string): (from: number) => number {
    const known = this.answerFor(sought);
    return (from) => this.findBy(known, sought, from);
  }

  private findBy(known: Answer, sought: string, from: number): number {
    if (from < known.from || known.at < from) {
      const index = this.text.indexOf(sought, from);
      this.keep(known, from, index < 0 ? this.text.length : index);
    }
    return known.at;
  }

  /** The end of the next match of a global pattern, from `from` on; past the end of the text if there is none. */
  findEnd(pattern: RegExp, from: number): number {
    return this.findEndBy(this.answerFor(pattern), pattern, from);
  }

  /** The same for a pattern that is searched often. */
  endFinder(pattern: RegExp): (from: number) => number {
    const known = this.answerFor(pattern);
    return (from) => this.findEndBy(known, pattern, from);
  }

  private findEndBy(known: Answer, pattern: RegExp, from: number): number {
    if (from < known.from || known.at <= from) {
      pattern.lastIndex = from;
      this.keep(known, from, pattern.test(this.text) ? pattern.lastIndex : this.text.length + 1);
    }
    return known.at;
  }

  /** The end of a sticky pattern's match at `at`; undefined if it does not match. */
  behind(pattern: RegExp, at: number): number | undefined {
    pattern.lastIndex = at;
    const isMatch = pattern.test(this.text);
    this.steps += 1 + (isMatch ? pattern.lastIndex - at : 0);
    return isMatch ? pattern.lastIndex : undefined;
  }

  /** A sticky pattern's match at `at`, with its groups. */
  match(pattern: RegExp, at: number): RegExpExecArray | null {
    pattern.lastIndex = at;
    const match = pattern.exec(this.text);
    this.steps += 1 + (match?.[0].length ?? 0);
    return match;
  }

  private answerFor(sought: string | RegExp): Answer {
    let answer = this.answers.get(sought);
    if (answer === undefined) {
      answer = { from: 0, at: -1 };
      this.answers.set(sought, answer);
    }
    return answer;
  }

  private keep(answer: Answer, from: number, at: number): void {
    this.steps += 1 + Math.min(at, this.text.length) - from;
    answer.from = from;
    answer.at = at;
  }
}
