// The state of a note's chips: which timestamps are chips, and what each one shows.
import { computed, untracked, type ReadonlySignal } from '@preact/signals-core';
import { mainVideo, videoAt, type NoteVideos } from '../core/mean/attribution';
import { writtenEnd } from '../core/mean/clips';
import { interpret, limitOf } from '../core/mean/interpretation';
import { mayBeginParagraph } from '../core/read/outline';
import { isSyntaxOn, SYNTAXES, type SyntaxSettings } from '../core/mean/syntax';
import type { Cited, Timestamp } from '../core/mean/timestamp';
import { sameVideo, type Video } from '../core/mean/video';
import type { NowPlaying } from '../playback/now-playing';
import type { NoteRef, Notes, ShownNote, ShownNotes } from '../playback/ports';
import type { VideoMemory } from '../playback/video-memory';
import type { Chip, ChipState } from './chip';
import { NoteIndex } from './note-index';
import { chipText, type ChipLabel, type ChipVideo } from '../app/chip-text';

export interface ChipSettings extends SyntaxSettings {
  readonly label: ChipLabel;
}

export interface ChipSources {
  readonly notes: Notes;
  readonly memory: VideoMemory;
  readonly settings: ReadonlySignal<ChipSettings>;
  readonly shownNotes: ShownNotes;
  /** Marks the chips of the current moment. */
  readonly nowPlaying: Pick<NowPlaying<Chip>, 'register' | 'drop'>;
}

/** The offset of a timestamp in the text of its note; undefined if it is not known. */
export type FindOffset = (cited: Cited, shown: ShownNote | undefined) => number | undefined;

/** The timestamp of the note that a rendered one is; undefined if that is not clear. */
export type TimestampOf = (cited: Cited, shown: ShownNote) => Timestamp | undefined;

/** Facts that the chips of a note share. */
export interface CommonFacts {
  readonly label: ChipLabel;
  readonly property: string;
  /** By video. */
  readonly byVideo: Map<Video, Known>;
}

/** Provides the state for the chips of a note. An effect that reads it runs again when that changes. */
export class NoteChips {
  private readonly videos: ReadonlySignal<NoteVideos>;
  private readonly holdsTranscript: ReadonlySignal<boolean>;

  /** `findOffset` finds a timestamp in the text of the note; undefined until that is read. */
  constructor(
    readonly note: NoteRef,
    private readonly sources: ChipSources,
    private readonly findOffset: FindOffset = offsetInText,
    private readonly timestampOf: TimestampOf = () => undefined,
  ) {
    this.videos = computed(() => sources.notes.videosOf(note.path));
    // A note is read anew at every pause in typing; chips that depend on this alone need no update.
    this.holdsTranscript = computed(() => sources.shownNotes.of(note.path).value?.hasTranscript === true);
  }

  /** Whether a rendered timestamp is a chip. For some forms that depends on the whole text of the note. */
  isChip(cited: Cited): boolean {
    const { kind, run, named } = cited;
    if (kind === 'anchor') return true;
    const { notes, settings, shownNotes } = this.sources;
    if (!isSyntaxOn(kind, settings.value) || !notes.wantsAll(this.note.path)) return false;
    if (kind === 'link' && named !== undefined) return true;
    if (SYNTAXES[kind].needsVideo && mainVideo(this.videos.value) === undefined) return false;
    const shown = shownNotes.of(this.note.path).value;
    // Before its text is read, only timestamps that do not depend on it are chips.
    if (shown === undefined) return run === undefined && kind !== 'link';
    const timestamp = this.timestampOf(cited, shown);
    if (timestamp !== undefined) return !shown.others.includes(timestamp);
    const index = NoteIndex.of(shown);
    if (index.alike(cited).length > 0) return true;
    // A wikilink to a note whose name is a time is rendered like a link of the text.
    if (kind === 'link') return false;
    // An anchor that the renderer cannot parse leaves a time in brackets, which the note's text does not have.
    return run === undefined && !index.isAmongOthers(cited);
  }

  /** The present video of a timestamp. */
  videoOf(cited: Cited): Video | undefined {
    const { notes, shownNotes } = this.sources;
    if (cited.named !== undefined) return notes.namedVideo(cited.named, this.note.path);
    const videos = this.videos.value;
    if (videos.shown.length === 0) return videos.own;
    const found = this.findOffset(cited, shownNotes.of(this.note.path).value);
    return found === undefined ? undefined : videoAt(videos, found);
  }

  /** The offset of a timestamp in the text of the note; undefined if it is not known. */
  offsetOf(cited: Cited): number | undefined {
    return this.findOffset(cited, this.sources.shownNotes.of(this.note.path).peek());
  }

  /** The facts for several chips that are updated one after another: read once for all of them. */
  common(): CommonFacts {
    const { notes, settings } = this.sources;
    return { label: settings.value.label, property: notes.videoProperty, byVideo: new Map() };
  }

  /** Updates a chip if its state has changed. */
  renew(chip: Chip, common = this.common()): void {
    const { cited, state } = chip;
    const known = this.knownOf(cited, common);
    if (state === undefined || !isKnownAs(state, known)) chip.show(stateOf(cited, known));
    chip.quieten(mayBeginParagraph(cited) && this.holdsTranscript.value);
  }

  private knownOf(cited: Cited, { label, property, byVideo }: CommonFacts): Known {
    const { notes, memory } = this.sources;
    const video = this.videoOf(cited);
    if (video === undefined) {
      const unusable = cited.named === undefined ? notes.unusableProperty(this.note.path) : undefined;
      return { video, length: undefined, sureLength: undefined, label, property, unusable };
    }
    const read = byVideo.get(video);
    if (read !== undefined) return read;
    const length = memory.length(video).value;
    const sureLength = memory.sureLength(video).value;
    const known: Known = { video, length, sureLength, label, property, unusable: undefined };
    byVideo.set(video, known);
    return known;
  }

  /** The chip is on screen with its present state: it is marked while its moment is current. */
  subscribe(chip: Chip): void {
    const { video, interpretation } = chip.state ?? {};
    if (video === undefined || interpretation === undefined || !('seconds' in interpretation)) {
      this.leave(chip);
      return;
    }
    const { seconds } = interpretation;
    // The effect that updates the chip must not depend on the playing video.
    untracked(() => this.sources.nowPlaying.register(chip, { note: this.note, video, seconds }));
  }

  leave(chip: Chip): void {
    this.sources.nowPlaying.drop(chip);
  }
}

type Known = Pick<ChipState, 'video' | 'length' | 'sureLength' | 'label' | 'unusable'> & {
  readonly property: string;
};

/** Whether a chip has this state already. */
function isKnownAs(state: ChipState, known: Known): boolean {
  return (
    (state.video === known.video || sameVideo(state.video, known.video)) &&
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
  const { video, length, sureLength, label, property, unusable } = known;
  const text = chipText(facts);
  return { video, length, sureLength, label, property, unusable, interpretation, end, text };
}

function statusOf({ named }: Cited, video: Video | undefined): ChipVideo {
  if (video !== undefined) return 'set';
  return named === undefined ? 'unset' : 'unreadable';
}

/** The first of several with the same text. A caller that knows better has its own `FindOffset`. */
function offsetInText(cited: Cited, shown: ShownNote | undefined): number | undefined {
  return shown === undefined ? undefined : NoteIndex.of(shown).alike(cited)[0]?.from;
}
