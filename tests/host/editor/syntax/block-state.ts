// What a line of a note begins in, handed from line to line. Plain data, so that two can be compared.

export interface BlockState {
  readonly within: 'start' | 'text' | 'frontmatter' | 'code' | 'math' | 'comment' | 'html';
  /** The fence of code that is open, or the name of the HTML element. */
  readonly opener: string;
  /** How many tags of that element are open; in a table, how many rows stand above. */
  readonly depth: number;
  /** How deep the line before is quoted. */
  readonly quote: number;
  /** Columns where the text of the open list items begins, outermost first. */
  readonly lists: readonly number[];
  /** The kind of the line before. */
  readonly after: 'blank' | 'paragraph' | 'setext' | 'table' | 'indented-code' | 'other';
}

export const START: BlockState = {
  within: 'start',
  opener: '',
  depth: 0,
  quote: 0,
  lists: [],
  after: 'blank',
};

export function sameState(a: BlockState, b: BlockState): boolean {
  return (
    a.within === b.within &&
    a.opener === b.opener &&
    a.depth === b.depth &&
    a.quote === b.quote &&
    a.after === b.after &&
    a.lists.join() === b.lists.join()
  );
}
