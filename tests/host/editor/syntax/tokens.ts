// What is read of one line: tokens with their classes, in order. Text without a class has no token, as in the app.

/** Positions count from the start of the line. */
export interface Token {
  readonly from: number;
  readonly to: number;
  readonly classes: readonly string[];
}

/** A stretch that gives its class to every token in it, and to the text between them. */
export interface Context {
  readonly from: number;
  readonly to: number;
  readonly class: string;
}

export interface Stretch {
  readonly from: number;
  readonly to: number;
  /** What every token of it has. */
  readonly base: readonly string[];
}

/** Cuts a stretch of a line into its tokens. `leaves` are in order; contexts are nested or apart. */
export function layTokens(
  stretch: Stretch,
  leaves: readonly Token[],
  contexts: readonly Context[],
): readonly Token[] {
  if (contexts.length === 0 && stretch.base.length === 0) return leaves;
  const around = new Surroundings(stretch.base, contexts);
  const tokens: Token[] = [];
  const layText = (from: number, to: number): void => {
    for (let at = from; at < to;) {
      const classes = around.at(at);
      const stop = Math.min(to, around.until);
      if (classes.length > 0) tokens.push({ from: at, to: stop, classes });
      at = stop;
    }
  };
  let at = stretch.from;
  for (const { from, to, classes } of leaves) {
    layText(at, from);
    tokens.push({ from, to, classes: [...classes, ...around.at(from)] });
    at = to;
  }
  layText(at, stretch.to);
  return tokens;
}

/** Which contexts stand around a place; asked in rising order. */
class Surroundings {
  /** Up to where the last answer holds. */
  until = -1;
  #classes: readonly string[];
  #open: Context[] = [];
  #next = 0;
  readonly #contexts: readonly Context[];

  constructor(
    private readonly base: readonly string[],
    contexts: readonly Context[],
  ) {
    this.#classes = base;
    this.#contexts = [...contexts].sort((a, b) => (a.from === b.from ? b.to - a.to : a.from - b.from));
  }

  at(place: number): readonly string[] {
    if (place < this.until) return this.#classes;
    this.#open = this.#open.filter((context) => context.to > place);
    let upcoming = this.#contexts[this.#next];
    for (; upcoming !== undefined && upcoming.from <= place; upcoming = this.#contexts[this.#next]) {
      if (upcoming.to > place) this.#open.push(upcoming);
      this.#next += 1;
    }
    this.until = Math.min(upcoming?.from ?? Infinity, ...this.#open.map((context) => context.to));
    this.#classes = [...this.base, ...this.#open.map((context) => context.class)];
    return this.#classes;
  }
}
