// Chips wherever the app renders a note: reading view, embeds, previews, callouts, tables.
import type { MarkdownPostProcessor } from 'obsidian';
import type { NoteRef } from '../playback/ports';
import { takeAnchors, type Anchor } from './anchors';
import { Chip } from './chip';
import type { ChipActions } from './chip-actions';
import { ChipGroup, type ChipSources } from './chip-group';

export class ReadingView {
  /** What is on screen; a component that never loads its children is not followed, nor kept. */
  private readonly groups = new Set<ChipGroup>();

  constructor(
    private readonly sources: ChipSources,
    private readonly actions: ChipActions,
  ) {}

  /** Makes a chip of every timestamp in what was rendered. What is a chip already is left alone. */
  readonly process: MarkdownPostProcessor = (el, context) => {
    const anchors = takeAnchors(el);
    if (anchors.length === 0) return;
    const note = this.sources.notes.note(context.sourcePath);
    const chips = anchors.map((anchor) => this.chipOf(anchor, note));
    context.addChild(new ChipGroup(el, note, chips, this.sources, this.groups));
  };

  /** Gives every open note its own rendering back. */
  end(): void {
    for (const group of [...this.groups]) {
      group.restore();
      group.unload();
    }
  }

  private chipOf({ el, written, namedVideo }: Anchor, note: NoteRef): Chip {
    const { notes } = this.sources;
    return new Chip({
      written,
      namedVideo,
      source: el,
      onGesture: (chip, gesture, event) => {
        const { path } = note;
        const video = namedVideo === undefined ? notes.videoOf(path) : notes.namedVideo(namedVideo, path);
        this.actions.perform({ chip, video, path }, gesture, event);
      },
    });
  }
}
