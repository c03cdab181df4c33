// Chips in rendered notes: reading view, embeds, previews, callouts, tables.
import { EditorView } from '@codemirror/view';
import type { HoverParent, MarkdownPostProcessor } from 'obsidian';
import type { Cited } from '../../core/mean/timestamp';
import type { CellPosition } from '../../core/read/table-cell';
import { Chip } from '../chip';
import type { ChipActions } from '../chip-actions';
import { ChipGroup } from '../chip-group';
import { NoteChips, type ChipSources } from '../chip-state';
import { fileOf } from '../live-preview/note-in-editor';
import {
  placeInNote,
  sourceInNote,
  timestampInNote,
  type RenderedNotes,
  type RenderedPiece,
} from './rendered-source';
import { replaceablesIn } from './rendered-timestamps';

const CHIP = '.playhead-chip';

export class ReadingView implements HoverParent {
  /** The popover of the chip under the pointer. */
  hoverPopover: HoverParent['hoverPopover'] = null;

  /** The groups on screen. If the component of a group is never loaded, the group is not added. */
  private readonly groups = new Set<ChipGroup>();

  constructor(
    private readonly sources: ChipSources,
    private readonly actions: ChipActions,
    private readonly renderedNotes: RenderedNotes,
  ) {}

  /** Makes a chip of every timestamp in a rendered piece. Existing chips are left alone. */
  readonly process: MarkdownPostProcessor = (el, context) => {
    const replaceables = replaceablesIn(el);
    if (replaceables.length === 0) return;
    const all = replaceables.flatMap(({ cited }) => cited);
    const note = this.sources.notes.note(context.sourcePath);
    const pieceNow = (inEditor?: RenderedPiece['lines']): RenderedPiece | undefined => {
      const lines = context.getSectionInfo(el) ?? inEditor;
      return lines === undefined ? undefined : { path: note.path, lines, cell: cellOf(el), all };
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
          const piece = pieceNow(linesOfWidget(el, path));
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

  /** Restores the original rendering of every open note. */
  readonly dispose = (): void => {
    for (const group of [...this.groups]) {
      group.restore();
      group.unload();
    }
  };
}

/**
 * The cell of a table in Live Preview that an element is. Post-processors get each cell alone, with the lines of the whole table.
 */
function cellOf(el: HTMLElement): CellPosition | undefined {
  const cell = el.closest('.cm-table-widget') === null ? null : el.closest<HTMLTableCellElement>('td, th');
  const row = cell?.closest('tr');
  return cell === null || row == null ? undefined : { row: row.rowIndex, column: cell.cellIndex };
}

/** The lines of the note that a Live Preview widget shows; for a callout the app does not give them. Undefined if `el` is only a part of the widget. */
function linesOfWidget(el: HTMLElement, path: string): RenderedPiece['lines'] | undefined {
  const widget = el.closest<HTMLElement>('.cm-embed-block');
  const dom = widget?.closest<HTMLElement>('.cm-editor');
  const isPart = widget?.findAll(CHIP).length !== el.findAll(CHIP).length;
  if (widget == null || dom == null || isPart || el.closest('.internal-embed') !== null) return undefined;
  const view = EditorView.findFromDOM(dom);
  if (view === null || fileOf(view.state)?.path !== path) return undefined;
  const { doc } = view.state;
  const { from, to } = view.lineBlockAt(view.posAtDOM(widget));
  return { lineStart: doc.lineAt(from).number - 1, lineEnd: doc.lineAt(to).number - 1 };
}
