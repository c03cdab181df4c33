// The chips of the note in an editor: made, updated, and ended with the editor.
import { effect } from '@preact/signals-core';
import type { EditorState } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';
import { editorInfoField, type HoverParent, type TFile } from 'obsidian';
import type { Cited, Timestamp } from '../../core/mean/timestamp';
import { Chip } from '../chip';
import type { ChipActions, ChipTarget } from '../chip-actions';
import type { ChipSource } from '../chip-source';
import { NoteChips, type ChipSources } from '../chip-state';
import { sourceInEditor } from './editor-source';
import type { ChipKeeper } from './chip-widget';
import type { Guard } from './guard';

export interface LiveChipsOptions {
  readonly sources: ChipSources;
  readonly actions: ChipActions;
}

/** The file of the editor; undefined if there is none. It may change with any update, when another note opens in the view. */
export function fileOf(state: EditorState): TFile | undefined {
  return state.field(editorInfoField, false)?.file ?? undefined;
}

export class NoteInEditor implements ChipKeeper, HoverParent {
  /** The parent of popovers for an editor without one. */
  hoverPopover: HoverParent['hoverPopover'] = null;
  readonly file: TFile | undefined;
  readonly noteChips: NoteChips;
  /** By the element of each chip on screen, the function that ends its updates. */
  private readonly shown = new Map<HTMLElement, () => void>();
  private readonly elements = new WeakMap<Cited, HTMLElement>();

  constructor(
    private readonly view: EditorView,
    private readonly options: LiveChipsOptions,
    /** Guards everything that the editor calls. */
    private readonly guard: Guard,
  ) {
    const { sources } = options;
    this.file = fileOf(view.state);
    const note = sources.notes.note(this.file?.path ?? '');
    this.noteChips = new NoteChips(note, sources, (cited) => this.placeOf(cited));
  }

  show(cited: Cited): HTMLElement {
    const { guard } = this;
    const chip = guard.run(() => this.shownChip(cited), undefined);
    if (chip !== undefined && !guard.isClosed) return chip.el;
    if (chip !== undefined) this.drop(chip.el);
    // Shown until the next update, which shows no chips.
    return createSpan({ text: cited.written.label });
  }

  drop(el: HTMLElement): void {
    const stop = this.shown.get(el);
    this.shown.delete(el);
    this.guard.run(() => stop?.(), undefined);
  }

  /** Makes a chip; the caller updates it. */
  make(cited: Cited, sourceOf: (chip: Chip) => ChipSource): Chip {
    const { actions } = this.options;
    const target = (of: Chip): Omit<ChipTarget, 'source'> => {
      const { noteChips } = this;
      const from = noteChips.offsetOf(cited);
      return { chip: of, video: noteChips.videoOf(cited), path: noteChips.note.path, from };
    };
    const chip = new Chip(
      cited,
      (of, gesture, event) => {
        actions.perform({ ...target(of), source: sourceOf(of) }, gesture, event);
      },
      (of, event) => {
        actions.hover(target(of), this.view.state.field(editorInfoField, false) ?? this, event);
      },
    );
    this.elements.set(cited, chip.el);
    return chip;
  }

  /** The present offset of a chip; before it is in the document, the offset at which its timestamp was found. */
  private placeOf(cited: Cited & Partial<Timestamp>): number | undefined {
    const el = this.elements.get(cited);
    return el !== undefined && this.view.contentDOM.contains(el) ? this.view.posAtDOM(el) : cited.from;
  }

  private shownChip(cited: Cited): Chip {
    const chip = this.make(cited, ({ el }) => sourceInEditor(this.view, el));
    const stop = effect(() => {
      this.guard.run(() => {
        this.noteChips.renew(chip);
        this.noteChips.subscribe(chip);
      }, undefined);
    });
    this.shown.set(chip.el, () => {
      stop();
      this.noteChips.leave(chip);
    });
    return chip;
  }

  dispose(): void {
    for (const stop of this.shown.values()) stop();
    this.shown.clear();
  }
}
