// One pane: which second a click plays, before and after the length is known, and what of it is kept.
import { signal } from '@preact/signals-core';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Video } from '../../src/core/mean/video';
import { LOADING, type Fault } from '../../src/player/player';
import type { Cue } from '../../src/playback/cue';
import { PaneSession } from '../../src/playback/pane-session';
import { VideoMemory } from '../../src/playback/video-memory';
import { FakePlayer } from '../support/fake-player';
import { atOnce } from '../support/at-once';
import { FakeStorage } from '../support/fake-storage';
import { lecture, remote, zoo } from './videos';
import { NO_TICKS, ticksOf, type NoteTicks } from '../../src/core/mean/ticks';
import { scan } from '../../src/core/read/scan';

/** No clip is played to its end here, and no note has ticks. */
const clipOptions = {
  ticks: () => signal(NO_TICKS),
  later: () => () => undefined,
  settings: signal({ pauseAtClipEnd: true }),
};

let players: FakePlayer[];
let pastEnd: string[];
let memory: VideoMemory;
let session: PaneSession;

beforeEach(() => {
  players = [];
  pastEnd = [];
  memory = new VideoMemory(new FakeStorage(), atOnce);
  session = new PaneSession({
    ...clipOptions,
    memory,
    mount: (video, start) => {
      const player = new FakePlayer(video, start);
      players.push(player);
      return player;
    },
    pastEnd: ({ written }, length) => {
      pastEnd.push(`${written.label} ${length}`);
    },
  });
});

const cueAt = (time: string, video: Video = zoo): Cue => ({
  video,
  written: { time, label: `[${time}]` },
  note: undefined,
});

/** The player mounted last. */
function player(): FakePlayer {
  const last = players.at(-1);
  if (last === undefined) throw new Error('No player is mounted.');
  return last;
}

describe('a click before the length is known', () => {
  it('starts the video by itself, at what the timestamp seems to mean', () => {
    session.play(cueAt('00:01:06'));
    expect(player()).toMatchObject({ video: zoo, start: { seconds: 66, rate: 1, autoplay: true } });
  });

  it('corrects itself when the length shows that the note slipped a unit', () => {
    session.play(cueAt('03:01:00'));
    expect(player().start.seconds).toBe(10_860);
    player().becomeReady({ length: 4202 });
    expect(player().playhead()).toBe(181);
    expect(player().snapshot.value.status).toBe('playing');
    expect(session.state?.time).toBe(181);
  });

  it('corrects itself once: where the user goes then is their own business', () => {
    session.play(cueAt('03:01:00'));
    player().becomeReady({ length: 4202 });
    player().seek(2000);
    player().reportLength(4203);
    expect(player().playhead()).toBe(2000);
  });

  it('leaves the player alone when it was right', () => {
    session.play(cueAt('00:01:06'));
    player().becomeReady({ length: 4202 });
    expect(player().told).toEqual([]);
  });

  it('uses the length that was learned of the video before', () => {
    memory.learnLength(zoo, 4202);
    session.play(cueAt('03:01:00'));
    expect(player().start.seconds).toBe(181);
  });

  it('starts at the beginning and says why when it lies past the end', () => {
    session.play(cueAt('30:59:00'));
    expect(player().start.seconds).toBe(1859);
    player().becomeReady({ length: 100 });
    expect(player().playhead()).toBe(0);
    expect(pastEnd).toEqual(['[30:59:00] 100']);
  });

  it('starts at 0 when it says 0', () => {
    session.play(cueAt('00:00:00'));
    player().becomeReady({ length: 100 });
    expect(player().playhead()).toBe(0);
    expect(player().told).toEqual([]);
  });

  it('is forgotten for a second click that comes before the player is ready', () => {
    session.play(cueAt('03:01:00'));
    session.play(cueAt('00:01:06'));
    expect(players).toHaveLength(1);
    player().becomeReady({ length: 4202 });
    expect(player().playhead()).toBe(66);
  });

  it('is forgotten when another video comes into the pane', () => {
    session.play(cueAt('03:01:00'));
    session.show(lecture);
    player().becomeReady({ length: 4202 });
    expect(player().playhead()).toBe(0);
    expect(player().snapshot.value.status).toBe('paused');
  });
});

describe('a click after the length is known', () => {
  beforeEach(() => {
    session.show(zoo);
    player().becomeReady({ length: 4202 });
  });

  it.each([
    ['00:01:06', 66],
    ['00:00:00', 0],
    ['03:01:00', 181],
    // In a video whose length may be rounded up, its very end is the last second that plays for sure.
    ['01:10:02', 4201],
    ['01:10:03', 4201],
  ])('on %s plays at %d in the player that is there', (time, seconds) => {
    session.play(cueAt(time));
    expect(players).toHaveLength(1);
    expect(player().told).toEqual([`seek ${seconds}`, 'play']);
  });

  it('past the end plays the start of the video and says why', () => {
    session.play(cueAt('80:00:00'));
    expect(player().playhead()).toBe(0);
    expect(pastEnd).toEqual(['[80:00:00] 4202']);
  });

  it('plays a video that was paused', () => {
    expect(player().snapshot.value.status).toBe('paused');
    session.play(cueAt('00:01:06'));
    expect(player().snapshot.value.status).toBe('playing');
  });
});

describe('another video', () => {
  it('replaces the first, whose player ends', () => {
    session.play(cueAt('00:01:06'));
    const [first] = players;
    session.play(cueAt('00:00:10', lecture));
    expect(first?.disposed).toBe(true);
    expect(player()).toMatchObject({ video: lecture, disposed: false, start: { seconds: 10 } });
    expect(session.video).toEqual(lecture);
  });

  it('is played at the speed that the user chose', () => {
    session.play(cueAt('00:01:06'));
    player().becomeReady();
    player().setRate(1.5);
    session.play(cueAt('00:00:10', lecture));
    expect(player().start.rate).toBe(1.5);
  });
});

describe('a video that failed', () => {
  const faults: readonly Fault[] = ['no-answer', 'player-error', 'file-missing'];

  it.each(faults)('before it loaded keeps its place: %s', (fault) => {
    session.restore({ video: zoo, time: 83.25, rate: 1.5 });
    session.wake();
    player().fail(fault);
    expect(session.state).toEqual({ video: zoo, time: 83.25, rate: 1.5 });
  });

  it('midway keeps the place where it failed', () => {
    session.play(cueAt('00:01:06'));
    player().becomeReady({ length: 4202 });
    player().moveTo(754);
    player().fail('player-error');
    expect(session.state?.time).toBe(754);
    session.reload(true);
    expect(player().start).toMatchObject({ seconds: 754, rate: 1, autoplay: true });
  });

  it('is loaded again by a click on a timestamp of it', () => {
    session.play(cueAt('00:01:06'));
    player().fail('no-answer');
    session.play(cueAt('00:00:10'));
    expect(players).toHaveLength(2);
    expect(players[0]?.disposed).toBe(true);
    expect(player().start.seconds).toBe(10);
  });

  it('is loaded again, at its place, when it is to be shown', () => {
    session.restore({ video: zoo, time: 83, rate: 1 });
    session.wake();
    player().fail('no-answer');
    session.show(zoo);
    expect(players).toHaveLength(2);
    expect(player().start).toMatchObject({ seconds: 83, rate: 1, autoplay: false });
  });

  it('and loads again after all still corrects the click', () => {
    session.play(cueAt('03:01:00'));
    player().fail('no-answer');
    session.reload(true);
    player().becomeReady({ length: 4202 });
    expect(player().playhead()).toBe(181);
  });
});

describe('the network', () => {
  it.each<Fault>(['no-answer', 'media-unreachable'])(
    'that comes back has the video tried again: %s',
    (fault) => {
      session.play(cueAt('00:01:06'));
      player().fail(fault);
      session.comeBack();
      expect(players).toHaveLength(2);
      expect(player().start).toMatchObject({ seconds: 66, autoplay: true });
    },
  );

  it('that comes back once more has it tried no second time, unless it was there meanwhile', () => {
    session.play(cueAt('00:01:06'));
    player().fail('no-answer');
    session.comeBack();
    player().fail('no-answer');
    session.comeBack();
    expect(players).toHaveLength(2);
    session.reload(true);
    player().becomeReady();
    player().fail('no-answer');
    session.comeBack();
    expect(players).toHaveLength(4);
  });

  it.each([
    ['playing', true],
    ['buffering', true],
    ['paused', false],
  ] as const)('that comes back has a video that was %s play: %s', (status, autoplay) => {
    session.show(zoo);
    player().becomeReady({ status });
    player().moveTo(754);
    player().fail('no-answer');
    session.comeBack();
    expect(player().start).toMatchObject({ seconds: 754, autoplay });
  });

  it.each<Fault>(['gone', 'file-missing', 'player-error'])(
    'has nothing to do with the fault "%s"',
    (fault) => {
      session.play(cueAt('00:01:06'));
      player().fail(fault);
      session.comeBack();
      expect(players).toHaveLength(1);
    },
  );

  it('that comes back disturbs no video that plays, and no empty pane', () => {
    session.comeBack();
    session.play(cueAt('00:01:06'));
    session.comeBack();
    player().becomeReady();
    session.comeBack();
    expect(players).toHaveLength(1);
  });
});

describe('the sound', () => {
  const quiet = { volume: 0.4, muted: true };

  it('is left to the first player, and is the same for the next one', () => {
    session.play(cueAt('00:01:06'));
    expect(player().start.sound).toBeUndefined();
    player().becomeReady(quiet);
    session.play(cueAt('00:00:10', lecture));
    expect(player().start.sound).toEqual(quiet);
  });

  it('comes through a fault, and through a player that never got ready', () => {
    session.play(cueAt('00:01:06'));
    player().becomeReady(quiet);
    player().fail('no-answer');
    session.reload(true);
    expect(player().start.sound).toEqual(quiet);
    player().fail('no-answer');
    session.reload(true);
    expect(player().start.sound).toEqual(quiet);
  });
});

describe('a correction that comes late', () => {
  it('does not start a video that was paused meanwhile', () => {
    session.play(cueAt('03:01:00'));
    session.pause();
    player().becomeReady({ length: 4202 });
    expect(player().start).toMatchObject({ seconds: 181, rate: 1, autoplay: false });
    expect(player().told).toEqual([]);
    expect(session.state?.time).toBe(181);
  });

  it('does not start a video that failed and is only to be shown', () => {
    session.play(cueAt('03:01:00'));
    player().fail('no-answer');
    session.show(zoo);
    player().becomeReady({ length: 4202 });
    expect(player().start).toMatchObject({ seconds: 181, rate: 1, autoplay: false });
    expect(player().told).toEqual([]);
  });
});

describe('showing a video', () => {
  it('loads it at its start, without playing it', () => {
    session.show(zoo);
    expect(player().start).toMatchObject({ seconds: 0, rate: 1, autoplay: false });
  });

  it('that is there already leaves it as it is', () => {
    session.play(cueAt('00:01:06'));
    player().becomeReady();
    session.show({ ...zoo });
    expect(players).toHaveLength(1);
    expect(player().told).toEqual([]);
  });

  it('loads nothing of another one that a layout kept', () => {
    session.restore({ video: lecture, time: 5, rate: 1.5 });
    session.show(zoo);
    expect(players.map(({ video }) => video)).toEqual([zoo]);
  });

  it('that a layout kept loads it where it was', () => {
    session.restore({ video: zoo, time: 5, rate: 1.5 });
    session.show(zoo);
    expect(players.map(({ start }) => start.seconds)).toEqual([5]);
  });
});

describe('restoring a layout', () => {
  it('brings back the second and the speed, paused', () => {
    session.restore({ video: zoo, time: 83.25, rate: 1.5 });
    session.wake();
    expect(player().start).toMatchObject({ seconds: 83.25, rate: 1.5, autoplay: false });
    player().becomeReady({ length: 4202 });
    expect(session.state).toEqual({ video: zoo, time: 83.25, rate: 1.5 });
    expect(player().snapshot.value.status).toBe('paused');
  });

  it('leaves the video that plays already as it is', () => {
    session.play(cueAt('00:01:06'));
    player().becomeReady();
    session.restore({ video: zoo, time: 5, rate: 1 });
    expect(players).toHaveLength(1);
    expect(player().told).toEqual([]);
  });

  it('loads nothing until the pane is seen, and keeps the place meanwhile', () => {
    session.restore({ video: zoo, time: 83.25, rate: 1.5 });
    expect(players).toEqual([]);
    expect(session.state).toEqual({ video: zoo, time: 83.25, rate: 1.5 });
    expect(session.video).toEqual(zoo);
    session.wake();
    session.wake();
    expect(players).toHaveLength(1);
  });

  it.each([4202, 4201.5])('begins anew where the video was over: at %d of 4202', (time) => {
    session.restore({ video: zoo, time, rate: 1 });
    session.wake();
    player().becomeReady({ length: 4202 });
    expect(session.state?.time).toBe(0);
    expect(player().start).toMatchObject({ seconds: 0, autoplay: false });
  });

  it('begins anew where the place lies past the end of what the video is now', () => {
    session.restore({ video: zoo, time: 9e6, rate: 1 });
    session.wake();
    player().becomeReady({ length: 100 });
    expect(player().start).toMatchObject({ seconds: 0, rate: 1, autoplay: false });
    expect(session.state?.time).toBe(0);
  });

  it('keeps 0 as a time', () => {
    session.restore({ video: zoo, time: 0, rate: 1 });
    expect(session.state?.time).toBe(0);
  });
});

describe('play or pause', () => {
  it.each([
    ['paused', 'play'],
    ['ended', 'play'],
    ['blocked', 'play'],
    ['playing', 'pause'],
    ['buffering', 'pause'],
  ] as const)('when the video is %s: %s', (status, command) => {
    session.show(zoo);
    player().becomeReady({ status });
    session.playOrPause();
    expect(player().told).toEqual([command]);
  });

  it('does nothing in an empty pane', () => {
    session.playOrPause();
    session.pause();
    session.reload();
    expect(players).toEqual([]);
    expect(session.state).toBeUndefined();
  });
});

describe('reloading', () => {
  it.each([
    ['playing', true],
    ['buffering', true],
    ['paused', false],
    ['ended', false],
  ] as const)(
    'goes on at the same second at the same speed; %s before, playing again: %s',
    (status, autoplay) => {
      session.show(zoo);
      player().becomeReady({ status, rate: 2 });
      player().moveTo(754.5);
      session.reload();
      expect(players).toHaveLength(2);
      expect(players[0]?.disposed).toBe(true);
      expect(player().start).toMatchObject({ seconds: 754.5, rate: 2, autoplay });
    },
  );

  it('goes on playing what was about to play', () => {
    session.play(cueAt('00:01:06'));
    session.reload();
    expect(player().start).toMatchObject({ seconds: 66, rate: 1, autoplay: true });
    player().becomeReady({ status: 'paused' });
    session.reload();
    expect(player().start.autoplay).toBe(true);
  });

  it('leaves paused what was paused, though it was told to play at first', () => {
    session.play(cueAt('00:01:06'));
    player().becomeReady();
    player().pause();
    session.reload();
    expect(player().start.autoplay).toBe(false);
  });
});

describe('the last second of a video', () => {
  it.each([4201.5, 4202])('is where it stays when it is loaded anew: %d of 4202', (time) => {
    session.show(zoo);
    player().becomeReady({ length: 4202 });
    player().moveTo(time);
    session.reload();
    player().becomeReady({ length: 4202 });
    expect(players).toHaveLength(2);
    expect(session.state?.time).toBe(time);
  });

  it('is where a timestamp leads, also when that turns out while the video is paused', () => {
    session.play(cueAt('03:01:00'));
    session.pause();
    player().becomeReady({ length: 181.5 });
    player().becomeReady({ length: 181.5 });
    expect(session.state?.time).toBe(181);
  });

  it('is where a place ends up that lies past the end of a video that two loads say is shorter', () => {
    session.show(zoo);
    player().becomeReady({ length: 4202 });
    player().moveTo(4000);
    session.reload();
    player().becomeReady({ length: 100 });
    expect(player().start.seconds).toBe(4000);
    session.reload();
    player().becomeReady({ length: 100 });
    expect(player().start.seconds).toBe(100);
  });
});

describe('an address that only a note or a layout names', () => {
  const state = { video: remote, time: 83, rate: 1 };

  it.each(['played', 'shown'] as const)('is not asked before it is %s', (how) => {
    session.restore(state);
    session.wake();
    expect(players).toEqual([]);
    expect([session.video, session.state?.time, session.withheld.value]).toEqual([remote, 83, remote]);
    if (how === 'played') session.playOrPause();
    else session.show(remote);
    expect(players.map(({ video }) => video)).toEqual([remote]);
    expect(session.withheld.value).toBeUndefined();
  });

  it('is loaded at once if it has played before, unless nobody has asked for it now', () => {
    memory.learn(remote, { position: 83 });
    session.restore({ ...state, isUnrequested: true });
    session.wake();
    expect(players).toEqual([]);
    session.dispose();
    session.restore(state);
    session.wake();
    expect(players).toHaveLength(1);
  });
});

describe('a length that is wrong at first', () => {
  it('sends a timestamp past it to the beginning, and to its second when a longer one is said', () => {
    session.play(cueAt('00:20:00'));
    player().becomeReady({ length: 15 });
    expect(session.state?.time).toBe(0);
    player().reportLength(4202);
    expect(session.state?.time).toBe(1200);
  });

  it('does not keep a timestamp that is played next from its second', () => {
    session.show(zoo);
    player().becomeReady({ length: 15 });
    session.play(cueAt('03:01:00'));
    player().reportLength(4202);
    expect(session.state?.time).toBe(181);
  });

  it('leaves alone where the user went meanwhile', () => {
    session.play(cueAt('00:20:00'));
    player().becomeReady({ length: 15 });
    session.seek(7);
    player().reportLength(4202);
    expect(session.state?.time).toBe(7);
  });

  it('that is shorter than what is known moves nothing, and is not remembered', () => {
    memory.learnLength(zoo, 4202);
    session.play(cueAt('00:20:00'));
    player().becomeReady({ length: 15 });
    expect([session.state?.time, session.length.value, memory.factsOf(zoo).length]).toEqual([
      1200, 4202, 4202,
    ]);
    session.seek(2000);
    expect(session.state?.time).toBe(2000);
    expect(pastEnd).toEqual([]);
  });
});

describe('a pane', () => {
  it('remembers the length of its video', () => {
    session.show(zoo);
    player().becomeReady({ length: 19 });
    expect(memory.length(zoo).value).toBe(19);
  });

  it('was used later than another that was used before it', () => {
    const other = new PaneSession({
      ...clipOptions,
      memory,
      mount: (...args) => new FakePlayer(...args),
      pastEnd: () => undefined,
    });
    expect(session.usedAt).toBe(0);
    session.show(zoo);
    other.show(zoo);
    expect(other.usedAt).toBeGreaterThan(session.usedAt);
    session.playOrPause();
    expect(session.usedAt).toBeGreaterThan(other.usedAt);
  });

  it('ends with its player, which it no longer listens to', () => {
    session.play(cueAt('03:01:00'));
    const ended = player();
    session.dispose();
    session.dispose();
    ended.snapshot.value = { ...ended.snapshot.value, length: 4202 };
    expect(ended.disposed).toBe(true);
    expect(ended.told).toEqual([]);
    expect(memory.length(zoo).value).toBeUndefined();
    expect([session.video, session.state, session.player.value]).toEqual([undefined, undefined, undefined]);
  });
});

describe('the memory of a video', () => {
  it('is where it is, how fast, how long and what it is called, once it has played', () => {
    session.show(zoo);
    player().becomeReady({ length: 4202, title: 'Me at the zoo', rate: 1.5 });
    expect(memory.factsOf(zoo)).toEqual({ title: 'Me at the zoo' });
    player().play();
    for (const second of [752, 753, 754, 755]) player().moveTo(second - 0.1);
    expect(memory.factsOf(zoo)).toEqual({ length: 4202, title: 'Me at the zoo', position: 754, rate: 1.5 });
    player().pause();
    player().seek(760);
    expect(memory.factsOf(zoo).position).toBe(760);
  });

  it.each<Fault>(['no-answer', 'gone', 'file-missing'])(
    'is not changed by a load that fails: %s',
    (fault) => {
      memory.learn(zoo, { position: 754, rate: 1.5 });
      session.play(cueAt('00:00:00'));
      player().moveTo(0);
      player().fail(fault);
      player().moveTo(0);
      session.dispose();
      expect(memory.factsOf(zoo)).toEqual({ position: 754, rate: 1.5 });
    },
  );

  it('is not changed by opening it, nor by a fault midway', () => {
    memory.learn(zoo, { position: 754 });
    session.show(zoo);
    player().becomeReady({ length: 4202 });
    expect(memory.factsOf(zoo).position).toBe(754);
    player().play();
    player().moveTo(800);
    player().fail('no-answer');
    player().moveTo(0);
    expect(memory.factsOf(zoo).position).toBe(800);
  });

  it('is nothing that a player said which never got ready', () => {
    session.show(zoo);
    player().snapshot.value = { ...LOADING, title: 'zoo.mp4', length: 19 };
    player().fail('file-missing');
    expect(memory.factsOf(zoo)).toEqual({});
    session.reload();
    player().becomeReady({ title: 'Me at the zoo', length: 20 });
    expect(memory.factsOf(zoo)).toMatchObject({ title: 'Me at the zoo' });
    expect(memory.length(zoo).value).toBe(20);
  });

  it('is not where a stream was left, which goes on meanwhile', () => {
    session.play(cueAt('00:00:10'));
    player().becomeReady({ live: true, title: 'Pandas' });
    player().moveTo(7200);
    expect(memory.factsOf(zoo)).toEqual({ title: 'Pandas', rate: 1 });
  });

  it('is how fast it is played next time', () => {
    memory.learn(zoo, { rate: 1.75 });
    session.show(zoo);
    expect(player().start.rate).toBe(1.75);
    session.play(cueAt('00:00:10', lecture));
    expect(player().start.rate).toBe(1.75);
    memory.learn(zoo, { rate: 1.25 });
    session.play(cueAt('00:00:10'));
    expect(player().start.rate).toBe(1.25);
  });

  it('is written when the pane closes', () => {
    const storage = new FakeStorage();
    const own = new VideoMemory(storage, () => () => undefined);
    const pane = new PaneSession({
      ...clipOptions,
      memory: own,
      mount: (...args) => new FakePlayer(...args),
      pastEnd: () => undefined,
    });
    own.learn(zoo, { position: 754 });
    expect(storage.saves).toBe(0);
    pane.dispose();
    expect(storage.saves).toBe(1);
  });
});

describe('the offer to resume', () => {
  it('stands where a video is opened that was left midway', () => {
    memory.learn(zoo, { position: 754, length: 4202 });
    session.show(zoo);
    expect(session.resumeAt.value).toBe(754);
    expect(player().start).toMatchObject({ seconds: 0, autoplay: false });
  });

  it.each([
    ['nothing is known of it', {}],
    ['it was left at its beginning', { position: 9, length: 4202 }],
    ['it was seen to its end', { position: 4195, length: 4202 }],
  ])('is not made where %s', (_, left) => {
    memory.learn(zoo, left);
    session.show(zoo);
    expect(session.resumeAt.value).toBeUndefined();
  });

  it('is not made where a timestamp or a layout asked for a second', () => {
    memory.learn(zoo, { position: 754, length: 4202 });
    session.play(cueAt('00:00:00'));
    expect(session.resumeAt.value).toBeUndefined();
    session.dispose();
    session.restore({ video: zoo, time: 5, rate: 1 });
    session.wake();
    expect(session.resumeAt.value).toBeUndefined();
  });

  it.each<[string, () => void]>([
    ['it is taken', () => session.playFrom(754)],
    ['the user goes elsewhere', () => session.seek(100)],
    ['a timestamp is played', () => session.play(cueAt('00:01:00'))],
    ['another video comes', () => session.show(lecture)],
    ['the pane is closed', () => session.dispose()],
  ])('ends when %s', (_, happen) => {
    memory.learn(zoo, { position: 754, length: 4202 });
    session.show(zoo);
    player().becomeReady({ length: 4202 });
    happen();
    expect(session.resumeAt.value).toBeUndefined();
  });

  it('stays while the beginning plays for a moment, though that is remembered now', () => {
    memory.learn(zoo, { position: 754, length: 4202 });
    session.show(zoo);
    player().becomeReady({ length: 4202 });
    player().play();
    player().moveTo(14);
    expect(session.resumeAt.value).toBe(754);
    player().moveTo(15);
    expect(session.resumeAt.value).toBeUndefined();
  });

  it('that is taken plays there', () => {
    memory.learn(zoo, { position: 754, length: 4202 });
    session.show(zoo);
    player().becomeReady({ length: 4202 });
    session.playFrom(754);
    expect(player().told).toEqual(['seek 754', 'play']);
    expect(session.state?.time).toBe(754);
  });
});

describe('the chapters', () => {
  const ticksOfNote = (path: string, text: string): NoteTicks => ({
    path,
    text,
    ticks: ticksOf(scan(text), {
      video: zoo,
      length: undefined,
      videos: { own: zoo, shown: [] },
      resolve: () => undefined,
    }),
  });
  const read = ticksOfNote('read.md', '## One\n[0:10]\n## Two\n[0:20]');
  const written = ticksOfNote('written.md', 'Said [0:15].');
  const ticks = signal(NO_TICKS);
  const titles = (): readonly string[] => session.chapters.value.map(({ title }) => title);

  beforeEach(() => {
    ticks.value = read;
    session = new PaneSession({
      ...clipOptions,
      memory,
      mount: (...args) => new FakePlayer(...args),
      pastEnd: () => undefined,
      ticks: () => ticks,
    });
    session.show(zoo);
  });

  it('are those of the note', () => {
    expect(titles()).toEqual(['One', 'Two']);
  });

  it('stay while the user writes a note about the video that has none', () => {
    expect(titles()).toEqual(['One', 'Two']);
    ticks.value = written;
    expect(titles()).toEqual(['One', 'Two']);
    ticks.value = ticksOfNote('written.md', '# Notes\n\nSaid [0:15] and [0:16].');
    expect(titles()).toEqual(['One', 'Two']);
    ticks.value = ticksOfNote('written.md', '# Notes\n\nSaid [0:15].\n\n# More\n\n[0:16]');
    expect(titles()).toEqual(['Notes', 'More']);
  });

  it('go where the user deletes them', () => {
    expect(titles()).toEqual(['One', 'Two']);
    ticks.value = ticksOfNote('read.md', '[0:10] [0:20]');
    expect(titles()).toEqual([]);
  });

  it('are not those of another video', () => {
    expect(titles()).toEqual(['One', 'Two']);
    ticks.value = written;
    session.show(lecture);
    expect(titles()).toEqual([]);
  });
});
