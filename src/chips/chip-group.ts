// The chips of one rendered piece of a note: they are updated when their videos or the settings change.
import { computed, effect, untracked, type ReadonlySignal } from '@preact/signals-core';
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
  /** For each replaceable element and each of its timestamps; undefined if that was never a chip. */
  private readonly chips: readonly (Chip | undefined)[][];
  /** The chips that are shown: a new list whenever they change, computed on demand, so that a new piece is not computed twice. */
  private readonly shown: ReadonlySignal<readonly Chip[]>;

  constructor(
    containerEl: HTMLElement,
    private readonly options: ChipGroupOptions,
    private readonly groups: Set<ChipGroup>,
  ) {
    super(containerEl);
    this.chips = options.replaceables.map(() => []);
    // Computed at once, outside the document: the renderer may load the component late, or never.
    this.shown = computed(() => this.update());
    untracked(() => this.shown.value);
  }

  override onload(): void {
    this.groups.add(this);
    const { noteChips } = this.options;
    this.register(
      effect(() => {
        for (const chip of this.shown.value) noteChips.subscribe(chip);
      }),
    );
  }

  override onunload(): void {
    this.groups.delete(this);
    for (const chip of this.chips.flat()) {
      if (chip !== undefined) this.options.noteChips.leave(chip);
    }
  }

  /** Restores the original elements. */
  restore(): void {
    for (const replaceable of this.options.replaceables) replaceable.show([]);
  }

  private update(): readonly Chip[] {
    const all: Chip[] = [];
    const { replaceables, noteChips, makeChip } = this.options;
    const common = noteChips.common();
    for (const [index, replaceable] of replaceables.entries()) {
      const made = this.chips[index] ?? [];
      const shown = replaceable.cited.map((cited, nth) => {
        if (!noteChips.isChip(cited)) return undefined;
        const chip = (made[nth] ??= makeChip(cited));
        noteChips.renew(chip, common);
        all.push(chip);
        return chip.el;
      });
      replaceable.show(shown);
    }
    return all;
  }
}
