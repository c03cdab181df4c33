// The commands: when each is there, and what it does.
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { commandsOf } from '../../src/app/commands';
import { copyLink, openAddress } from '../../src/app/links';
import { attempt } from '../../src/app/report';
import { PANE_COMMANDS } from '../../src/pane/commands';
import { storedSwitch } from '../../src/app/storage';
import { Playback } from '../../src/playback/playback';
import { film, lecture, zoo } from '../playback/videos';
import { FakeNotes } from '../support/fake-notes';
import { FakePanes } from '../support/fake-panes';
import { FakeStorage } from '../support/fake-storage';

let panes: FakePanes;
let recentNote: string | undefined;
let offered: string[];
let attempted: string[];
let done: string[];

vi.mock('../../src/app/report');
vi.mock('../../src/app/links');

beforeEach(() => {
  vi.mocked(attempt).mockImplementation((doing, task) => {
    attempted.push(doing);
    void task();
  });
  vi.mocked(openAddress).mockImplementation((url) => done.push(`open ${url}`));
  vi.mocked(copyLink).mockImplementation((link) => done.push(`copy ${link}`));
  done = [];
  panes = new FakePanes();
  recentNote = 'a.md';
  offered = [];
  attempted = [];
});

const table = (): ReturnType<typeof commandsOf> =>
  commandsOf(PANE_COMMANDS, () => ({
    playback: new Playback(panes, () => 'split'),
    notes: new FakeNotes({ 'a.md': zoo }),
    recentNote: () => recentNote,
    offerVideo: (path) => {
      offered.push(path);
    },
    media: { captions: storedSwitch(new FakeStorage(), 'captions') },
  }));

/** What the app gets when it asks whether a command is there, or with `checking` false, runs it. */
function ask(id: string, checking: boolean): boolean {
  const command = table().find((entry) => entry.id === id);
  return command?.checkCallback?.(checking) === true;
}

describe('the commands', () => {
  it('are these, in sentence case, with no hotkeys and without the plugin’s name', () => {
    expect(table().map(({ id, name }) => [id, name])).toEqual([
      ['open-video', 'Open video of this note'],
      ['play-or-pause', 'Play or pause'],
      ['skip-back', 'Skip back'],
      ['skip-forward', 'Skip forward'],
      ['skip-back-further', 'Skip back further'],
      ['skip-forward-further', 'Skip forward further'],
      ['go-to-start', 'Go to the start of the video'],
      ['go-to-next-timestamp', 'Play next timestamp'],
      ['go-to-previous-timestamp', 'Play previous timestamp'],
      ['go-to-next-chapter', 'Play next chapter'],
      ['go-to-previous-chapter', 'Play previous chapter'],
      ['loop-clip', 'Loop clip'],
      ['play-slower', 'Decrease playback speed'],
      ['play-faster', 'Increase playback speed'],
      ['play-at-normal-speed', 'Play at normal speed'],
      ['mute-or-unmute', 'Mute or unmute'],
      ['volume-down', 'Decrease volume'],
      ['volume-up', 'Increase volume'],
      ['follow-in-note', 'Follow in note'],
      ['full-screen', 'Show the video in full screen'],
      ['picture-in-picture', 'Show the video as picture in picture'],
      ['toggle-captions', 'Show or hide captions'],
      ['open-on-youtube', 'Open on YouTube'],
      ['copy-link', 'Copy link at this time'],
    ]);
    expect(table().every(({ hotkeys }) => hotkeys === undefined)).toBe(true);
  });

  it('need no editor: they are there while a player has the focus', () => {
    for (const command of table()) {
      expect(command.editorCallback).toBeUndefined();
      expect(command.editorCheckCallback).toBeUndefined();
    }
  });
});

describe('Open video of this note', () => {
  it('is there while a note is, and asking does nothing', () => {
    expect(ask('open-video', true)).toBe(true);
    expect([attempted, offered, panes.opened]).toEqual([[], [], []]);
    recentNote = undefined;
    expect(ask('open-video', true)).toBe(false);
  });

  it('shows the video of the note, paused', async () => {
    ask('open-video', false);
    await vi.waitFor(() => expect(panes.panes[0]?.session.video).toEqual(zoo));
    expect(panes.panes[0]?.players[0]?.start.autoplay).toBe(false);
    expect(attempted).toEqual(['open the video']);
  });

  it('lets the user set a video if the note has none, once its text is read', async () => {
    recentNote = 'b.md';
    expect(ask('open-video', false)).toBe(true);
    await vi.waitFor(() => expect(offered).toEqual(['b.md']));
    expect(panes.opened).toEqual([]);
  });

  it('does nothing when there is no note after all', () => {
    recentNote = undefined;
    expect(ask('open-video', false)).toBe(false);
    expect([attempted, offered]).toEqual([[], []]);
  });
});

describe('Play or pause', () => {
  it('is there while a pane has a video, and asking does nothing', () => {
    expect(ask('play-or-pause', true)).toBe(false);
    const { players } = panes.add(lecture);
    expect(ask('play-or-pause', true)).toBe(true);
    expect(players[0]?.told).toEqual([]);
    expect(attempted).toEqual([]);
  });

  it.each([
    ['skip-forward-further', 'seek 10'],
    ['play-faster', 'rate 1.25'],
    ['mute-or-unmute', 'mute'],
    ['full-screen', 'full screen'],
  ])('has its like in "%s"', async (id, told) => {
    expect(ask(id, true)).toBe(false);
    const { players } = panes.add(lecture);
    players[0]?.becomeReady();
    expect(ask(id, true)).toBe(true);
    ask(id, false);
    await vi.waitFor(() => expect(players[0]?.told).toEqual([told]));
  });

  it('plays what is paused', async () => {
    const { players } = panes.add(lecture);
    players[0]?.becomeReady();
    expect(ask('play-or-pause', false)).toBe(true);
    await vi.waitFor(() => expect(players[0]?.told).toEqual(['play']));
  });
});

it.each(['open-on-youtube', 'copy-link'])('"%s" is not there without a video', (id) => {
  panes.add();
  expect([ask(id, true), ask(id, false), done]).toEqual([false, false, []]);
});

it('the moment of a YouTube video is opened there, and copied', () => {
  const { session, players } = panes.add(zoo);
  players[0]?.becomeReady({ length: 700 });
  session.seek(83.6);
  expect([ask('open-on-youtube', true), ask('copy-link', true), done]).toEqual([true, true, []]);
  ask('open-on-youtube', false);
  ask('copy-link', false);
  expect(done).toEqual([
    expect.stringMatching(/^open https:.*t=83/),
    expect.stringMatching(/^copy https:.*t=83/),
  ]);
});

it('a file is not on YouTube, and its link is one of the vault', () => {
  panes.add(film).session.seek(5);
  expect(ask('open-on-youtube', false)).toBe(false);
  expect(ask('copy-link', false)).toBe(true);
  expect(done).toEqual([expect.stringContaining('film.webm')]);
});

it('is of the video that is watched, also one that cannot be played here', () => {
  panes.add(lecture);
  const { session, players } = panes.add(zoo);
  session.touch();
  players[0]?.fail('not-embeddable');
  ask('open-on-youtube', false);
  expect(done).toEqual([expect.stringContaining(zoo.id)]);
});
