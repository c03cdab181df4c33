// The commands: when each is there, and what it does.
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { commands } from '../../src/pane/commands';
import { Playback } from '../../src/playback/playback';
import { lecture, zoo } from '../playback/videos';
import { FakeNotes } from '../support/fake-notes';
import { FakePanes } from '../support/fake-panes';

let panes: FakePanes;
let recentNote: string | undefined;
let offered: string[];
let attempted: string[];

beforeEach(() => {
  panes = new FakePanes();
  recentNote = 'a.md';
  offered = [];
  attempted = [];
});

const table = (): ReturnType<typeof commands> =>
  commands({
    playback: new Playback(panes, () => 'split'),
    notes: new FakeNotes({ 'a.md': zoo }),
    recentNote: () => recentNote,
    offerVideo: (path) => {
      offered.push(path);
    },
    attempt: (doing, task) => {
      attempted.push(doing);
      void task();
    },
  });

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
      ['loop-clip', 'Loop clip'],
      ['play-slower', 'Play slower'],
      ['play-faster', 'Play faster'],
      ['play-at-normal-speed', 'Play at normal speed'],
      ['mute-or-unmute', 'Mute or unmute'],
      ['volume-down', 'Turn the volume down'],
      ['volume-up', 'Turn the volume up'],
      ['follow-in-note', 'Follow in note'],
      ['full-screen', 'Show the video in full screen'],
      ['picture-in-picture', 'Show the video as picture in picture'],
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
    await vi.waitFor(() => {
      expect(panes.panes[0]?.session.video).toEqual(zoo);
    });
    expect(panes.panes[0]?.players[0]?.start.autoplay).toBe(false);
    expect(attempted).toEqual(['open the video']);
  });

  it('offers a note without a video to set one, once its text is read', async () => {
    recentNote = 'b.md';
    expect(ask('open-video', false)).toBe(true);
    await vi.waitFor(() => {
      expect(offered).toEqual(['b.md']);
    });
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
    await vi.waitFor(() => {
      expect(players[0]?.told).toEqual([told]);
    });
  });

  it('plays what is paused', async () => {
    const { players } = panes.add(lecture);
    players[0]?.becomeReady();
    expect(ask('play-or-pause', false)).toBe(true);
    await vi.waitFor(() => {
      expect(players[0]?.told).toEqual(['play']);
    });
  });
});
