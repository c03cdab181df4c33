// Which pane plays what.
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Video } from '../../src/core/mean/video';
import type { Cue } from '../../src/playback/cue';
import type { PaneLocation } from '../../src/playback/panes';
import { Playback } from '../../src/playback/playback';
import type { TransportAction } from '../../src/playback/transport';
import { FakePanes, type FakePane } from '../support/fake-panes';
import { film, lecture, zoo } from './videos';

let panes: FakePanes;
let newPanePlace: PaneLocation;
let playback: Playback;

beforeEach(() => {
  panes = new FakePanes();
  newPanePlace = 'split';
  playback = new Playback(panes, () => newPanePlace);
});

const cueOf = (video: Video, time = '00:01:06'): Cue => ({
  video,
  written: { time, label: '' },
  note: undefined,
});
const videosIn = (all: readonly FakePane[]): unknown[] => all.map(({ session }) => session.video);

describe('a click', () => {
  it.each<PaneLocation>(['split', 'tab', 'sidebar', 'window'])(
    'opens a pane where new panes go, when there is none: %s',
    async (location) => {
      newPanePlace = location;
      await playback.play(cueOf(zoo));
      expect(panes.opened).toEqual([location]);
      expect(panes.panes[0]?.players[0]?.start.seconds).toBe(66);
    },
  );

  it('seeks in the pane of its video, however long ago that was used', async () => {
    const own = panes.add(zoo);
    panes.add(lecture);
    await playback.play(cueOf(zoo));
    expect(videosIn(panes.panes)).toEqual([zoo, lecture]);
    expect(own.players).toHaveLength(1);
    expect(own.players[0]?.told).toEqual(['seek 66', 'play']);
  });

  it('seeks in the pane of its video also when that is pinned', async () => {
    const own = panes.add(zoo, true);
    panes.add(lecture);
    await playback.play(cueOf(zoo));
    expect(own.players[0]?.told).toEqual(['seek 66', 'play']);
    expect(videosIn(panes.panes)).toEqual([zoo, lecture]);
  });

  it('loads its video in the pane used last', async () => {
    const older = panes.add(zoo);
    const newer = panes.add(lecture);
    older.session.touch();
    await playback.play(cueOf(film));
    expect(videosIn(panes.panes)).toEqual([film, lecture]);
    expect(newer.players[0]?.disposed).toBe(false);
    expect(panes.opened).toEqual([]);
  });

  it('leaves a pinned pane its video, though that was used last', async () => {
    panes.add(zoo);
    panes.add(lecture, true);
    await playback.play(cueOf(film));
    expect(videosIn(panes.panes)).toEqual([film, lecture]);
  });

  it('opens a pane when all are pinned', async () => {
    panes.add(zoo, true);
    await playback.play(cueOf(film));
    expect(videosIn(panes.panes)).toEqual([zoo, film]);
  });

  it.each<PaneLocation>(['split', 'tab'])(
    'that asks for a new pane gets one, and the others stay: %s',
    async (where) => {
      panes.add(zoo);
      await playback.play(cueOf(film), where);
      expect(panes.opened).toEqual([where]);
      expect(videosIn(panes.panes)).toEqual([zoo, film]);
    },
  );

  it('plays in the pane that shows its video, where the layout holds another of it that is not loaded', async () => {
    const deferred = { pinned: false, usedAt: 0, video: zoo, session: undefined, isPlayingInView: false };
    const reveal = vi.fn(() => Promise.reject(new Error('It was loaded.')));
    const own = panes.add();
    own.session.restore({ video: zoo, time: 0, rate: 1 });
    const all = panes.all();
    vi.spyOn(panes, 'all').mockReturnValue([{ ...deferred, reveal, restore: () => undefined }, ...all]);
    await playback.play(cueOf(zoo));
    expect(own.session.state?.time).toBe(66);
  });

  it('never opens a second player of a video that is open', async () => {
    panes.add(zoo);
    await playback.play(cueOf(zoo), 'split');
    expect(panes.opened).toEqual([]);
    expect(panes.panes).toHaveLength(1);
  });

  it('and another at once on the same video open one pane, which plays the second', async () => {
    const first = playback.play(cueOf(zoo, '00:00:05'));
    const second = playback.play(cueOf(zoo, '00:00:10'));
    await Promise.all([first, second]);
    expect(panes.opened).toHaveLength(1);
    expect(panes.panes[0]?.session.state?.time).toBe(10);
  });

  it('that fails says so to who asked, and does not block the next', async () => {
    panes.failures.push(new Error('No room.'));
    const failing = playback.play(cueOf(zoo));
    const next = playback.play(cueOf(film));
    await expect(failing).rejects.toThrow('No room.');
    await next;
    expect(videosIn(panes.panes)).toEqual([film]);
  });
});

describe('showing a video', () => {
  it('loads it, paused at its start, where a click would play it', async () => {
    panes.add(zoo);
    await playback.show(film);
    expect(videosIn(panes.panes)).toEqual([film]);
    expect(panes.panes[0]?.players.at(-1)?.start).toMatchObject({ seconds: 0, autoplay: false });
  });

  it('at a second loads it there, paused, and takes one that is open there', async () => {
    const own = panes.add(zoo);
    await playback.show(film, 95);
    expect(own.players.at(-1)?.start).toMatchObject({ seconds: 95, autoplay: false });
    await playback.show(film, 0);
    expect(own.players.at(-1)?.told).toEqual(['seek 0']);
  });

  it('that is open leaves it where it is', async () => {
    const own = panes.add(zoo);
    await playback.show(zoo);
    expect(own.players).toHaveLength(1);
    expect(own.players[0]?.told).toEqual([]);
  });
});

describe('play or pause', () => {
  it('acts on the pane used last that has a video', async () => {
    const older = panes.add(zoo);
    const newer = panes.add(lecture);
    panes.add();
    await playback.perform('play-or-pause');
    expect([older, newer].map(({ players }) => players[0]?.told)).toEqual([[], ['play']]);
  });

  it('pauses what plays, though another pane was used later, and plays that again', async () => {
    const playing = panes.add(zoo);
    const other = panes.add(lecture);
    for (const { players } of [playing, other]) players[0]?.becomeReady({ length: 100 });
    playing.players[0]?.play();
    await playback.perform('play-or-pause');
    await playback.perform('play-or-pause');
    expect([playing, other].map(({ players }) => players[0]?.told)).toEqual([['play', 'pause', 'play'], []]);
  });

  it('does nothing where there is no video', async () => {
    panes.add();
    await playback.perform('play-or-pause');
    expect(playback.hasVideo).toBe(false);
    expect(panes.opened).toEqual([]);
  });

  it('is possible as soon as a pane has a video', () => {
    panes.add();
    expect(playback.hasVideo).toBe(false);
    panes.add(zoo);
    expect(playback.hasVideo).toBe(true);
  });
});

describe('a command', () => {
  /** Panes that were brought into view for the command, where one holds `video`, and plays it. */
  async function revealedFor(action: TransportAction, video: Video, plays = false): Promise<number> {
    const { players } = panes.add(video);
    players[0]?.becomeReady({ length: 100 });
    if (plays) players[0]?.play();
    await playback.perform(action);
    return panes.revealed.length;
  }

  it.each<[TransportAction, Video]>([
    ['skip-back', zoo],
    ['volume-up', zoo],
    ['mute-or-unmute', film],
    ['play-faster', zoo],
    ['follow-in-note', zoo],
    ['go-to-next-timestamp', zoo],
    ['picture-in-picture', film],
    ['play-or-pause', film],
  ])('leaves what is in view there: %s', async (action, video) => {
    expect(await revealedFor(action, video)).toBe(0);
  });

  it('that pauses leaves what is in view there', async () => {
    expect(await revealedFor('play-or-pause', zoo, true)).toBe(0);
    expect(panes.panes[0]?.players[0]?.told).toEqual(['play', 'pause']);
  });

  it.each<[TransportAction, Video]>([
    ['play-or-pause', zoo],
    ['full-screen', zoo],
    ['full-screen', film],
  ])('brings into view what has to be seen: %s', async (action, video) => {
    expect(await revealedFor(action, video)).toBe(1);
  });

  it.each<[TransportAction, number]>([
    ['play-or-pause', 1],
    ['picture-in-picture', 1],
    ['skip-back', 0],
    ['volume-up', 0],
  ])('loads what nobody has seen yet only to show it: %s', async (action, revealed) => {
    const { session, players } = panes.add();
    session.restore({ video: film, time: 5, rate: 1 });
    await playback.perform(action);
    expect([panes.revealed.length, players.length]).toEqual([revealed, revealed]);
  });

  it('acts on what is loaded rather than on what nobody has seen yet', async () => {
    panes.add().session.restore({ video: film, time: 5, rate: 1 });
    const seen = panes.add(zoo);
    await playback.perform('go-to-start');
    expect(seen.players[0]?.told).toEqual(['seek 0']);
  });
});
