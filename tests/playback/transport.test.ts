// What each button, key and command does with a pane's video.
import { signal } from '@preact/signals-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { NO_TICKS, type Tick } from '../../src/core/mean/ticks';
import type { PaneSession } from '../../src/playback/pane-session';
import {
  perform,
  seekToPart,
  setVolume,
  USUAL_STEPS,
  type TransportAction,
} from '../../src/playback/transport';
import { cite } from '../support/cited';
import type { FakePlayer } from '../support/fake-player';
import { FakePanes } from '../support/fake-panes';
import { zoo } from './videos';

const steps = { near: 5, far: 30 };
const rates = [0.5, 1, 1.5];
const tickOf = (seconds: number): Tick => ({
  seconds,
  end: undefined,
  timestamp: { ...cite({ time: String(seconds) }), from: 0, to: 0 },
});
const ticks = signal({
  ...NO_TICKS,
  ticks: [10, 40, 60].map(tickOf),
});

let session: PaneSession;
let player: FakePlayer;

beforeEach(() => {
  const pane = new FakePanes(ticks).add(zoo);
  const [mounted] = pane.players;
  if (mounted === undefined) throw new Error('No player is mounted.');
  ({ session } = pane);
  player = mounted;
});

/** What the player is told for the action, when it is at `time` in a video of 100 s. */
async function toldFor(action: TransportAction, facts: object = {}, time = 50): Promise<string[]> {
  player.becomeReady({ length: 100, rates, ...facts });
  player.moveTo(time);
  player.told.length = 0;
  await perform(session, action, steps);
  return player.told;
}

describe('an action', () => {
  it.each<[TransportAction, string[]]>([
    ['play-or-pause', ['play']],
    ['skip-back', ['seek 45']],
    ['skip-forward', ['seek 55']],
    ['skip-back-further', ['seek 20']],
    ['skip-forward-further', ['seek 80']],
    ['go-to-start', ['seek 0']],
    ['go-to-next-timestamp', ['seek 60']],
    ['go-to-previous-timestamp', ['seek 40']],
    ['play-slower', ['rate 0.5']],
    ['play-faster', ['rate 1.5']],
    ['play-at-normal-speed', ['rate 1']],
    ['mute-or-unmute', ['mute']],
    ['volume-down', ['volume 0.95', 'unmute']],
    ['volume-up', ['volume 1', 'unmute']],
    ['full-screen', ['full screen']],
    ['picture-in-picture', []],
  ])('"%s" tells the player %j', async (action, told) => {
    expect(await toldFor(action)).toEqual(told);
  });

  it.each<[TransportAction, number, string]>([
    ['skip-back', 3, 'seek 0'],
    ['skip-back-further', 0, 'seek 0'],
    ['skip-forward', 98, 'seek 100'],
    ['skip-forward-further', 100, 'seek 100'],
  ])('"%s" at %d s stays in the video: %s', async (action, time, told) => {
    expect(await toldFor(action, {}, time)).toEqual([told]);
  });

  it.each<[TransportAction, number]>([
    ['go-to-next-timestamp', 60],
    ['go-to-previous-timestamp', 11],
  ])('"%s" at %d finds none', async (action, time) => {
    expect(await toldFor(action, {}, time)).toEqual([]);
  });

  it('"follow-in-note" turns following on and off', async () => {
    expect(await toldFor('follow-in-note')).toEqual([]);
    expect(session.following.isOn.peek()).toBe(true);
    await toldFor('follow-in-note');
    expect(session.following.isOn.peek()).toBe(false);
  });

  it('that loops the clip goes back to its start, where the video is behind it', async () => {
    expect(await toldFor('loop-clip', {}, 90)).toEqual(['seek 60']);
    expect(session.clip.isOn.value).toBe(true);
    await perform(session, 'loop-clip', steps);
    expect(session.clip.isOn.value).toBe(false);
  });

  it('skips in a stream, whose end nobody knows', async () => {
    expect(await toldFor('skip-forward-further', { length: undefined, live: true }, 7200)).toEqual([
      'seek 7230',
    ]);
  });

  it.each<[TransportAction, number, string]>([
    ['play-slower', 0.5, 'rate 0.5'],
    ['play-faster', 1.5, 'rate 1.5'],
    ['play-faster', 1.2, 'rate 1.5'],
    ['play-slower', 1.2, 'rate 1'],
  ])('"%s" at speed %d goes by what the player offers: %s', async (action, rate, told) => {
    expect(await toldFor(action, { rate })).toEqual([told]);
  });

  it.each<[TransportAction, object, string[]]>([
    ['mute-or-unmute', { muted: true }, ['unmute']],
    ['volume-up', { muted: true, volume: 0.1 }, ['volume 0.15', 'unmute']],
    ['volume-up', { volume: 0.98 }, ['volume 1', 'unmute']],
    ['volume-down', { volume: 0.05 }, ['volume 0']],
    ['volume-down', { volume: 0 }, ['volume 0']],
  ])('"%s" with %o tells the player %j', async (action, facts, told) => {
    expect(await toldFor(action, facts)).toEqual(told);
  });

  it('while the player loads counts once it is there', async () => {
    await perform(session, 'skip-forward-further', steps);
    await perform(session, 'skip-forward', steps);
    await perform(session, 'play-faster', steps);
    player.becomeReady({ length: 100 });
    expect(player.playhead()).toBe(35);
    expect(session.state?.time).toBe(35);
  });

  it('after a fault changes where the next try begins', async () => {
    player.becomeReady({ length: 100 });
    player.moveTo(50);
    player.fail('player-error');
    await perform(session, 'skip-forward-further', steps);
    expect(session.state?.time).toBe(80);
  });

  it('wakes a pane that a layout kept', async () => {
    const pane = new FakePanes().add();
    pane.session.restore({ video: zoo, time: 50, rate: 1 });
    await perform(pane.session, 'skip-back', steps);
    expect(pane.session.state?.time).toBe(45);
  });

  it('does nothing in an empty pane', async () => {
    const { session: empty, players } = new FakePanes().add();
    await perform(empty, 'play-or-pause', steps);
    await perform(empty, 'skip-forward', steps);
    seekToPart(empty, 0.5);
    expect(players).toEqual([]);
  });

  it('makes the pane the one that was used last', async () => {
    const before = session.usedAt;
    await toldFor('mute-or-unmute');
    expect(session.usedAt).toBeGreaterThan(before);
  });
});

describe('a part of the video', () => {
  it.each([
    [0, 'seek 0'],
    [0.3, 'seek 30'],
    [1, 'seek 100'],
  ])('%d is gone to: %s', (part, told) => {
    player.becomeReady({ length: 100 });
    seekToPart(session, part);
    expect(player.told).toEqual([told]);
  });

  it('is nowhere in a stream', () => {
    player.becomeReady();
    seekToPart(session, 0.3);
    expect(player.told).toEqual([]);
  });
});

describe('the volume', () => {
  it.each([
    [-1, ['volume 0']],
    [0, ['volume 0']],
    [0.4, ['volume 0.4', 'unmute']],
    [3, ['volume 1', 'unmute']],
  ])('of %d is: %j', (volume, told) => {
    setVolume(player, volume);
    expect(player.told).toEqual(told);
  });
});

it('The usual steps are five and ten seconds', () => expect(USUAL_STEPS.value).toEqual({ near: 5, far: 10 }));
