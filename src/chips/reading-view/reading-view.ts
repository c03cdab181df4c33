// Chips wherever the app renders a note: reading view, embeds, previews, callouts, tables.
import type { HoverParent, MarkdownPostProcessor } from 'obsidian';
import type { Cited } from '../../core/mean/timestamp';
import type { CellPosition } from '../../core/read/table-cell';
import { Chip } from '../chip';
import type { ChipActions } from '../chip-actions';
import { ChipGroup } from '../chip-group';
import { NoteChips, type ChipSources } from '../chip-state';
import {
  placeInNote,
  sourceInNote,
  timestampInNote,
  type RenderedNotes,
  type RenderedPiece,
} from './rendered-source';
import { replaceablesIn } from './rendered-timestamps';

export class ReadingView implements HoverParent {
  /** Of the chip that the pointer rests on. */
  hoverPopover: HoverParent['hoverPopover'] = null;

  /** The groups on screen; a component that never loads its children is not kept. */
  private readonly groups = new Set<ChipGroup>();

  constructor(
    private readonly sources: ChipSources,
    private readonly actions: ChipActions,
    private readonly renderedNotes: RenderedNotes,
  ) {}

  /** Makes a chip of every timestamp in what was rendered. A timestamp that is a chip already is left alone. */
  readonly process: MarkdownPostProcessor = (el, context) => {
    const replaceables = replaceablesIn(el);
    if (replaceables.length === 0) return;
    const all = replaceables.flatMap(({ cited }) => cited);
    const note = this.sources.notes.note(context.sourcePath);
    const pieceNow = (): RenderedPiece | undefined => {
      const lines = context.getSectionInfo(el);
      return lines === null ? undefined : { path: note.path, lines, cell: cellOf(el), all };
    };
    const noteChips = new NoteChips(
      note,
      this.sources,
      (cited, shown) => (shown === undefined ? undefined : placeInNote(cited, shown, all, pieceNow())),
      (cited, shown) => timestampInNote(cited, shown, pieceNow()),
    );
    const makeChip = (cited: Cited): Chip =>
      new Chip(
        cited,
        (chip, gesture, event) => {
          const { path } = noteChips.note;
          const piece = pieceNow();
          const source = piece === undefined ? undefined : sourceInNote(cited, piece, this.renderedNotes);
          const video = noteChips.videoOf(cited);
          const from = noteChips.offsetOf(cited);
          this.actions.perform({ chip, video, path, from, source }, gesture, event);
        },
        (chip, event) => {
          const { path } = noteChips.note;
          this.actions.hover({ chip, video: noteChips.videoOf(cited), path }, this, event);
        },
      );
    context.addChild(new ChipGroup(el, { replaceables, noteChips, makeChip }, this.groups));
  };

  /** Gives every open note its own rendering back. */
  readonly dispose = (): void => {
    for (const group of [...this.groups]) {
      group.restore();
      group.unload();
    }
  };
}

/** Which cell of a table in Live Preview an element is: post-processors are given each by itself, with the lines of them all. */
function cellOf(el: HTMLElement): CellPosition | undefined {
  const cell = el.closest('.cm-table-widget') === null ? null : el.closest<HTMLTableCellElement>('td, th');
  const row = cell?.closest('tr');
  return cell === null || row == null ? undefined : { row: row.rowIndex, column: cell.cellIndex };
}
