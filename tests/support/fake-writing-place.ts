// Where the user writes, without an editor: a text with carets, which takes changes.
import { applyChanges, type Change, type Span } from '../../src/core/rewrite';
import type { WritingPlace } from '../../src/playback/ports';
import { marked, unmarked } from './caret-notation';

export class FakeWritingPlace implements WritingPlace {
  text: string;
  selections: readonly Span[];
  /** How many steps could be undone. */
  steps = 0;
  hasFocus = false;

  readonly path: string | undefined;
  readonly isWhole: boolean;
  readonly isLine: boolean;

  constructor(note: string, where: Partial<WritingPlace> = { path: 'a.md' }) {
    ({ text: this.text, selections: this.selections } = unmarked(note));
    this.path = where.path;
    this.isWhole = where.isWhole ?? true;
    this.isLine = where.isLine ?? false;
  }

  /** The text with its carets. */
  get note(): string {
    return marked(
      this.text,
      this.selections.map(({ to }) => to),
    );
  }

  write(changes: readonly Change[], carets: readonly number[]): void {
    this.text = applyChanges(this.text, changes);
    this.selections = carets.map((at) => ({ from: at, to: at }));
    this.steps++;
  }

  focus(): void {
    this.hasFocus = true;
  }
}
