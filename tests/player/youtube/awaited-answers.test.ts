// What a player reports while it has not heard yet what it was told.
import { describe, expect, it, vi } from 'vitest';
import { mounting } from './mounting';

const youTube = mounting();

describe('a player that was told to change', () => {
  it('keeps the speed of three keys pressed quickly while its answers come in one by one', () => {
    const { frame, mountReady, patch } = youTube();
    const player = mountReady();
    player.setRate(1.25);
    player.setRate(1.5);
    patch({ playbackRate: 1.25 });
    expect(player.snapshot.value.rate).toBe(1.5);
    player.setRate(1.25);
    frame.say({ event: 'onPlaybackRateChange', info: 1.5, id: 1 });
    expect(player.snapshot.value.rate).toBe(1.25);
    patch({ playbackRate: 1.25 });
    expect(player.snapshot.value.rate).toBe(1.25);
    patch({ playbackRate: 2 });
    expect(player.snapshot.value.rate).toBe(2);
  });

  it('keeps its volume and silence while older ones are reported, and takes the rest of the report', () => {
    const { mountReady, patch } = youTube();
    const player = mountReady({}, { volume: 100, muted: false });
    player.setVolume(0.9);
    player.setMuted(true);
    patch({ volume: 100, muted: false, duration: 19 });
    expect(player.snapshot.value).toMatchObject({ volume: 0.9, muted: true, length: 19 });
    patch({ volume: 90, muted: true });
    patch({ volume: 40, muted: false });
    expect(player.snapshot.value).toMatchObject({ volume: 0.4, muted: false });
  });

  it('is what it says, once it has had time to hear and says something else', () => {
    const { mountReady, patch } = youTube();
    const player = mountReady();
    player.setRate(3);
    patch({ playbackRate: 2 });
    expect(player.snapshot.value.rate).toBe(3);
    vi.advanceTimersByTime(1000);
    expect(player.snapshot.value.rate).toBe(2);
    patch({ playbackRate: 1 });
    expect(player.snapshot.value.rate).toBe(1);
  });

  it('says no more once it is disposed of', () => {
    const { mountReady, patch } = youTube();
    const player = mountReady();
    player.setRate(3);
    patch({ playbackRate: 2 });
    player.dispose();
    expect(vi.getTimerCount()).toBe(0);
  });
});
