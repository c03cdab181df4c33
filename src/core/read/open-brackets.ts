// The brackets of a text that are open at an offset.

export interface OpenBracket {
  readonly at: number;
  /** `!` before an image, `^` before an inline footnote. */
  readonly mark: string | undefined;
  /** Whether the brackets hold a link, so that they are none themselves. */
  isIdle?: boolean;
}

/** If more are open, the outermost are dropped, so that their content is not read again and again. */
const MOST_OPEN = 32;

export class OpenBrackets {
  private open: OpenBracket[] = [];

  clear(): void {
    if (this.open.length > 0) this.open = [];
  }

  push(bracket: OpenBracket): void {
    if (this.open.length === MOST_OPEN) this.open.shift();
    this.open.push(bracket);
  }

  /** Removes and returns the innermost one. */
  pop(): OpenBracket | undefined {
    return this.open.pop();
  }

  /** Links do not nest: the open brackets around a link are no links. */
  makeIdle(): void {
    for (const around of this.open) around.isIdle = around.mark !== '^' && around.mark !== '!';
  }
}
