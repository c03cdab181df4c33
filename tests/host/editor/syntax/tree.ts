// Reading the syntax tree: the tokens of a range, and the blocks that lines make together.
import { syntaxTree } from '@codemirror/language';
import type { EditorState } from '@codemirror/state';
import type { BlockKind } from './line';
import { blockLinesOf } from './note-parser';
import { tokenClassNodeProp } from './token-types';

export interface TreeToken {
  readonly from: number;
  readonly to: number;
  readonly classes: ReadonlySet<string>;
}

const classSets = new Map<string, ReadonlySet<string>>();

export function tokensIn(state: EditorState, from: number, to: number): TreeToken[] {
  const tokens: TreeToken[] = [];
  syntaxTree(state).iterate({
    from,
    to,
    enter: (node) => {
      const classes = node.type.prop(tokenClassNodeProp);
      if (classes !== undefined) tokens.push({ from: node.from, to: node.to, classes: setOf(classes) });
    },
  });
  return tokens;
}

export interface NoteBlock {
  readonly kind: BlockKind;
  /** From the start of its first line to the end of its last. */
  readonly from: number;
  readonly to: number;
  readonly complete: boolean;
}

/** The blocks as far as the note has been read; one that the reading may still be in the middle of is left out. */
export function blocksOf(state: EditorState): NoteBlock[] {
  const tree = syntaxTree(state);
  const blocks: { kind: BlockKind; from: number; to: number; complete: boolean }[] = [];
  for (const { kind, first, last, from, to } of blockLinesOf(tree)) {
    const open = blocks.at(-1);
    if (first || open === undefined) blocks.push({ kind, from, to, complete: last });
    else Object.assign(open, { to, complete: last });
  }
  const whole = tree.length >= state.doc.length;
  return whole ? blocks : blocks.filter((block) => block.to + 1 < tree.length);
}

function setOf(classes: string): ReadonlySet<string> {
  let set = classSets.get(classes);
  if (set === undefined) {
    set = new Set(classes.split(' '));
    classSets.set(classes, set);
  }
  return set;
}
