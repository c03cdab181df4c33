// The brackets of a text that no other has closed yet.

export interface OpenBracket {
  readonly at: number;
  /** Before an image stands `!`, before a footnote on the spot `^`. */
  readonly mark: string | undefined;
  /** Whether there is a link in it, so that it is no link itself. */
  isIdle?: boolean;
}

/** Of more, the outermost are forgotten, so that what they hold is not read over and over. */
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

  /** The innermost, which is none any more. */
  pop(): OpenBracket | undefined {
    return this.open.pop();
  }

  /** No link is inside another: the brackets around one are only brackets. */
  makeIdle(): void {
    for (const around of this.open) around.isIdle = around.mark !== '^' && around.mark !== '!';
  }
}
