// The chips of one rendered piece of a note: they follow what becomes known of their videos, and the settings.
import { effect, untracked } from '@preact/signals-core';
import { MarkdownRenderChild } from 'obsidian';
import type { Cited } from '../core/mean/timestamp';
import type { Chip } from './chip';
import type { ChipPlace } from './chip-places';
import type { NoteChips } from './chip-state';

export interface ChipGroupOptions {
  readonly places: readonly ChipPlace[];
  readonly noteChips: NoteChips;
  readonly makeChip: (cited: Cited) => Chip;
}

export class ChipGroup extends MarkdownRenderChild {
  /** By place, for each of its timestamps, as far as one was shown. */
  private readonly chips: readonly (Chip | undefined)[][];

  constructor(
    containerEl: HTMLElement,
    private readonly options: ChipGroupOptions,
    private readonly groups: Set<ChipGroup>,
  ) {
    super(containerEl);
    this.chips = options.places.map(() => []);
    // At once, while the piece is still outside the document; whoever renders it may load its children late or never.
    untracked(() => this.update());
  }

  override onload(): void {
    this.groups.add(this);
    this.register(effect(() => this.update()));
  }

  override onunload(): void {
    this.groups.delete(this);
    for (const chip of this.chips.flat()) {
      if (chip !== undefined) this.options.noteChips.leave(chip);
    }
  }

  /** Gives the note its own rendering back. */
  restore(): void {
    for (const place of this.options.places) place.show([]);
  }

  private update(): void {
    const { places, noteChips, makeChip } = this.options;
    const common = noteChips.common();
    for (const [index, place] of places.entries()) {
      const made = this.chips[index] ?? [];
      const shown = place.cited.map((cited, nth) => {
        if (!noteChips.isChip(cited)) return undefined;
        const chip = (made[nth] ??= makeChip(cited));
        noteChips.renew(chip, common);
        if (this.groups.has(this)) noteChips.follow(chip);
        return chip.el;
      });
      place.show(shown);
    }
  }
}
