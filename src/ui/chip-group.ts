// The chips of one rendered piece of a note: they follow what becomes known of their videos, and the settings.
import { computed, effect, signal, untracked, type ReadonlySignal } from '@preact/signals-core';
import { MarkdownRenderChild } from 'obsidian';
import { writtenEnd } from '../core/clips';
import { interpret, limitOf } from '../core/interpretation';
import type { Cited } from '../core/timestamp';
import { sameVideo, type Video } from '../core/video';
import type { NoteRef, Notes } from '../playback/ports';
import type { VideoMemory } from '../playback/video-memory';
import type { Chip, ChipState } from './chip';
import type { ChipPlace } from './chip-places';
import { chipText, type ChipLabel, type ChipVideo } from './chip-text';

export interface ChipSettings {
  /** Whether times that stand bare in brackets are chips, in notes that have a video. */
  readonly bareTimes: boolean;
  /** Whether links to a time of a YouTube video, whose text is a time, are chips. */
  readonly links: boolean;
  readonly label: ChipLabel;
}

export const FIRST_SETTINGS: ReadonlySignal<ChipSettings> = signal({
  bareTimes: true,
  links: true,
  label: 'compact',
});

export interface ChipSources {
  readonly notes: Notes;
  readonly memory: VideoMemory;
  readonly settings: ReadonlySignal<ChipSettings>;
}

export interface ChipGroupOptions {
  /** The note that the chips belong to. */
  readonly note: NoteRef;
  readonly places: readonly ChipPlace[];
  readonly makeChip: (cited: Cited) => Chip;
}

export class ChipGroup extends MarkdownRenderChild {
  /** By place, for each of its timestamps, as far as one was shown. */
  private readonly chips: readonly (Chip | undefined)[][];

  constructor(
    containerEl: HTMLElement,
    private readonly options: ChipGroupOptions,
    private readonly sources: ChipSources,
    private readonly groups: Set<ChipGroup>,
  ) {
    super(containerEl);
    this.chips = options.places.map(() => []);
    // At once, while the piece is still outside the document; whoever renders it may load its children late or never.
    untracked(() => {
      this.update(sources.notes.videoOf(options.note.path));
    });
  }

  override onload(): void {
    this.groups.add(this);
    const noteVideo = computedVideo(() => this.sources.notes.videoOf(this.options.note.path));
    this.register(
      effect(() => {
        this.update(noteVideo.value);
      }),
    );
  }

  override onunload(): void {
    this.groups.delete(this);
  }

  /** Gives the note its own rendering back. */
  restore(): void {
    for (const place of this.options.places) place.show([]);
  }

  private update(noteVideo: Video | undefined): void {
    const settings = this.sources.settings.value;
    const noteLength = this.lengthOf(noteVideo);
    for (const [index, place] of this.options.places.entries()) {
      const made = this.chips[index] ?? [];
      const shown = place.cited.map((cited, nth) => {
        if (!isChip(cited, noteVideo, settings)) return undefined;
        const chip = (made[nth] ??= this.options.makeChip(cited));
        this.renew(chip, { noteVideo, noteLength });
        return chip.el;
      });
      place.show(shown);
    }
  }

  /** Shows what is known of the chip's video now, where that is not what it shows already. */
  private renew(chip: Chip, note: { noteVideo: Video | undefined; noteLength: number | undefined }): void {
    const { cited, state } = chip;
    const { named } = cited;
    const { label } = this.sources.settings.value;
    const video =
      named === undefined ? note.noteVideo : this.sources.notes.namedVideo(named, this.options.note.path);
    const length = named === undefined ? note.noteLength : this.lengthOf(video);
    const isSame = state !== undefined && sameVideo(state.video, video) && state.length === length;
    if (isSame && state.label === label) return;
    chip.show(stateOf(cited, { video, length, label }));
  }

  private lengthOf(video: Video | undefined): number | undefined {
    return video === undefined ? undefined : this.sources.memory.length(video).value;
  }
}

function stateOf(cited: Cited, known: Pick<ChipState, 'video' | 'length' | 'label'>): ChipState {
  const limit = limitOf(known.video, known.length);
  const interpretation = interpret(cited.written, limit);
  const end = 'seconds' in interpretation ? writtenEnd(cited, interpretation.seconds, limit) : undefined;
  const facts = {
    cited,
    interpretation,
    end,
    limit,
    video: statusOf(cited, known.video),
    label: known.label,
  };
  return { ...known, interpretation, end, text: chipText(facts) };
}

/** Anchors always are; what a note may also hold for other reasons is one where there is something to play. */
function isChip({ kind }: Cited, noteVideo: Video | undefined, settings: ChipSettings): boolean {
  switch (kind) {
    case 'anchor':
      return true;
    case 'link':
      return settings.links;
    case 'bare':
      return settings.bareTimes && noteVideo !== undefined;
  }
}

function statusOf({ named }: Cited, video: Video | undefined): ChipVideo {
  if (video !== undefined) return 'set';
  return named === undefined ? 'unset' : 'unreadable';
}

/** Notes change with every pause in typing; their video seldom does, and only then is there anything to do. */
function computedVideo(read: () => Video | undefined): ReadonlySignal<Video | undefined> {
  let last: Video | undefined;
  return computed(() => {
    const video = read();
    if (!sameVideo(video, last)) last = video;
    return last;
  });
}
