// The chips of one rendered piece of a note: they follow what becomes known of their videos.
import { computed, effect, untracked, type ReadonlySignal } from '@preact/signals-core';
import { MarkdownRenderChild } from 'obsidian';
import { interpret, limitOf } from '../core/interpretation';
import { sameVideo, type Video } from '../core/video';
import type { NoteRef, Notes } from '../playback/ports';
import type { VideoMemory } from '../playback/video-memory';
import type { Chip } from './chip';
import { chipText, type ChipVideo } from './chip-text';

export interface ChipSources {
  readonly notes: Notes;
  readonly memory: VideoMemory;
}

export class ChipGroup extends MarkdownRenderChild {
  constructor(
    containerEl: HTMLElement,
    /** The note that the chips belong to. */
    private readonly note: NoteRef,
    private readonly chips: readonly Chip[],
    private readonly sources: ChipSources,
    private readonly groups: Set<ChipGroup>,
  ) {
    super(containerEl);
    // At once, while the piece is still outside the document; whoever renders it may load its children late or never.
    untracked(() => {
      this.update(sources.notes.videoOf(note.path));
    });
  }

  override onload(): void {
    this.groups.add(this);
    const noteVideo = computedVideo(() => this.sources.notes.videoOf(this.note.path));
    this.register(
      effect(() => {
        this.update(noteVideo.value);
      }),
    );
  }

  override onunload(): void {
    this.groups.delete(this);
  }

  restore(): void {
    for (const chip of this.chips) chip.restore();
  }

  private update(noteVideo: Video | undefined): void {
    const { notes } = this.sources;
    const noteLength = this.lengthOf(noteVideo);
    for (const chip of this.chips) {
      const named = chip.namedVideo;
      const video = named === undefined ? noteVideo : notes.namedVideo(named, this.note.path);
      const length = named === undefined ? noteLength : this.lengthOf(video);
      const { state } = chip;
      if (state !== undefined && sameVideo(state.video, video) && state.length === length) continue;
      const limit = limitOf(video, length);
      const interpretation = interpret(chip.written, limit);
      const text = chipText({ written: chip.written, interpretation, limit, video: statusOf(chip, video) });
      chip.show({ video, length, interpretation, text });
    }
  }

  private lengthOf(video: Video | undefined): number | undefined {
    return video === undefined ? undefined : this.sources.memory.length(video).value;
  }
}

function statusOf(chip: Chip, video: Video | undefined): ChipVideo {
  if (video !== undefined) return 'set';
  return chip.namedVideo === undefined ? 'unset' : 'unreadable';
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
