// The clip that a pane plays: where it ends, what happens there, and what ends it.
import { signal, type Signal } from '@preact/signals-core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { scan } from '../../src/core/read/scan';
import { NO_TICKS, ticksOf, type NoteTicks } from '../../src/core/mean/ticks';
import type { Timestamp } from '../../src/core/mean/timestamp';
import type { ClipSettings } from '../../src/playback/clip-loop';
import { PaneSession } from '../../src/playback/pane-session';
import { VideoMemory } from '../../src/playback/video-memory';
import { later } from '../../src/app/later';
import { atOnce } from '../support/at-once';
import { FakeStorage } from '../support/fake-storage';
import { RunningPlayer } from '../support/running-player';
import { lecture, zoo } from './videos';

const LENGTH = 600;
const note = '[00:10], [00:20 - 00:30], [00:50], [01:00]';
const atTheEnd = '[09:58 - 59:00]';

let players: RunningPlayer[];
let settings: Signal<ClipSettings>;
let ticks: Signal<NoteTicks>;
let session: PaneSession;

beforeEach(() => {
  vi.useFakeTimers();
  players = [];
  settings = signal({ pauseAtClipEnd: true });
  ticks = signal(NO_TICKS);
  session = new PaneSession({
    memory: new VideoMemory(new FakeStorage(), atOnce),
    mount: (...args) => {
      const player = new RunningPlayer(...args);
      players.push(player);
      return player;
    },
    pastEnd: () => undefined,
    ticks: () => ticks,
    later,
    settings,
  });
});

afterEach(() => {
  session.dispose();
  expect(vi.getTimerCount(), 'timers that nobody ended').toBe(0);
  vi.useRealTimers();
});

const player = (): RunningPlayer => players.at(-1) ?? expect.fail('No player is mounted.');
const now = (): number => player().playhead() ?? NaN;
const status = (): string => player().snapshot.value.status;

/** The note says this of the video. */
function write(text: string, path = 'a.md'): void {
  const context = { video: zoo, length: LENGTH, videos: { own: zoo, shown: [] }, resolve: () => undefined };
  ticks.value = { path, text, ticks: ticksOf(scan(text), context) };
}

/** Plays the timestamp of a note that begins with `label`. */
function play(label: string, loop = false, text = note): void {
  write(text);
  const timestamp = scan(text).find(({ written }) => written.label.includes(label)) as Timestamp;
  session.play({ ...timestamp, video: zoo, note: 'a.md', loop });
}

function pass(seconds: number): void {
  vi.advanceTimersByTime(seconds * 1000);
}

describe('a range', () => {
  beforeEach(() => {
    play('00:20');
    player().becomeReady({ length: LENGTH });
  });

  it.each([0.25, 1, 1.75, 2])('pauses at its end, at speed %d', (rate) => {
    session.setRate(rate);
    pass(10 / rate - 0.1);
    expect(status()).toBe('playing');
    pass(0.2);
    expect(status()).toBe('paused');
    expect(now()).toBeCloseTo(30, 0);
    expect(now()).toBeGreaterThan(29.9);
  });

  it('goes on past its end, when it is played on there', () => {
    pass(11);
    expect(status()).toBe('paused');
    session.playOrPause();
    pass(20);
    expect(status()).toBe('playing');
    expect(now()).toBeCloseTo(50, 0);
  });

  it('is still one after a pause, a change of speed, and a wait for more of the video', () => {
    pass(2);
    session.pause();
    pass(60);
    session.playOrPause();
    session.setRate(2);
    pass(1);
    player().buffer(true);
    pass(30);
    player().buffer(false);
    expect(now()).toBeCloseTo(24, 1);
    pass(2.9);
    expect(status()).toBe('playing');
    pass(0.2);
    expect(status()).toBe('paused');
  });

  it('does not pause where the setting says so, whenever that was set', () => {
    pass(5);
    settings.value = { pauseAtClipEnd: false };
    pass(10);
    expect(status()).toBe('playing');
    settings.value = { pauseAtClipEnd: true };
    pass(10);
    expect(status()).toBe('playing');
  });

  it.each<[string, () => void]>([
    ['seeks behind it', () => session.seek(100)],
    ['seeks before it', () => session.seek(5)],
    ['seeks elsewhere in the player itself', () => player().moveTo(100)],
    ['plays another timestamp', () => play('00:50')],
  ])('ends when the user %s', (_, leave) => {
    pass(2);
    leave();
    pass(40);
    expect(status()).toBe('playing');
    expect(session.clip.isOn.value).toBe(false);
  });

  it('is still one after a seek within it', () => {
    session.seek(28);
    pass(3);
    expect(status()).toBe('paused');
    expect(now()).toBeCloseTo(30, 1);
  });

  it('goes on to its end after a fault', () => {
    pass(4);
    player().fail('no-answer');
    session.reload(true);
    player().becomeReady({ length: LENGTH });
    expect(now()).toBeCloseTo(24, 0);
    pass(7);
    expect(status()).toBe('paused');
  });

  it('ends with its video', () => {
    session.show(lecture);
    player().becomeReady({ length: LENGTH });
    session.playFrom(20);
    pass(20);
    expect(status()).toBe('playing');
  });
});

it('A moment plays on, where the next one begins too', () => {
  play('00:10');
  player().becomeReady({ length: LENGTH });
  pass(30);
  expect(status()).toBe('playing');
});

it('A range that ends with the video is left to end, so that one press plays it again', () => {
  play('09:58', false, atTheEnd);
  player().becomeReady({ length: LENGTH });
  pass(5);
  expect(status()).toBe('ended');
});

it('A range is played to another end, when the length says that it slipped a unit', () => {
  play('03:01:00', false, '[03:01:00 - 03:11:00]');
  expect(player().start.seconds).toBe(10_860);
  player().becomeReady({ length: 4202 });
  expect(now()).toBe(181);
  pass(11);
  expect([status(), now()]).toEqual(['paused', expect.closeTo(191, 1)]);
});

describe('a loop', () => {
  it.each([0.25, 1, 2])('turns back within a quarter of a second, at speed %d', (rate) => {
    play('00:20', true);
    player().becomeReady({ length: LENGTH });
    session.setRate(rate);
    pass(35 / rate);
    expect(session.clip.isOn.value).toBe(true);
    expect(player().jumps).toHaveLength(3);
    for (const [from, to] of player().jumps) {
      expect(Math.abs(from - 30)).toBeLessThan(0.25);
      expect(to).toBe(20);
    }
    expect(now()).toBeCloseTo(25, 0);
  });

  it('of a moment ends where the next one begins, as the note is now', () => {
    play('00:10', true);
    player().becomeReady({ length: LENGTH });
    pass(8);
    write(note.replace('00:20', '00:19'));
    pass(2);
    expect(player().jumps).toEqual([[expect.closeTo(19, 1), 10]]);
  });

  it('of a moment is eight seconds long where the next one is sooner', () => {
    play('00:10', true);
    player().becomeReady({ length: LENGTH });
    write(note.replace('00:20', '00:11'));
    pass(17);
    expect(player().jumps).toEqual([
      [expect.closeTo(18, 1), 10],
      [expect.closeTo(18, 1), 10],
    ]);
  });

  it('of the last moment is fifteen seconds long, while the note is not read too', () => {
    play('01:00', true);
    ticks.value = NO_TICKS;
    player().becomeReady({ length: LENGTH });
    pass(16);
    expect(player().jumps).toEqual([[expect.closeTo(75, 1), 60]]);
  });

  it('that ends with the video begins again there', () => {
    play('09:58', true, atTheEnd);
    player().becomeReady({ length: LENGTH });
    pass(7);
    expect(status()).toBe('playing');
    expect(now()).toBeGreaterThan(598);
    expect(player().jumps.length).toBeGreaterThanOrEqual(2);
    expect(player().jumps.every(([, to]) => to === 598)).toBe(true);
  });

  it('begins again also where the player was faster than the clock, and ended', () => {
    play('09:58', true, atTheEnd);
    player().becomeReady({ length: LENGTH });
    player().moveTo(LENGTH);
    player().snapshot.value = { ...player().snapshot.value, status: 'ended' };
    pass(0.1);
    expect(status()).toBe('playing');
    expect(player().jumps).toEqual([[600, 598]]);
  });

  it('that is turned off plays on past the end of its range', () => {
    play('00:20', true);
    player().becomeReady({ length: LENGTH });
    pass(15);
    session.clip.toggle();
    expect(session.clip.isOn.value).toBe(false);
    pass(6);
    expect(status()).toBe('playing');
    expect(now()).toBeCloseTo(31, 0);
  });

  it('of a part that no timestamp says plays that part, and names none', () => {
    write(note);
    session.show(zoo);
    player().becomeReady({ length: LENGTH });
    session.loop({ start: 40, end: 47 });
    expect(session.clip.looped.value).toEqual({
      cue: undefined,
      clip: { start: 40, end: 47, isRange: false },
    });
    player().jumps.length = 0;
    pass(8);
    expect(player().jumps).toEqual([[expect.closeTo(47, 1), 40]]);
    session.clip.loop({ start: 40, end: 55 });
    pass(7);
    expect([session.clip.isOn.value, now()]).toEqual([true, expect.closeTo(48, 0)]);
  });

  it('is left by going elsewhere, and stays when one goes back within it', () => {
    play('00:20', true);
    player().becomeReady({ length: LENGTH });
    session.seek(28);
    pass(3);
    expect(session.clip.isOn.value).toBe(true);
    session.seek(300);
    expect(session.clip.isOn.value).toBe(false);
    pass(60);
    expect(now()).toBeCloseTo(360, 0);
  });

  it('is not left by a timer that is late', () => {
    play('00:20', true);
    player().becomeReady({ length: LENGTH });
    player().moveTo(31.5);
    pass(0.01);
    expect(session.clip.isOn.value).toBe(true);
    expect(now()).toBeCloseTo(20, 0);
  });
});

describe('a loop whose timestamp changes in the note', () => {
  const looped = (): object | undefined => {
    const clip = session.clip.looped.value?.clip;
    return clip === undefined ? undefined : { start: clip.start, end: clip.end };
  };

  beforeEach(() => {
    play('00:20', true);
    player().becomeReady({ length: LENGTH });
  });

  it.each([
    ['a later end', note.replace('00:30', '00:40'), { start: 20, end: 40 }],
    ['an earlier end', note.replace('00:30', '00:25'), { start: 20, end: 25 }],
    ['another start', note.replace('00:20', '00:15'), { start: 15, end: 30 }],
    ['no end any more', note.replace('00:20 - 00:30', '00:20'), { start: 20, end: 35 }],
    ['the same, after words before it', `Words. ${note}`, { start: 20, end: 30 }],
    [
      'another end, after words before it',
      `Words. ${note.replace('00:30', '00:40')}`,
      { start: 20, end: 40 },
    ],
  ])('has %s with it', (_, text, clip) => {
    write(text);
    expect(looped()).toEqual(clip);
    write(note);
    expect(looped()).toEqual({ start: 20, end: 30 });
    expect(session.clip.isOn.value).toBe(true);
  });

  it('is found again after words were typed before it, and then in it', () => {
    write(`Words. ${note}`);
    write(`Words. ${note.replace('00:30', '00:40')}`);
    expect(looped()).toEqual({ start: 20, end: 40 });
  });

  it.each([
    ['is deleted', note.replace('[00:20 - 00:30], ', '')],
    ['is half typed', note.replace('[00:20 - 00:30]', '[00:20 - 00:3')],
    ['is deleted with all that stands before it', '[00:50], [01:00]'],
    ['is one of another note', note.replace('00:30', '00:40'), 'b.md'],
  ])('goes on as it was if that %s', (_, text, path = 'a.md') => {
    write(text, path);
    expect(looped()).toEqual({ start: 20, end: 30 });
    write(note.replace('00:30', '00:40'));
    expect(looped()).toEqual({ start: 20, end: 40 });
  });

  it('goes back to its start if the video is behind its new end', () => {
    pass(8);
    write(note.replace('00:30', '00:25'));
    expect([now(), session.clip.isOn.value]).toEqual([20, true]);
    pass(6);
    expect(now()).toBeCloseTo(21, 0);
  });

  it('goes back to its start if a handle was moved before the video', () => {
    pass(8);
    const cue = session.clip.looped.value?.cue ?? expect.fail('Nothing is looped.');
    const [moved] = scan('[00:20 - 00:25]');
    session.clip.loop({ ...cue, ...moved });
    expect([now(), session.clip.isOn.value]).toEqual([20, true]);
    pass(6);
    expect(now()).toBeCloseTo(21, 0);
  });
});

it('A range that is given a later end while it plays pauses there', () => {
  play('00:20');
  player().becomeReady({ length: LENGTH });
  pass(5);
  write(note.replace('00:30', '00:40'));
  pass(20);
  expect([status(), now()]).toEqual(['paused', expect.closeTo(40, 1)]);
});

describe('the switch', () => {
  /** The video plays from a second that no timestamp asked for. */
  function watch(seconds: number): void {
    write(note);
    session.show(zoo);
    player().becomeReady({ length: LENGTH });
    session.playFrom(seconds);
    player().jumps.length = 0;
  }

  it.each<[number, number, number]>([
    [12, 10, 20],
    [25, 20, 30],
    [55, 50, 60],
    [62, 60, 75],
  ])('loops the clip that the video is in: at %d from %d to %d', (at, start, end) => {
    watch(at);
    session.clip.toggle();
    expect(now()).toBe(at);
    pass(end - at + 1);
    expect(player().jumps).toEqual([[expect.closeTo(end, 1), start]]);
  });

  it.each<[string, number, number]>([
    ['behind all', 500, 60],
    ['in a gap', 40, 20],
    ['before all', 3, 10],
  ])('goes to the nearest clip where the video is in none: %s', (_, at, start) => {
    watch(at);
    session.clip.toggle();
    expect(now()).toBe(start);
    expect(session.clip.isOn.value).toBe(true);
  });

  it('loops the sentence that is said, while a transcript is in view', () => {
    watch(24);
    session.clip.transcriptPartAt.value = () => ({ start: 22, end: 37 });
    session.clip.toggle();
    pass(14);
    expect(player().jumps).toEqual([[expect.closeTo(37, 1), 22]]);
    expect(session.clip.looped.value?.cue).toBeUndefined();
  });

  it('forgets the timestamp that was played once the user goes to another second by the list', () => {
    play('00:20');
    player().becomeReady({ length: LENGTH });
    session.playFrom(24);
    pass(20);
    expect(status()).toBe('playing');
    session.playFrom(24);
    session.clip.transcriptPartAt.value = () => ({ start: 24, end: 29 });
    session.clip.toggle();
    expect(session.clip.looped.value?.clip).toEqual({ start: 24, end: 29, isRange: false });
  });

  it('loops the clip that was played last, though another begins within it', () => {
    play('00:20');
    write(`${note} [00:25]`);
    player().becomeReady({ length: LENGTH });
    pass(11);
    expect(status()).toBe('paused');
    session.clip.toggle();
    expect([now(), status()]).toEqual([20, 'playing']);
    pass(12);
    expect(now()).toBeCloseTo(22, 0);
  });

  it('loops the clip that the video came to, and not the one that was played before', () => {
    play('00:10');
    player().becomeReady({ length: LENGTH });
    pass(43);
    session.clip.toggle();
    pass(8);
    expect(player().jumps).toEqual([[expect.closeTo(60, 1), 50]]);
  });

  it('is offered where there is a clip', () => {
    expect(session.clip.isOffered.value).toBe(false);
    session.clip.toggle();
    expect(session.clip.isOn.value).toBe(false);
    watch(12);
    expect(session.clip.isOffered.value).toBe(true);
    ticks.value = NO_TICKS;
    expect(session.clip.isOffered.value).toBe(false);
    session.clip.transcriptPartAt.value = () => undefined;
    expect(session.clip.isOffered.value).toBe(true);
    session.clip.toggle();
    expect(session.clip.isOn.value).toBe(false);
  });
});

it('A tick is played as the timestamp that it is', () => {
  write(note);
  session.show(zoo);
  player().becomeReady({ length: LENGTH });
  const tick = ticks.value.ticks.find(({ seconds }) => seconds === 20);
  if (tick !== undefined) session.playTick(tick);
  expect([now(), status()]).toEqual([20, 'playing']);
  pass(11);
  expect([now(), status()]).toEqual([expect.closeTo(30, 1), 'paused']);
});
