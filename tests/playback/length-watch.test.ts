// When a length is borne out: after it has stayed the same while the video played.
import { beforeEach, describe, expect, it } from 'vitest';
import { watchLength } from '../../src/playback/length-watch';
import { VideoMemory } from '../../src/playback/video-memory';
import { FakePlayer } from '../support/fake-player';
import { atOnce } from '../support/at-once';
import { FakeStorage } from '../support/fake-storage';
import { zoo } from './videos';

let memory: VideoMemory;
let player: FakePlayer;

beforeEach(() => {
  memory = new VideoMemory(new FakeStorage(), atOnce);
  player = new FakePlayer(zoo, { seconds: 0, rate: 1, autoplay: true });
});

const certain = (): number | undefined => memory.sureLength(zoo).value;

/** The video plays from one second to another, and its player reports every half second. */
function playOn(from: number, to: number): void {
  for (let at = from; at <= to; at += 0.5) player.moveTo(at);
}

describe('A length', () => {
  it('is certain after three seconds of playing, and not before', () => {
    watchLength(player, memory);
    player.becomeReady({ length: 600 });
    playOn(0, 2.5);
    expect([memory.length(zoo).value, certain()]).toEqual([600, undefined]);
    playOn(3, 3);
    expect(certain()).toBe(600);
  });

  it('is not certain by seeking', () => {
    watchLength(player, memory);
    player.becomeReady({ length: 600 });
    for (const at of [100, 200, 50, 300]) player.moveTo(at);
    expect(certain()).toBeUndefined();
  });

  it('that is another meanwhile is waited for anew', () => {
    watchLength(player, memory);
    player.becomeReady({ length: 15 });
    playOn(0, 2);
    player.reportLength(1200);
    playOn(2, 4);
    expect([memory.length(zoo).value, certain()]).toEqual([1200, undefined]);
    playOn(4.5, 6);
    expect(certain()).toBe(1200);
  });

  it('of a player that has not come up is not heard', () => {
    watchLength(player, memory);
    player.reportLength(19);
    expect(memory.length(zoo).value).toBeUndefined();
  });

  it('is heard no longer than its player is followed', () => {
    const stop = watchLength(player, memory);
    stop();
    player.becomeReady({ length: 19 });
    expect(memory.length(zoo).value).toBeUndefined();
  });
});
