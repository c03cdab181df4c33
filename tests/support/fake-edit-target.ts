// An edit target without an editor: a text with carets, to which changes can be made.
import { EditorSelection, EditorState } from '@codemirror/state';
import { applyChanges, type Change, type Span } from '../../src/core/write/rewrite';
import type { EditTarget } from '../../src/playback/ports';
import { marked, unmarked } from './caret-notation';

export class FakeEditTarget implements EditTarget {
  text: string;
  selections: readonly Span[];
  /** The number of undo steps. */
  steps = 0;
  hasFocus = false;

  readonly path: string | undefined;
  readonly isWhole: boolean;
  readonly isLine: boolean;

  constructor(note: string, where: Partial<EditTarget> = { path: 'a.md' }) {
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
    this.selections = carets.length === 0 ? this.mapped(changes) : carets.map((at) => ({ from: at, to: at }));
    this.text = applyChanges(this.text, changes);
    this.steps++;
  }

  /** The selections after changes that do not set them. */
  private mapped(changes: readonly Change[]): readonly Span[] {
    const ranges = this.selections.map(({ from, to }) => EditorSelection.range(from, to));
    const selection = EditorSelection.create(ranges);
    const extensions = EditorState.allowMultipleSelections.of(true);
    const state = EditorState.create({ doc: this.text, selection, extensions });
    return state.update({ changes }).newSelection.ranges.map(({ from, to }) => ({ from, to }));
  }

  focus(): void {
    this.hasFocus = true;
  }
}
