// What starts to be heard pauses the rest.
import { signal } from '@preact/signals-core';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Video } from '../../src/core/mean/video';
import { keepOneSound } from '../../src/playback/one-sound';
import type { FakePlayer } from '../support/fake-player';
import { FakePanes, type FakePane } from '../support/fake-panes';
import { film, lecture, zoo } from './videos';

let panes: FakePanes;
const settings = signal({ oneSound: true });

beforeEach(() => {
  panes = new FakePanes();
  settings.value = { oneSound: true };
});

/** A pane whose video is ready and paused, with its watch. */
function add(video: Video): FakePane & { readonly end: () => void } {
  const pane = panes.add(video);
  const end = keepOneSound(pane.session, panes, settings);
  playerOf(pane).becomeReady({ length: 600 });
  return { ...pane, end };
}

function playerOf({ players }: FakePane): FakePlayer {
  return players.at(-1) ?? expect.fail('There is no player.');
}

const statusOf = (pane: FakePane): string => playerOf(pane).snapshot.value.status;

describe('a video that starts', () => {
  it('pauses what plays in other panes, of whatever kind, and not the other way round', () => {
    const [first, second, third] = [add(zoo), add(lecture), add(film)];
    first.session.playOrPause();
    expect(statusOf(first)).toBe('playing');
    second.session.playOrPause();
    expect([first, second, third].map(statusOf)).toEqual(['paused', 'playing', 'paused']);
    third.session.playOrPause();
    expect([first, second, third].map(statusOf)).toEqual(['paused', 'paused', 'playing']);
    first.session.playOrPause();
    expect([first, second, third].map(statusOf)).toEqual(['playing', 'paused', 'paused']);
  });

  it('keeps what was told to play earlier, and has not come to it, from starting over it', () => {
    const first = panes.add();
    const second = add(lecture);
    first.session.play({ video: zoo, written: { time: '00:01:00', label: '' }, note: undefined });
    second.session.playOrPause();
    playerOf(first).becomeReady({ length: 600 });
    expect([first, second].map(statusOf)).toEqual(['paused', 'playing']);
  });

  it('after another one was told to play, pauses itself, though it is heard first', () => {
    const clock = vi.spyOn(performance, 'now');
    const [first, second] = [panes.add(), panes.add()];
    for (const pane of [first, second]) keepOneSound(pane.session, panes, settings);
    clock.mockReturnValue(1000);
    first.session.play({ video: zoo, written: { time: '00:01:00', label: '' }, note: undefined });
    clock.mockReturnValue(2000);
    second.session.play({ video: lecture, written: { time: '00:02:00', label: '' }, note: undefined });
    playerOf(first).becomeReady({ length: 600 });
    expect(statusOf(first)).toBe('paused');
    playerOf(second).becomeReady({ length: 600 });
    expect([first, second].map(statusOf)).toEqual(['paused', 'playing']);
    clock.mockRestore();
  });

  it('leaves the rest alone where the user wants to hear several', () => {
    settings.value = { oneSound: false };
    const [first, second] = [add(zoo), add(lecture)];
    first.session.playOrPause();
    second.session.playOrPause();
    expect([first, second].map(statusOf)).toEqual(['playing', 'playing']);
    settings.value = { oneSound: true };
    expect([first, second].map(statusOf)).toEqual(['playing', 'playing']);
  });

  it('leaves alone what is muted, and pauses nothing while it is muted itself', () => {
    const [first, second] = [add(zoo), add(lecture)];
    playerOf(first).setMuted(true);
    first.session.playOrPause();
    second.session.playOrPause();
    expect([first, second].map(statusOf)).toEqual(['playing', 'playing']);
    playerOf(first).setMuted(false);
    expect([first, second].map(statusOf)).toEqual(['playing', 'paused']);
  });

  it('pauses nothing when it only goes on after it waited for more, and nothing once its pane is closed', () => {
    const [first, second] = [add(zoo), add(lecture)];
    playerOf(first).setVolume(0);
    first.session.playOrPause();
    second.session.playOrPause();
    playerOf(first).snapshot.value = { ...playerOf(first).snapshot.value, status: 'buffering' };
    playerOf(first).snapshot.value = { ...playerOf(first).snapshot.value, status: 'playing' };
    expect(statusOf(second)).toBe('playing');
    first.end();
    playerOf(first).setVolume(1);
    expect(statusOf(second)).toBe('playing');
  });
});
