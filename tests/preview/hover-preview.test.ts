// When a preview opens, and for what: by the pointer that rests, on something that can be shown.
import { shownNotesOf } from '../support/shown-notes';
import { signal } from '@preact/signals-core';
import { App, HoverPopover } from 'obsidian-test-mocks/obsidian';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Video } from '../../src/core/mean/video';
import { VideoMemory } from '../../src/playback/video-memory';
import { HoverPreview, type PreviewTarget } from '../../src/preview/hover-preview';
import { WarmPlayer } from '../../src/preview/warm-player';
import { film, remote, zoo } from '../playback/videos';
import { cite } from '../support/cited';
import { showModals } from '../support/fake-interface';
import { FakeNotes } from '../support/fake-notes';
import { FakePlayer } from '../support/fake-player';
import { atOnce } from '../support/at-once';
import { FakeStorage } from '../support/fake-storage';

let preview: HoverPreview;
/** What popovers were made for, in order. */
let made: unknown[];
/** What players were mounted for, in order. */
let mounted: Video[];
/** Says whether the pointer needs Mod. */
let answer: (needsMod: boolean) => void;

beforeEach(() => {
  made = [];
  mounted = [];
  vi.spyOn(HoverPopover.prototype, 'constructor2__').mockImplementation(function (
    this: HoverPopover,
    _,
    targetEl,
  ) {
    // As a popover without a way to be hidden.
    Object.assign(this, { hide: undefined });
    made.push(targetEl);
  });
  const notes = new FakeNotes();
  const memory = new VideoMemory(new FakeStorage(), atOnce);
  preview = new HoverPreview({
    app: App.createConfigured__().asOriginalType__(),
    memory,
    notes,
    shownNotes: shownNotesOf({ notes, memory }),
    playback: { play: () => Promise.resolve() },
    player: new WarmPlayer({
      mount: (video, _, start) => {
        mounted.push(video);
        return new FakePlayer(video, start);
      },
      watch: () => () => undefined,
    }),
    settings: signal({ hoverPreview: 'clip' }),
    resourceUrl: () => undefined,
    youTube: { refuses: () => false },
    shownPlayers: () => [],
    needsMod: () =>
      new Promise((resolve) => {
        answer = resolve;
      }),
  });
});

afterEach(() => {
  vi.restoreAllMocks();
});

const targetAt = (targetEl: HTMLElement): PreviewTarget => ({
  parent: { hoverPopover: null },
  targetEl,
  cited: cite({ time: '00:00:04' }),
  video: zoo,
  note: undefined,
});
const over = new MouseEvent('mouseover', { screenX: 5, screenY: 5 });

describe('a pointer that rests', () => {
  it('previews what it is on', async () => {
    const el = createDiv();
    preview.hover(targetAt(el), over);
    answer(false);
    await vi.waitFor(() => expect(made).toEqual([el]));
  });

  it('previews nothing that a click has brought under it, until it moves', async () => {
    const [below, other] = [createDiv(), createDiv()];
    preview.clicked(new MouseEvent('click', { screenX: 5, screenY: 5 }));
    preview.hover(targetAt(below), over);
    preview.hover(targetAt(other), new MouseEvent('mouseover', { screenX: 6, screenY: 5 }));
    answer(false);
    await vi.waitFor(() => expect(made).toEqual([other]));
  });

  it.each([
    ['asks for nothing more where it has left before anyone knew whether it needs Mod', false],
    ['is not waited for with a key where it has left', true],
  ])('%s', async (_, needsMod) => {
    const [track, other] = [createDiv(), createDiv()];
    preview.hover(targetAt(track), over);
    // It is on the same element still, at none of its ticks.
    preview.leave(track);
    answer(needsMod);
    await Promise.resolve();
    await Promise.resolve();
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Control', ctrlKey: true }));
    preview.hover(targetAt(other), over);
    // What stands elsewhere is gone: that is nothing to what is pointed at.
    preview.leave(track);
    answer(false);
    await vi.waitFor(() => expect(made).toEqual([other]));
  });
});

describe('a timestamp that is shown as a clip', () => {
  it.each<[string, Video, boolean]>([
    ['a video of YouTube', zoo, true],
    ['a file of the vault', film, true],
    ['a file at an address, whose host nobody asks before it is played', remote, false],
  ])('%s: %s', (_, video, isPlayed) => {
    showModals();
    preview.openModal({ cited: cite({ time: '00:00:04' }), video, note: undefined });
    expect(mounted).toEqual(isPlayed ? [video] : []);
    expect(document.querySelectorAll('.playhead-preview-card')).toHaveLength(isPlayed ? 0 : 1);
    preview.dispose();
  });
});
