// The decorations of chips as an editor takes them: in order, apart, none empty, and those over line breaks by themselves.
import type { EditorState, Text } from '@codemirror/state';
import { Decoration, type DecorationSet, type WidgetType } from '@codemirror/view';
import type { Span } from '../../core/write/rewrite';
import { glueAround } from './glue';

export interface PlacedChip {
  /** The part of the document that the chip replaces. */
  readonly span: Span;
  readonly widget: WidgetType;
}

export interface ChipDecorations {
  readonly inLines: DecorationSet;
  /** Over line breaks, which only the state of an editor may replace. */
  readonly wrapped: DecorationSet;
  /** The decorations that keep the punctuation around chips in their lines. */
  readonly glue: DecorationSet;
}

const { none } = Decoration;

export const NO_DECORATIONS: ChipDecorations = { inLines: none, wrapped: none, glue: none };

/** Whatever chips are given: of two that overlap, the one that begins first is shown. */
export function chipDecorations(state: EditorState, chips: readonly PlacedChip[]): ChipDecorations {
  const { doc } = state;
  const apart = chipsApart(doc, chips);
  const setOf = (isWrapped: boolean): DecorationSet =>
    Decoration.set(
      apart
        .filter(({ span }) => isInLine(doc, span) !== isWrapped)
        .map(({ span, widget }) => Decoration.replace({ widget }).range(span.from, span.to)),
    );
  const glue = apart.map(({ span }) => glueAround(state, span)).filter((mark) => mark !== undefined);
  return { inLines: setOf(false), wrapped: setOf(true), glue: Decoration.set(glue, true) };
}

/** Those of a set that still stand in one line, after the document has changed under them. */
export function withinLines({ doc }: EditorState, chips: DecorationSet): DecorationSet {
  return chips.update({ filter: (from, to) => isInLine(doc, { from, to }) });
}

function chipsApart(doc: Text, chips: readonly PlacedChip[]): readonly PlacedChip[] {
  const inOrder = chips
    .filter(({ span: { from, to } }) => from >= 0 && to > from && to <= doc.length)
    .sort((one, other) => one.span.from - other.span.from);
  let end = 0;
  return inOrder.filter(({ span }) => {
    const isApart = span.from >= end;
    if (isApart) end = span.to;
    return isApart;
  });
}

function isInLine(doc: Text, { from, to }: Span): boolean {
  return to <= doc.lineAt(from).to;
}
