// A YouTube player between two hosts, two pages and two videos.
import { describe, expect, it, vi } from 'vitest';
import { EMBED_ORIGINS } from '../../../src/player/youtube/access';
import { mounting } from './mounting';

const youTube = mounting();
const hostOf = (container: HTMLElement): string =>
  new URL(container.querySelector('iframe')?.src ?? '').origin;

describe('a host that refuses', () => {
  it.each([152, 153])('is followed by the other one, at the same second, with no fault (%d)', (code) => {
    const { frame, container, mount, loadFrame, allow } = youTube();
    allow('privacy-enhanced', 'youtube');
    const mounted = mount({ seconds: 66, autoplay: true });
    loadFrame();
    frame.say({ event: 'onError', info: code });
    expect(hostOf(container)).toBe(EMBED_ORIGINS.youtube);
    const { searchParams } = new URL(container.querySelector('iframe')?.src ?? '');
    expect([searchParams.get('start'), searchParams.get('autoplay')]).toEqual(['66', '1']);
    expect(mounted.snapshot.value).toMatchObject({ status: 'loading', fault: undefined });
  });

  it('is the last one where no other may be asked: that is said', () => {
    const { frame, mountReady, saidOfHosts } = youTube();
    const { snapshot } = mountReady();
    frame.say({ event: 'onError', info: 153 });
    expect(snapshot.value.fault).toBe('refused');
    expect(saidOfHosts).toEqual(['refused']);
  });

  it('is not asked where all are known to refuse', () => {
    const { container, mount, allow } = youTube();
    allow();
    expect(mount().snapshot.value.fault).toBe('refused');
    expect(container.querySelector('iframe')).toBeNull();
  });
});

describe('a page that comes by itself', () => {
  it('is loaded anew at most once in ten seconds; the next one is sent to where the video was', () => {
    const { frame, container, mountReady, loadFrame } = youTube();
    mountReady({ seconds: 66 }, { currentTime: 66, playerState: 1 });
    const first = container.querySelector('iframe');
    loadFrame();
    const second = container.querySelector('iframe');
    expect(second).not.toBe(first);
    loadFrame();
    frame.say({ event: 'initialDelivery', info: { playerState: 1, currentTime: 66 }, id: 1 });
    frame.take();
    loadFrame();
    expect(container.querySelector('iframe')).toBe(second);
    frame.say({ event: 'initialDelivery', info: { playerState: 5, currentTime: 0 }, id: 1 });
    expect(frame.takeCommands()).toContain('seekTo 66 true');
  });

  it('does not play where the player was told to pause, and has not said yet that it does', () => {
    const { container, mountReady, loadFrame } = youTube();
    const ready = mountReady({ seconds: 66, autoplay: true }, { currentTime: 66, playerState: 1 });
    ready.pause();
    loadFrame();
    const { searchParams } = new URL(container.querySelector('iframe')?.src ?? '');
    expect([searchParams.get('start'), searchParams.get('autoplay')]).toEqual(['66', '0']);
  });

  it('is none where the player says twice that it is ready: it is subscribed to again', () => {
    const { frame, container, mountReady } = youTube();
    mountReady();
    const before = container.querySelector('iframe');
    frame.say({ event: 'readyToListen' });
    expect(frame.take().map(({ event }) => event)).toEqual([
      'listening',
      ...Array<string>(4).fill('command'),
    ]);
    expect(container.querySelector('iframe')).toBe(before);
  });
});

describe('a frame that goes on to another video', () => {
  const other = { videoData: { video_id: 'dQw4w9WgXcQ', title: 'Another' } };

  it('says nothing of the first one: not where it is, how long it is or what it is called', () => {
    const { mountReady, patch } = youTube();
    const ready = mountReady({ seconds: 66 }, { currentTime: 66, playerState: 1, duration: 213 });
    patch({ playerState: -1, currentTime: 0 });
    patch(other);
    patch({ currentTime: 5, duration: 900, playerState: 1 });
    vi.advanceTimersByTime(5000);
    expect(ready.playhead()).toBe(66);
    expect(ready.snapshot.value).toMatchObject({
      status: 'paused',
      length: 213,
      title: undefined,
      hindrance: 'other-video',
    });
  });

  it('is brought back to the second that is asked for', () => {
    const { frame, mountReady, patch } = youTube();
    const ready = mountReady({}, { currentTime: 66, playerState: 1 });
    patch(other);
    ready.seek(120);
    ready.play();
    const loads = frame.take().filter(({ func }) => func === 'loadVideoById');
    expect(loads.map(({ args }) => args)).toEqual([[{ videoId: 'jNQXAC9IVRw', startSeconds: 120 }]]);
    patch({ playerState: 1 });
    patch({ videoData: { video_id: 'jNQXAC9IVRw' } });
    patch({ currentTime: 120.2 });
    expect(ready.snapshot.value).toMatchObject({ status: 'playing', hindrance: undefined });
    expect(ready.playhead()).toBe(120.2);
  });
});
