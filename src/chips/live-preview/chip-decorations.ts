// The decorations of chips, as CodeMirror needs them: not empty, without overlaps, and those over line breaks apart.
import type { EditorState, Range, Text } from '@codemirror/state';
import { Decoration, type DecorationSet, type WidgetType } from '@codemirror/view';
import type { Span } from '../../core/write/rewrite';
import { glueAround } from './glue';

export interface PlacedChip {
  /** The range that the chip replaces. */
  readonly span: Span;
  readonly widget: WidgetType;
}

export interface ChipDecorations {
  readonly inLines: DecorationSet;
  /** Decorations over line breaks, which only a state field may provide. */
  readonly wrapped: DecorationSet;
  /** Decorations that keep punctuation in the line of its chip. */
  readonly glue: DecorationSet;
}

const { none } = Decoration;

export const NO_DECORATIONS: ChipDecorations = { inLines: none, wrapped: none, glue: none };

/** A chip with its decorations, by the name of their set. */
export interface DecoratedChip extends Partial<Record<keyof ChipDecorations, Range<Decoration>>> {
  readonly widget: WidgetType;
}

/**
 * Builds the decorations for chips in order; undefined stands for one that is not shown. Of two that overlap, the first is shown.
 */
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

/** The decorations that are still within one line after an edit. */
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
