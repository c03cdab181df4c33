// Chips wherever the app renders a note: reading view, embeds, previews, callouts, tables.
import type { MarkdownPostProcessor } from 'obsidian';
import { takeAnchors, type Anchor } from './anchors';
import { Chip } from './chip';
import type { ChipActions } from './chip-actions';
import { ChipGroup, type ChipSources } from './chip-group';

export class ReadingView {
  private readonly groups = new Set<ChipGroup>();

  constructor(
    private readonly sources: ChipSources,
    private readonly actions: ChipActions,
  ) {}

  /** Makes a chip of every timestamp in what was rendered. What is a chip already is left alone. */
  readonly process: MarkdownPostProcessor = (el, context) => {
    const anchors = takeAnchors(el);
    if (anchors.length === 0) return;
    const path = context.sourcePath;
    const chips = anchors.map((anchor) => this.chipOf(anchor, path));
    const group = new ChipGroup(el, path, chips, this.sources, () => {
      this.groups.delete(group);
    });
    this.groups.add(group);
    context.addChild(group);
  };

  /** Gives every open note its own rendering back. */
  end(): void {
    for (const group of [...this.groups]) {
      group.restore();
      group.unload();
    }
    this.groups.clear();
  }

  private chipOf({ el, written, namedVideo }: Anchor, path: string): Chip {
    const { notes } = this.sources;
    return new Chip({
      written,
      namedVideo,
      source: el,
      onGesture: (chip, gesture, event) => {
        const video = namedVideo === undefined ? notes.videoOf(path) : notes.namedVideo(namedVideo, path);
        this.actions.perform({ chip, video, path }, gesture, event);
      },
    });
  }
}
