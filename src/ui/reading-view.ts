// Chips wherever the app renders a note: reading view, embeds, previews, callouts, tables.
import type { MarkdownPostProcessor } from 'obsidian';
import type { Cited } from '../core/timestamp';
import { Chip } from './chip';
import type { ChipActions } from './chip-actions';
import { ChipGroup } from './chip-group';
import { NoteChips, type ChipSources } from './chip-state';
import { timestampPlaces } from './rendered-timestamps';

export class ReadingView {
  /** What is on screen; a component that never loads its children is not followed, nor kept. */
  private readonly groups = new Set<ChipGroup>();

  constructor(
    private readonly sources: ChipSources,
    private readonly actions: ChipActions,
  ) {}

  /** Makes a chip of every timestamp in what was rendered. What is a chip already is left alone. */
  readonly process: MarkdownPostProcessor = (el, context) => {
    const places = timestampPlaces(el);
    if (places.length === 0) return;
    const noteChips = new NoteChips(this.sources.notes.note(context.sourcePath), this.sources);
    const makeChip = (cited: Cited): Chip => this.chipOf(cited, noteChips);
    context.addChild(new ChipGroup(el, { places, noteChips, makeChip }, this.groups));
  };

  /** Gives every open note its own rendering back. */
  end(): void {
    for (const group of [...this.groups]) {
      group.restore();
      group.unload();
    }
  }

  private chipOf(cited: Cited, noteChips: NoteChips): Chip {
    return new Chip(cited, (chip, gesture, event) => {
      const target = { chip, video: noteChips.videoOf(cited), path: noteChips.note.path };
      this.actions.perform(target, gesture, event);
    });
  }
}
