// The decorations of chips as an editor takes them: apart, none empty, and those over line breaks by themselves.
import type { EditorState, Range, Text } from '@codemirror/state';
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

/** A chip with its decorations, each for the set of this name; all are of this chip only. */
export interface DecoratedChip extends Partial<Record<keyof ChipDecorations, Range<Decoration>>> {
  readonly widget: WidgetType;
}

/** Whatever chips are given, in their order: undefined in the place of one that is not shown. Of two that overlap, the one that begins first is. */
export function decorated(
  state: EditorState,
  chips: readonly (PlacedChip | undefined)[],
): readonly (DecoratedChip | undefined)[] {
  const { doc } = state;
  const apart = new Set(chipsApart(doc, chips));
  return chips.map((chip) => {
    if (chip === undefined || !apart.has(chip)) return undefined;
    const { span, widget } = chip;
    const replacing = Decoration.replace({ widget }).range(span.from, span.to);
    const glue = glueAround(state, span);
    return {
      widget,
      ...(isInLine(doc, span) ? { inLines: replacing } : { wrapped: replacing }),
      ...(glue === undefined ? {} : { glue }),
    };
  });
}

/** Those of a set that still stand in one line, after the document has changed under them. */
export function withinLines({ doc }: EditorState, chips: DecorationSet): DecorationSet {
  return chips.update({ filter: (from, to) => isInLine(doc, { from, to }) });
}

function chipsApart(doc: Text, chips: readonly (PlacedChip | undefined)[]): readonly PlacedChip[] {
  const inOrder = chips
    .filter((chip) => chip !== undefined)
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
