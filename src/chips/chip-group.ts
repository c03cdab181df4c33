// The chips of one rendered piece of a note: they follow what becomes known of their videos, and the settings.
import { effect, untracked } from '@preact/signals-core';
import { MarkdownRenderChild } from 'obsidian';
import type { Cited } from '../core/mean/timestamp';
import type { Chip } from './chip';
import type { Replaceable } from './replaceable';
import type { NoteChips } from './chip-state';

export interface ChipGroupOptions {
  readonly replaceables: readonly Replaceable[];
  readonly noteChips: NoteChips;
  readonly makeChip: (cited: Cited) => Chip;
}

export class ChipGroup extends MarkdownRenderChild {
  /** For each replaceable and each of its timestamps, as far as one was shown. */
  private readonly chips: readonly (Chip | undefined)[][];

  constructor(
    containerEl: HTMLElement,
    private readonly options: ChipGroupOptions,
    private readonly groups: Set<ChipGroup>,
  ) {
    super(containerEl);
    this.chips = options.replaceables.map(() => []);
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
    for (const replaceable of this.options.replaceables) replaceable.show([]);
  }

  private update(): void {
    const { replaceables, noteChips, makeChip } = this.options;
    const common = noteChips.common();
    for (const [index, replaceable] of replaceables.entries()) {
      const made = this.chips[index] ?? [];
      const shown = replaceable.cited.map((cited, nth) => {
        if (!noteChips.isChip(cited)) return undefined;
        const chip = (made[nth] ??= makeChip(cited));
        noteChips.renew(chip, common);
        if (this.groups.has(this)) noteChips.subscribe(chip);
        return chip.el;
      });
      replaceable.show(shown);
    }
  }
}
