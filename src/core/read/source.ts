// A note's text, as the scanner reads it: forwards, with every search remembered, so that the whole takes linear time.

/** The latest answer to a search: between `from` and `at` there is nothing. */
interface Answer {
  from: number;
  at: number;
}

/**
 * Malformed notes ask for the same missing end again and again. A search that starts inside the stretch of the one before it
 * has that one's answer, so that all searches for one thing together read the note once.
 */
export class Source {
  /** The characters looked at and looks taken so far. Tests hold it to the length of the text. */
  steps = 0;

  private readonly answers = new Map<string | RegExp, Answer>();
  /** For the end of the line, which is asked for most. */
  private readonly lineEnd: Answer = { from: 0, at: -1 };

  constructor(readonly text: string) {}

  /** Where the line that `from` is in ends. */
  endOfLine(from: number): number {
    return this.findBy(this.lineEnd, '\n', from);
  }

  /** Where `sought` is next, from `from` on; the text's length where it is nowhere. */
  find(sought: string, from: number): number {
    return this.findBy(this.answerFor(sought), sought, from);
  }

  private findBy(known: Answer, sought: string, from: number): number {
    if (from < known.from || known.at < from) {
      const index = this.text.indexOf(sought, from);
      this.keep(known, from, index < 0 ? this.text.length : index);
    }
    return known.at;
  }

  /** Where the next match of a global pattern ends, from `from` on; behind the end of the text where there is none. */
  findEnd(pattern: RegExp, from: number): number {
    const known = this.answerFor(pattern);
    if (from < known.from || known.at <= from) {
      pattern.lastIndex = from;
      this.keep(known, from, pattern.test(this.text) ? pattern.lastIndex : this.text.length + 1);
    }
    return known.at;
  }

  /** Where what a sticky pattern matches at `at` ends; undefined where it does not match. */
  behind(pattern: RegExp, at: number): number | undefined {
    pattern.lastIndex = at;
    const isMatch = pattern.test(this.text);
    this.steps += 1 + (isMatch ? pattern.lastIndex - at : 0);
    return isMatch ? pattern.lastIndex : undefined;
  }

  /** What a sticky pattern matches at `at`, with its groups. */
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
