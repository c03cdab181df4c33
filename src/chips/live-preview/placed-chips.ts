// The chips of an editor at their places. An edit places only the chips anew that it may have changed; the others move with the
// text.
import type { EditorState } from '@codemirror/state';
import type { Decoration, DecorationSet, ViewUpdate, WidgetType } from '@codemirror/view';
import { firstIndex } from '../../core/mean/ascending';
import { isListed, spanWithMarks } from '../../core/mean/bare-times';
import { saysTheSame, type Timestamp } from '../../core/mean/timestamp';
import type { Span } from '../../core/write/rewrite';
import {
  decorated,
  NO_DECORATIONS,
  withinLines,
  type ChipDecorations,
  type DecoratedChip,
} from './chip-decorations';
import { EMPHASIS_REACH, emphasisAround, hasMarksNear } from './emphasis';
import { replacedSpan, revealing } from './reveal';

/** The facts besides the text that decide where chips are. */
export interface ShownChips {
  /** The visible ones. */
  readonly timestamps: readonly Timestamp[];
  /** The selection while the editor has the focus; empty otherwise. */
  readonly selected: readonly Span[];
  /** The matches of a search within a range. */
  readonly matchesIn: (span: Span) => readonly Span[];
}

export type MakeWidget = (timestamp: Timestamp) => WidgetType;

/** Characters around a timestamp that decide about its chip, apart from emphasis. */
const NEAR = 32;

/** The number of timestamps at the beginning and at the end that have not changed. */
interface Kept {
  readonly before: number;
  readonly behind: number;
}

export class PlacedChips {
  /** The number of chips that were placed; tests count it. */
  placed = 0;
  decorations = NO_DECORATIONS;
  private timestamps: readonly Timestamp[] = [];
  /** For each timestamp; undefined while its source is shown. */
  private chips: readonly (DecoratedChip | undefined)[] = [];
  /** The length of the document with these `timestamps`. */
  private length = 0;
  /** The range around all edits and selections since then. */
  private touched: Span | undefined;
  private isAllToPlace = true;

  constructor(private readonly makeWidget: MakeWidget) {}

  /** Makes the next update place all chips again. */
  invalidate(): void {
    this.isAllToPlace = true;
  }

  /** Takes a change of the text or the selection. */
  move({ changes, startState, state }: Pick<ViewUpdate, 'changes' | 'startState' | 'state'>): void {
    if (!changes.empty) this.each((set) => set.map(changes));
    const moved = ({ from, to }: Span): Span => ({
      from: changes.mapPos(from, -1),
      to: changes.mapPos(to, 1),
    });
    const spans = [...startState.selection.ranges.map(moved), ...state.selection.ranges];
    if (this.touched !== undefined) spans.push(moved(this.touched));
    changes.iterChangedRanges((fromBefore, toBefore, from, to) => {
      const isNearMarks =
        hasMarksNear(startState.doc, { from: fromBefore, to: toBefore }) ||
        hasMarksNear(state.doc, { from, to });
      const reach = isNearMarks ? EMPHASIS_REACH : 0;
      spans.push({ from: Math.max(0, from - reach), to: Math.min(state.doc.length, to + reach) });
    });
    this.touched = around(spans);
  }

  /** Drops chips whose line was broken, without placing others. */
  keepInLines(state: EditorState): void {
    const { decorations } = this;
    this.decorations = { ...decorations, inLines: withinLines(state, decorations.inLines) };
  }

  clear(): void {
    this.decorations = NO_DECORATIONS;
    this.timestamps = [];
    this.chips = [];
    this.isAllToPlace = true;
  }

  /** Places the chips that may have changed. */
  renew(state: EditorState, shown: ShownChips): void {
    const { timestamps } = shown;
    const kept = this.isAllToPlace ? { before: 0, behind: 0 } : this.keptOf(state, timestamps);
    const changed = timestamps.slice(kept.before, timestamps.length - kept.behind);
    const spans = [this.touched, changed[0], changed.at(-1)].filter((span) => span !== undefined);
    const matches = spans.length === 0 ? [] : shown.matchesIn(around(spans));
    this.replace(state, kept, this.place(state, changed, { ...shown, matches }), timestamps);
    this.timestamps = timestamps;
    this.length = state.doc.length;
    this.touched = undefined;
    // Changes of search matches are not reported: while there are any, all places are searched.
    this.isAllToPlace = matches.length > 0;
  }

  /** The present place of the timestamp of a widget that was at `before`; undefined if it has no chip any more. */
  readonly placeOf = (widget: WidgetType, before: Span): Span | undefined => {
    const { timestamps, chips } = this;
    const near = firstIndex(timestamps, ({ from }) => from >= before.from);
    for (let away = 0; away <= Math.max(near, timestamps.length - near); away++) {
      const index = [near + away, near - away].find((one) => chips[one]?.widget === widget);
      const timestamp = index === undefined ? undefined : timestamps[index];
      if (timestamp !== undefined) return { from: timestamp.from, to: timestamp.to };
    }
    return undefined;
  };

  private keptOf({ doc }: EditorState, now: readonly Timestamp[]): Kept {
    const last = this.timestamps;
    const most = Math.min(last.length, now.length);
    const { from = Infinity, to = -Infinity } = this.touched ?? {};
    const shift = doc.length - this.length;
    const isBefore = (index: number): boolean => {
      const [one, other] = [last[index], now[index]];
      return other !== undefined && other.to + NEAR < from && isSame(one, other, 0);
    };
    const isBehind = (index: number): boolean => {
      const [one, other] = [last[last.length - index], now[now.length - index]];
      return other !== undefined && other.from - NEAR > to && isSame(one, other, shift);
    };
    let [before, behind] = [0, 0];
    while (before < most && isBefore(before)) before++;
    while (behind < most - before && isBehind(behind + 1)) behind++;
    return { before, behind };
  }

  private place(
    state: EditorState,
    timestamps: readonly Timestamp[],
    { selected, matches }: { readonly selected: readonly Span[]; readonly matches: readonly Span[] },
  ): readonly (DecoratedChip | undefined)[] {
    const isRevealed = revealing(state, selected, matches);
    const slice = (from: number, to: number): string => state.sliceDoc(from, to);
    this.placed += timestamps.length;
    return decorated(
      state,
      timestamps.map((timestamp) => {
        if (isRevealed(timestamp)) return undefined;
        const span = isListed(timestamp)
          ? spanWithMarks(slice, timestamp)
          : replacedSpan(state, selected, timestamp);
        return { span, widget: this.makeWidget(withEmphasis(state, timestamp)) };
      }),
    );
  }

  /** Replaces all chips that are not kept by `placed`. */
  private replace(
    { doc }: EditorState,
    { before, behind }: Kept,
    placed: readonly (DecoratedChip | undefined)[],
    timestamps: readonly Timestamp[],
  ): void {
    const { chips } = this;
    const end = chips.length - behind;
    const gone = new Set(chips.slice(before, end).flatMap(valuesOf));
    this.chips = [...chips.slice(0, before), ...placed, ...chips.slice(end)];
    this.each((set, name) =>
      set.update({
        add: placed.flatMap((chip) => chip?.[name] ?? []),
        sort: true,
        filter: (_from, _to, value) => !gone.has(value),
        filterFrom: timestamps[before - 1]?.from ?? 0,
        filterTo: timestamps[timestamps.length - behind]?.to ?? doc.length,
      }),
    );
  }

  private each(change: (set: DecorationSet, name: keyof ChipDecorations) => DecorationSet): void {
    const { inLines, wrapped, glue } = this.decorations;
    this.decorations = {
      inLines: change(inLines, 'inLines'),
      wrapped: change(wrapped, 'wrapped'),
      glue: change(glue, 'glue'),
    };
  }
}

function withEmphasis(state: EditorState, timestamp: Timestamp): Timestamp {
  const { isBold, isItalic } = emphasisAround(state, timestamp);
  return isBold === true || isItalic === true
    ? { ...timestamp, isBold: isBold === true || timestamp.isBold === true, isItalic }
    : timestamp;
}

function valuesOf(chip: DecoratedChip | undefined): readonly Decoration[] {
  return [chip?.inLines, chip?.wrapped, chip?.glue].flatMap((range) => range?.value ?? []);
}

function around(spans: readonly Span[]): Span {
  return {
    from: Math.min(...spans.map(({ from }) => from)),
    to: Math.max(...spans.map(({ to }) => to)),
  };
}

/** `shift` is the distance by which the second one has moved. */
function isSame(one: Timestamp | undefined, other: Timestamp, shift: number): boolean {
  if (one === other) return shift === 0;
  return (
    one !== undefined &&
    one.from + shift === other.from &&
    one.to + shift === other.to &&
    one.isBold === other.isBold &&
    saysTheSame(one, other)
  );
}
