// Pausing while the user writes: when it pauses, and when and whether it goes on.
import { signal, type Signal } from '@preact/signals-core';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { later } from '../../src/app/later';
import type { PaneSession } from '../../src/playback/pane-session';
import { Playback } from '../../src/playback/playback';
import { WritingPause, type WritingPauseSettings } from '../../src/writing/writing-pause';
import { FakePanes, type FakePane } from '../support/fake-panes';
import type { FakePlayer } from '../support/fake-player';
import { zoo } from '../playback/videos';

vi.mock('../../src/app/later');

let settings: Signal<WritingPauseSettings>;
let pane: FakePane;
let player: FakePlayer;
let pause: WritingPause;
/** The task that waits, and how long it was to wait. */
let waiting: { readonly milliseconds: number; readonly task: () => void } | undefined;

beforeEach(() => {
  settings = signal({ pauseWhileTyping: true, resumeAfter: 2 });
  waiting = undefined;
  const panes = new FakePanes();
  pane = panes.add(zoo);
  const [first] = pane.players;
  if (first === undefined) throw new Error('There is no player.');
  player = first;
  player.becomeReady();
  player.play();
  vi.mocked(later).mockImplementation((milliseconds, task) => {
    const entry = { milliseconds, task };
    waiting = entry;
    return () => {
      if (waiting === entry) waiting = undefined;
    };
  });
  const playback = new Playback(panes, () => 'split');
  pause = new WritingPause({
    playing: () => playback.currentVideo(undefined)?.session,
    settings,
  });
});

const status = (): string => player.snapshot.peek().status;

function passTime(): void {
  const task = waiting?.task;
  waiting = undefined;
  task?.();
}

describe('typing', () => {
  it('pauses what plays, and lets it go on so long after the last key', () => {
    pause.typed();
    expect(status()).toBe('paused');
    const first = waiting;
    pause.typed();
    expect(waiting).not.toBe(first);
    expect(waiting?.milliseconds).toBe(2000);
    passTime();
    expect(status()).toBe('playing');
  });

  it('pauses again what went on', () => {
    pause.typed();
    passTime();
    pause.typed();
    expect(status()).toBe('paused');
    passTime();
    expect(status()).toBe('playing');
  });

  it('leaves what plays alone unless that is set', () => {
    settings.value = { ...settings.value, pauseWhileTyping: false };
    pause.typed();
    expect(status()).toBe('playing');
  });

  it('starts nothing that was paused before', () => {
    player.pause();
    pause.typed();
    expect(waiting).toBeUndefined();
  });

  it.each<[string, (session: PaneSession) => void]>([
    ['paused', (session) => session.pause()],
    [
      'played and paused',
      (session) => {
        session.playOrPause();
        session.playOrPause();
      },
    ],
    [
      'sent elsewhere',
      (session) => session.play({ video: zoo, written: { time: '0:10', label: '' }, note: undefined }),
    ],
  ])('starts nothing that the user %s meanwhile', (_, act) => {
    pause.typed();
    act(pane.session);
    const told = player.told.length;
    passTime();
    expect(player.told).toHaveLength(told);
  });

  it('leaves it paused for good where that is set', () => {
    settings.value = { ...settings.value, resumeAfter: 0 };
    pause.typed();
    expect(status()).toBe('paused');
    expect(waiting).toBeUndefined();
  });

  it('starts nothing after the end', () => {
    pause.typed();
    pause.dispose();
    expect(waiting).toBeUndefined();
    expect(status()).toBe('paused');
  });
});

describe('inserting', () => {
  it('pauses for good', () => {
    settings.value = { ...settings.value, pauseWhileTyping: false };
    pause.pause(pane.session);
    expect(status()).toBe('paused');
    expect(waiting).toBeUndefined();
  });

  it('pauses for a while, as typing does, where that pauses too', () => {
    pause.pause(pane.session);
    expect(status()).toBe('paused');
    passTime();
    expect(status()).toBe('playing');
  });
});
