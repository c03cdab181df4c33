// When a preview opens, and for what: by the pointer that rests, on something that can be shown.
import { signal } from '@preact/signals-core';
import { App, HoverPopover } from 'obsidian-test-mocks/obsidian';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { VideoMemory } from '../../../src/playback/video-memory';
import { HoverPreview, type PreviewTarget } from '../../../src/ui/preview/hover-preview';
import { WarmPlayer } from '../../../src/ui/preview/warm-player';
import { zoo } from '../../playback/videos';
import { cite } from '../../support/cited';
import { FakeNotes } from '../../support/fake-notes';
import { FakePlayer } from '../../support/fake-player';
import { FakeStorage } from '../../support/fake-storage';
import { FakeTexts } from '../../support/fake-texts';

let preview: HoverPreview;
/** What popovers were made for, in order. */
let made: unknown[];
/** Says whether the pointer needs Mod. */
let answer: (needsMod: boolean) => void;

beforeEach(() => {
  made = [];
  vi.spyOn(HoverPopover.prototype, 'constructor2__').mockImplementation(function (
    this: HoverPopover,
    _,
    targetEl,
  ) {
    // As a popover without a way to be hidden.
    Object.assign(this, { hide: undefined });
    made.push(targetEl);
  });
  preview = new HoverPreview({
    app: App.createConfigured__().asOriginalType__(),
    memory: new VideoMemory(new FakeStorage()),
    notes: new FakeNotes(),
    texts: new FakeTexts(),
    playback: { play: () => Promise.resolve() },
    player: new WarmPlayer({ mount: (video, _, start) => new FakePlayer(video, start) }),
    settings: signal({ hoverPreview: 'clip' }),
    resourceUrl: () => undefined,
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
    await vi.waitFor(() => {
      expect(made).toEqual([el]);
    });
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
    await vi.waitFor(() => {
      expect(made).toEqual([other]);
    });
  });
});
