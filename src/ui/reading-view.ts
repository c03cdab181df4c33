// Chips wherever the app renders a note: reading view, embeds, previews, callouts, tables.
import type { MarkdownPostProcessor } from 'obsidian';
import type { Cited } from '../core/timestamp';
import type { NoteRef } from '../playback/ports';
import { Chip } from './chip';
import type { ChipActions } from './chip-actions';
import { ChipGroup, type ChipSources } from './chip-group';
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
    const note = this.sources.notes.note(context.sourcePath);
    const makeChip = (cited: Cited): Chip => this.chipOf(cited, note);
    context.addChild(new ChipGroup(el, { note, places, makeChip }, this.sources, this.groups));
  };

  /** Gives every open note its own rendering back. */
  end(): void {
    for (const group of [...this.groups]) {
      group.restore();
      group.unload();
    }
  }

  private chipOf(cited: Cited, note: NoteRef): Chip {
    const { notes } = this.sources;
    return new Chip(cited, (chip, gesture, event) => {
      const { path } = note;
      const video = cited.named === undefined ? notes.videoOf(path) : notes.namedVideo(cited.named, path);
      this.actions.perform({ chip, video, path }, gesture, event);
    });
  }
}
