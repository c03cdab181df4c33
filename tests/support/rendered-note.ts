// The chips of a note in reading view: rendered by the host's Markdown, block by block, and found as reading view finds them.
import { signal } from '@preact/signals-core';
import { NoteChips } from '../../src/chips/chip-state';
import {
  placeInNote,
  timestampInNote,
  type RenderedPiece,
} from '../../src/chips/reading-view/rendered-source';
import { replaceablesIn } from '../../src/chips/reading-view/rendered-timestamps';
import type { NoteVideos } from '../../src/core/mean/attribution';
import type { Cited } from '../../src/core/mean/timestamp';
import { videoKey } from '../../src/core/mean/video';
import { ALL_SYNTAXES } from '../../src/core/read/shown';
import { VideoMemory } from '../../src/playback/video-memory';
import { readBlocks } from '../host/markdown/blocks';
import { FakeNotes } from './fake-notes';
import { atOnce } from './at-once';
import { FakeStorage } from './fake-storage';
import { FakeTexts } from './fake-texts';
import { shownNotesOf } from './shown-notes';
import { NONE_PLAYS } from './none-plays';

export interface RenderedChip {
  readonly cited: Cited;
  /** The key of the video that it plays. */
  readonly video: string | undefined;
}

const PATH = 'note.md';

class RenderedNotes extends FakeNotes {
  constructor(
    private readonly given: NoteVideos,
    private readonly wants: boolean,
  ) {
    super();
  }

  override videosOf(): NoteVideos {
    return this.given;
  }

  override wantsAll(): boolean {
    return this.wants;
  }
}

/** The chips that reading view shows of a note with these videos, in order. */
export function renderedChips(text: string, videos: NoteVideos, wantsAll = true): readonly RenderedChip[] {
  const notes = new RenderedNotes(videos, wantsAll);
  const memory = new VideoMemory(new FakeStorage(), atOnce);
  const settings = signal({ ...ALL_SYNTAXES, label: 'compact' as const });
  const shownNotes = shownNotesOf({ notes, memory, texts: new FakeTexts({ [PATH]: text }) });
  return readBlocks(text).blocks.flatMap(({ html, lineStart, lineEnd }) => {
    const root = createDiv();
    root.innerHTML = html;
    const all = replaceablesIn(root).flatMap(({ cited }) => cited);
    const piece: RenderedPiece = { path: PATH, lines: { lineStart, lineEnd }, all };
    const chips = new NoteChips(
      notes.note(PATH),
      { notes, memory, settings, shownNotes, nowPlaying: NONE_PLAYS },
      (cited, shown) => (shown === undefined ? undefined : placeInNote(cited, shown, all, piece)),
      (cited, shown) => timestampInNote(cited, shown, piece),
    );
    return all
      .filter((cited) => chips.isChip(cited))
      .map((cited) => {
        const video = chips.videoOf(cited);
        return { cited, video: video === undefined ? undefined : videoKey(video) };
      });
  });
}
