// What a chip's gestures and its menu do.
import { Platform } from 'obsidian';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Written } from '../../src/core/mean/interpretation';
import { applyChanges } from '../../src/core/write/rewrite';
import { scan } from '../../src/core/read/scan';
import type { Video } from '../../src/core/mean/video';
import { Openings } from '../../src/app/openings';
import { Playback } from '../../src/playback/playback';
import { VideoMemory } from '../../src/playback/video-memory';
import { Chip, type ChipGesture } from '../../src/chips/chip';
import { ChipActions } from '../../src/chips/chip-actions';
import type { ChipSource } from '../../src/chips/chip-source';
import { NoteChips } from '../../src/chips/chip-state';
import { film, remote, zoo } from '../playback/videos';
import { chipSettings, cite } from '../support/cited';
import { pick, recordMenus, recordNotices, titlesOf } from '../support/fake-interface';
import { FakeNotes } from '../support/fake-notes';
import { FakePanes } from '../support/fake-panes';
import { FakePreview } from '../support/fake-preview';
import { atOnce } from '../support/at-once';
import { FakeStorage } from '../support/fake-storage';
import { shownNotesOf } from '../support/shown-notes';
import { NONE_PLAYS } from '../support/none-plays';

let panes: FakePanes;
let preview: FakePreview;
let offered: string[];
let asked: string[];
let notices: unknown[];
let menus: ReturnType<typeof recordMenus>;
let actions: ChipActions;
/** The text that the chip stands in, if it can be changed; and what was done to it. */
let sourceOfChip: ChipSource | undefined;

beforeEach(() => {
  panes = new FakePanes();
  preview = new FakePreview();
  sourceOfChip = undefined;
  offered = [];
  asked = [];
  notices = recordNotices();
  menus = recordMenus();
  actions = new ChipActions({
    playback: new Playback(panes, () => 'split'),
    preview,
    opened: new Openings(),
    offerVideo: (path) => {
      offered.push(path);
    },
    askForVideo: (path) => {
      asked.push(path);
    },
    openLink: () => undefined,
  });
});

afterEach(() => {
  vi.restoreAllMocks();
});

const minuteSix: Written = { time: '00:01:06', label: '[00:01:06]' };

/** Makes the gesture on a chip of a note about `video`. */
function perform(
  gesture: ChipGesture,
  video: Video | undefined,
  written = minuteSix,
  namedVideo?: string,
  path = 'a.md',
): void {
  const notes = new FakeNotes(video === undefined ? {} : { 'a.md': video });
  const chip = new Chip(cite(written, { named: namedVideo }), () => undefined);
  const memory = new VideoMemory(new FakeStorage(), atOnce);
  const noteChips = new NoteChips(
    { path: 'a.md' },
    {
      notes,
      memory,
      settings: chipSettings(),
      shownNotes: shownNotesOf({ notes, memory }),
      nowPlaying: NONE_PLAYS,
    },
  );
  noteChips.renew(chip);
  const target = {
    chip,
    video: namedVideo === undefined ? video : notes.namedVideo(namedVideo),
    path,
    source: sourceOfChip,
  };
  actions.perform(target, gesture, new MouseEvent('click'));
}

const panesOpened = async (): Promise<readonly string[]> => {
  await vi.waitFor(() => expect(panes.opened).not.toEqual([]));
  return panes.opened;
};

describe('a link to a moment of a file', () => {
  const onLink = (gesture: ChipGesture, kind: 'link' | 'anchor', named: string | undefined): string[] => {
    const opened: string[] = [];
    const options = {
      playback: new Playback(panes, () => 'split'),
      preview,
      opened: new Openings(),
      offerVideo: () => undefined,
      askForVideo: () => undefined,
      openLink: (link: string, path: string) => opened.push(`${link} from ${path}`),
    };
    const chip = new Chip(cite({ time: '62', label: '1:02' }, { kind, named, end: '70' }), () => undefined);
    const notes = new FakeNotes({ 'a.md': film });
    const memory = new VideoMemory(new FakeStorage(), atOnce);
    new NoteChips(
      { path: 'a.md' },
      {
        notes,
        memory,
        settings: chipSettings(),
        shownNotes: shownNotesOf({ notes, memory }),
        nowPlaying: NONE_PLAYS,
      },
    ).renew(chip);
    const video = named === undefined ? film : notes.namedVideo(named);
    const target = { chip, video, path: 'a.md', source: undefined };
    new ChipActions(options).perform(target, gesture, new MouseEvent('click'));
    return opened;
  };

  it.each(['play-new-pane', 'play-new-tab'] as const)('is opened by the app for "%s"', (gesture) => {
    expect(onLink(gesture, 'link', 'talk.mp4')).toEqual(['talk.mp4#t=62,70 from a.md']);
    expect(onLink(gesture, 'link', 'https://media.example/talk.mp4')).toEqual([
      'https://media.example/talk.mp4#t=62,70 from a.md',
    ]);
    expect(panes.opened).toEqual([]);
  });

  it.each<[ChipGesture, 'link' | 'anchor', string | undefined]>([
    ['play', 'link', 'talk.mp4'],
    ['play-new-pane', 'anchor', 'talk.mp4'],
    ['play-new-pane', 'link', undefined],
    ['play-new-pane', 'link', `https://youtu.be/${zoo.id}?t=62`],
  ])('is played for "%s" on %s %s', async (gesture, kind, named) => {
    expect(onLink(gesture, kind, named)).toEqual([]);
    expect(await panesOpened()).toHaveLength(1);
  });
});

describe('a gesture on a chip', () => {
  it.each<[ChipGesture, string]>([
    ['play', 'split'],
    ['play-new-pane', 'split'],
    ['play-new-tab', 'tab'],
  ])('"%s" plays it: where there is no pane, in a new %s', async (gesture, place) => {
    perform(gesture, zoo);
    expect(await panesOpened()).toEqual([place]);
    expect(panes.panes[0]?.players[0]?.start).toMatchObject({ seconds: 66, autoplay: true });
  });

  it('plays what is written, so that the length can still correct it', async () => {
    perform('play', zoo, { time: '03:01:00', label: '' });
    await panesOpened();
    panes.panes[0]?.players[0]?.becomeReady({ length: 4202 });
    expect(panes.panes[0]?.session.state?.time).toBe(181);
  });

  it.each([true, false])('keeps the chip in view, but for who scrolls meanwhile: %s', async (isScrolling) => {
    // Whether there is anything to keep in view is looked at before it is scrolled to.
    const looked = vi.spyOn(HTMLElement.prototype, 'isShown').mockReturnValue(false);
    const played = vi.spyOn(Playback.prototype, 'play');
    perform('play', zoo);
    if (isScrolling) document.dispatchEvent(new Event('wheel'));
    await played.mock.results[0]?.value;
    await new Promise((resolve) => setTimeout(resolve));
    expect(looked).toHaveBeenCalledTimes(isScrolling ? 0 : 1);
  });

  it('past the end opens the video at its start', async () => {
    perform('play', zoo, { time: '900:59:00', label: '' });
    await panesOpened();
    expect(panes.panes[0]?.players[0]?.start).toMatchObject({ seconds: 0, autoplay: true });
  });

  it('on what is no time says so, and opens nothing', () => {
    perform('play', zoo, { time: 'N/A', label: '' });
    expect(notices).toEqual(['“N/A” is not a time.']);
    expect(panes.opened).toEqual([]);
  });

  it('in a note without a video offers to set one', () => {
    perform('play', undefined);
    expect(offered).toEqual(['a.md']);
    expect(notices).toEqual([]);
  });

  it('in the card of a canvas says that there is no note to set one for', () => {
    perform('play', undefined, minuteSix, undefined, 'Board.canvas');
    expect(offered).toEqual([]);
    expect(notices).toEqual(['This text is not in a note, so it has no video.']);
    perform('menu', undefined, minuteSix, undefined, 'Board.canvas');
    expect(menus).toEqual([]);
  });

  it('on a timestamp whose own video cannot be read says so, and does not offer to change the note', () => {
    perform('play', zoo, minuteSix, 'nonsense');
    expect(notices).toEqual(['Playhead cannot play the video of this timestamp.']);
    expect(offered).toEqual([]);
  });

  it('that fails becomes one sentence, and one line for whoever looks into it', async () => {
    const log = vi.spyOn(console, 'error').mockReturnValue();
    panes.failures.push(new Error('No room.'));
    perform('play', zoo);
    await vi.waitFor(() => expect(notices).toEqual(['Could not play the timestamp. No room.']));
    expect(log).toHaveBeenCalledTimes(1);
  });
});

describe('the menu of a chip', () => {
  const playing = ['Play here', 'Play in new pane', 'Loop this clip'];
  const links = ['Copy link at this time', 'Copy as Markdown link'];

  it.each<[string, Video | undefined, Written, string | undefined, readonly string[]]>([
    ['a YouTube video', zoo, minuteSix, undefined, [...playing, 'Open on YouTube', ...links]],
    ['a media address', remote, minuteSix, undefined, [...playing, ...links]],
    [
      'a vault file, which has no address',
      film,
      minuteSix,
      undefined,
      [...playing, 'Copy link at this time'],
    ],
    ['a note without a video', undefined, minuteSix, undefined, ['Set video…']],
  ])('lists what can be done with %s', (_, video, written, named, expected) => {
    perform('menu', video, written, named);
    expect(menus.map(titlesOf)).toEqual([expected]);
  });

  it.each<[string, Written, string | undefined]>([
    ['a time that cannot be read', { time: 'N/A', label: '' }, undefined],
    ['a video that cannot be read', minuteSix, 'nonsense'],
  ])('is not shown where nothing can be done: %s', (_, written, named) => {
    perform('menu', zoo, written, named);
    expect(menus).toEqual([]);
  });

  it('plays here, and in a new pane', async () => {
    perform('menu', zoo);
    pick(menus[0], 'Play in new pane');
    expect(await panesOpened()).toEqual(['split']);
  });

  it('plays again and again', async () => {
    perform('menu', zoo);
    pick(menus[0], 'Loop this clip');
    await panesOpened();
    expect(panes.panes[0]?.session.clip.isOn.value).toBe(true);
  });

  it('asks for the video of a note that has none', () => {
    perform('menu', undefined);
    pick(menus[0], 'Set video…');
    expect(asked).toEqual(['a.md']);
  });

  it('opens YouTube at the second that is meant', () => {
    const open = vi.spyOn(window, 'open').mockReturnValue(null);
    perform('menu', zoo);
    pick(menus[0], 'Open on YouTube');
    expect(open).toHaveBeenCalledWith('https://youtu.be/jNQXAC9IVRw?t=66');
  });

  it.each([
    ['Copy link at this time', zoo, 'https://youtu.be/jNQXAC9IVRw?t=66'],
    ['Copy as Markdown link', zoo, '[1:06](https://youtu.be/jNQXAC9IVRw?t=66)'],
    [
      'Copy as Markdown link',
      { kind: 'url', url: 'https://media.example/a_(b.mp4' },
      '[1:06](https://media.example/a_%28b.mp4#t=66)',
    ],
  ] as const)('copies: %s of %o', (title, video, expected) => {
    const write = vi.fn<(text: string) => Promise<void>>().mockResolvedValue();
    vi.stubGlobal('navigator', { clipboard: { writeText: write } });
    perform('menu', video);
    pick(menus[0], title);
    expect(write).toHaveBeenCalledWith(expected);
    vi.unstubAllGlobals();
  });
});

describe('of a text that can be changed, the menu', () => {
  const text = 'At <a class="yt-timestamp" data-t="00:01:06">[00:01:06]</a>.';
  let changed: string;
  let isShown: boolean;

  beforeEach(() => {
    changed = text;
    isShown = false;
    sourceOfChip = {
      change: (changesFor) => {
        const [timestamp] = scan(changed);
        if (timestamp !== undefined) changed = applyChanges(changed, changesFor(changed, timestamp));
        return Promise.resolve();
      },
      reveal: () => {
        isShown = true;
        return Promise.resolve();
      },
    };
  });

  it.each([
    ['Nudge −1 s', '00:01:05'],
    ['Nudge +1 s', '00:01:07'],
  ])('moves it: %s', async (title, time) => {
    perform('menu', zoo);
    pick(menus[0], title);
    await vi.waitFor(() => expect(changed).toBe(text.replaceAll('00:01:06', time)));
  });

  it('sets it to the playhead of its video, once that is open', async () => {
    perform('menu', zoo);
    expect(titlesOf(menus[0])).not.toContain('Set to current time');
    perform('play', zoo);
    await panesOpened();
    panes.panes[0]?.players[0]?.becomeReady({ length: 4202 });
    panes.panes[0]?.players[0]?.seek(90.9);
    perform('menu', zoo);
    pick(menus[1], 'Set to current time');
    await vi.waitFor(() => expect(changed).toBe(text.replaceAll('00:01:06', '00:01:30')));
  });

  it('shows its source, also where it cannot be played', async () => {
    perform('menu', zoo, { time: 'N/A', label: '' });
    pick(menus[0], 'Show source');
    await vi.waitFor(() => expect(isShown).toBe(true));
  });
});

describe('a preview', () => {
  const hovered = (video: Video | undefined): void => {
    const chip = new Chip(cite(minuteSix), () => undefined);
    actions.hover({ chip, video, path: 'a.md' }, { hoverPopover: null }, new MouseEvent('mouseover'));
  };

  it('is asked for where there is a video to show', () => {
    hovered(undefined);
    hovered(zoo);
    expect(preview.asked).toEqual(['hover [00:01:06] of youtube in a.md']);
  });

  it('ends with whatever is done with the chip', () => {
    perform('play', zoo);
    perform('menu', zoo);
    expect(preview.asked).toEqual(['press', 'press']);
  });

  it('is in the menu where there is no pointer to rest, unless it is off', () => {
    perform('menu', zoo);
    Platform.isMobile = true;
    perform('menu', zoo);
    preview.isOff = true;
    perform('menu', zoo);
    Platform.isMobile = false;
    expect(menus.map((menu) => titlesOf(menu).includes('Preview'))).toEqual([false, true, false]);
    pick(menus[1], 'Preview');
    expect(preview.asked.at(-1)).toBe('modal [00:01:06]');
  });
});
