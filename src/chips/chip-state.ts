// What is known of the chips of a note: which timestamps are chips at all, and what each shows.
import { computed, untracked, type ReadonlySignal } from '@preact/signals-core';
import { writtenEnd } from '../core/mean/clips';
import { interpret, limitOf } from '../core/mean/interpretation';
import type { Cited } from '../core/mean/timestamp';
import { sameVideo, type Video } from '../core/mean/video';
import type { NowPlaying } from '../playback/now-playing';
import type { NoteRef, Notes } from '../playback/ports';
import type { VideoMemory } from '../playback/video-memory';
import type { Chip, ChipState } from './chip';
import { chipText, type ChipLabel, type ChipVideo } from '../app/chip-text';

export interface ChipSettings {
  /** Whether times that stand bare in brackets are chips, in notes that have a video. */
  readonly bareTimes: boolean;
  /** Whether links to a time of a YouTube video, whose text is a time, are chips. */
  readonly links: boolean;
  readonly label: ChipLabel;
}

export interface ChipSources {
  readonly notes: Notes;
  readonly memory: VideoMemory;
  readonly settings: ReadonlySignal<ChipSettings>;
  /** Marks the chips of what plays; without it none are. */
  readonly nowPlaying?: Pick<NowPlaying<Chip>, 'place' | 'drop'> | undefined;
}

/** Reads what chips of one note show. What an effect reads here runs it again when that changes. */
export class NoteChips {
  private readonly video: ReadonlySignal<Video | undefined>;

  constructor(
    readonly note: NoteRef,
    private readonly sources: ChipSources,
  ) {
    this.video = computedVideo(() => sources.notes.videoOf(note.path));
  }

  /** Anchors always are chips; what a note may also hold for other reasons is one where there is something to play. */
  isChip({ kind }: Pick<Cited, 'kind'>): boolean {
    const { bareTimes, links } = this.sources.settings.value;
    switch (kind) {
      case 'anchor':
        return true;
      case 'link':
        return links;
      case 'bare':
        return bareTimes && this.video.value !== undefined;
    }
  }

  /** The video that a timestamp is about, as the note names it now. */
  videoOf({ named }: Cited): Video | undefined {
    return named === undefined ? this.video.value : this.sources.notes.namedVideo(named, this.note.path);
  }

  /** Shows what is known now, where that is not what the chip shows already. */
  renew(chip: Chip): void {
    const { cited, state } = chip;
    const { notes, settings } = this.sources;
    const { label } = settings.value;
    const property = notes.videoProperty;
    const video = this.videoOf(cited);
    const length = video === undefined ? undefined : this.sources.memory.length(video).value;
    const sureLength = video === undefined ? undefined : this.sources.memory.sureLength(video).value;
    const unusable =
      video === undefined && cited.named === undefined ? notes.unusableProperty(this.note.path) : undefined;
    const known = { video, length, sureLength, label, property, unusable };
    if (state === undefined || !isKnownAs(state, known)) chip.show(stateOf(cited, known));
  }

  /** The chip is on screen, as it was renewed last: it is marked while it is what plays, until it is left. */
  follow(chip: Chip): void {
    const { video, interpretation } = chip.state ?? {};
    if (video === undefined || interpretation === undefined || !('seconds' in interpretation)) {
      this.leave(chip);
      return;
    }
    const { seconds } = interpretation;
    // What is being renewed does not depend on what plays.
    untracked(() => this.sources.nowPlaying?.place(chip, { note: this.note, video, seconds }));
  }

  leave(chip: Chip): void {
    this.sources.nowPlaying?.drop(chip);
  }
}

type Known = Pick<ChipState, 'video' | 'length' | 'sureLength' | 'label' | 'unusable'> & {
  readonly property: string;
};

/** Whether a chip shows all of this already. */
function isKnownAs(state: ChipState, known: Known): boolean {
  return (
    sameVideo(state.video, known.video) &&
    state.length === known.length &&
    state.sureLength === known.sureLength &&
    state.label === known.label &&
    state.property === known.property &&
    state.unusable?.name === known.unusable?.name &&
    state.unusable?.value === known.unusable?.value
  );
}

function stateOf(cited: Cited, known: Known): ChipState {
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
    property: known.property,
    unusable: known.unusable,
  };
  return { ...known, interpretation, end, text: chipText(facts) };
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
