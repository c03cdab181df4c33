// The stand-in keeps to the protocol of YouTube's embedded player. Nothing of the plugin runs here.
import { describe, expect, it } from 'vitest';
import { useBrowser } from '../support/browser';
import { openProbe } from '../youtube/probe-page';

const app = useBrowser();
const id = 'dQw4w9WgXcQ';

describe('the handshake', () => {
  it('says that it is ready to listen, and nothing more until somebody listens', async () => {
    const probe = await openProbe(app.page, id, { parameters: '&autoplay=1' });
    await probe.next('readyToListen');
    await expect.poll(() => app.youtube.player(app.page, id).currentTime()).toBeGreaterThan(0.6);
    expect((await probe.heard()).map(({ event }) => event)).toEqual(['readyToListen']);
  });

  it('greets the listener once, with everything and the listener’s id', async () => {
    app.youtube.set(id, { title: 'Never gonna', author: 'Rick' });
    const probe = await openProbe(app.page, id);
    await probe.listen();
    const [initial, ...more] = await probe.heard('initialDelivery');
    expect(more).toEqual([]);
    expect(initial).toMatchObject({
      id: 7,
      info: {
        currentTime: 0,
        playerState: 5,
        playbackRate: 1,
        volume: 100,
        muted: false,
        videoData: { video_id: id, title: 'Never gonna', author: 'Rick', isLive: false },
      },
    });
    expect(await probe.next('onReady')).toMatchObject({ id: 7, info: null });
  });

  it('inferred: answers a second listening with alreadyInitialized, and greets nobody again', async () => {
    const probe = await openProbe(app.page, id);
    await probe.listen();
    await probe.settle();
    expect(await probe.heard('initialDelivery')).toHaveLength(1);
    expect(await probe.heard('onReady')).toHaveLength(1);
  });

  it('may give no answer to a second listening: older ones do not', async () => {
    app.youtube.set(id, { answersAgain: false });
    const probe = await openProbe(app.page, id);
    await probe.listen('onPlaybackRateChange');
    await probe.forget();
    await probe.send({ event: 'listening', id: 7, channel: 'widget' });
    await probe.command('setPlaybackRate', 2);
    await probe.next('onPlaybackRateChange', 2);
    expect((await probe.heard()).map(({ event }) => event)).not.toContain('alreadyInitialized');
  });

  it('answers the window that listened first, and drops what others say', async () => {
    const probe = await openProbe(app.page, id);
    await probe.next('readyToListen');
    await probe.page.evaluate(() => {
      const other = document.body.appendChild(document.createElement('iframe'));
      const heard: string[] = [];
      Object.assign(window, { heardByOther: heard });
      other.contentWindow?.addEventListener('message', ({ data }) => heard.push(String(data)));
      // A script of the other window's own posts from that window.
      const say = (message: object): void => {
        const text = JSON.stringify(JSON.stringify(message));
        (other.contentWindow as unknown as { eval(code: string): void }).eval(
          `parent.document.querySelector('iframe').contentWindow.postMessage(${text}, '*')`,
        );
      };
      Object.assign(window, { sayFromOther: say });
      say({ event: 'listening', id: 9, channel: 'widget' });
    });
    const heardByOther = (): Promise<readonly string[]> =>
      probe.page.evaluate(() => (window as unknown as { heardByOther: string[] }).heardByOther);
    await expect.poll(async () => (await heardByOther()).join()).toContain('initialDelivery');
    await probe.command('mute');
    const player = app.youtube.player(app.page, id);
    await expect
      .poll(async () => (await player.received()).at(-1))
      .toMatchObject({ dropped: 'not from who listens' });
    expect(await player.muted()).toBe(false);
    expect((await probe.heard()).map(({ event }) => event)).toEqual(['readyToListen']);
  });

  it('may say a second time that it is ready to listen, and goes on as before', async () => {
    app.youtube.set(id, { readyTwice: true });
    const probe = await openProbe(app.page, id);
    await probe.listen();
    await probe.settle();
    expect(await probe.heard('readyToListen')).toHaveLength(2);
    expect(await probe.heard('initialDelivery')).toHaveLength(1);
  });

  it('hears strings of JSON only', async () => {
    const probe = await openProbe(app.page, id);
    await probe.next('readyToListen');
    await probe.raw({ event: 'listening', id: 7, channel: 'widget' });
    await probe.raw('{"event":');
    await probe.listen();
    await probe.raw({ event: 'command', func: 'mute', args: [], id: 7 });
    await probe.settle();
    const player = app.youtube.player(app.page, id);
    expect(await player.muted()).toBe(false);
    expect((await player.received()).flatMap(({ dropped }) => dropped ?? [])).toEqual([
      'not a string',
      'not JSON',
      'not a string',
    ]);
  });

  it('drops a command that comes before anybody listens', async () => {
    const probe = await openProbe(app.page, id);
    await probe.next('readyToListen');
    await probe.command('mute');
    await probe.listen();
    const player = app.youtube.player(app.page, id);
    expect(await player.muted()).toBe(false);
    expect(await player.received()).toContainEqual(expect.objectContaining({ dropped: 'before listening' }));
  });

  it('neither hears nor speaks when the origin parameter is not the page’s own', async () => {
    const probe = await openProbe(app.page, id, { parameters: '&origin=https%3A%2F%2Fexample.com' });
    const player = app.youtube.player(app.page, id);
    await player.state();
    // The browser says on the console that a message had the wrong target; YouTube's page causes that too.
    app.allow(/Failed to execute 'postMessage'/);
    await probe.send({ event: 'listening', id: 7, channel: 'widget' });
    await expect.poll(() => player.received()).toMatchObject([{ dropped: 'foreign origin' }]);
    expect(await probe.heard()).toEqual([]);
  });

  it('hears a page whose own origin the parameter names', async () => {
    const probe = await openProbe(app.page, id, { parameters: `&origin=${encodeURIComponent(app.hostUrl)}` });
    await probe.listen();
    expect(await probe.heard('initialDelivery')).toHaveLength(1);
  });
});

describe('events and patches', () => {
  it('sends no event to a listener that did not ask for it, but patches the state', async () => {
    const probe = await openProbe(app.page, id);
    await probe.listen();
    await probe.command('playVideo');
    await expect.poll(() => probe.patched('playerState')).toContain(1);
    await probe.command('setPlaybackRate', 2);
    await expect.poll(() => probe.patched('playbackRate')).toEqual([2]);
    expect(await probe.heard('onStateChange')).toEqual([]);
    expect(await probe.heard('onPlaybackRateChange')).toEqual([]);
  });

  it('goes from cued over unstarted and buffering to playing, and tells who asked', async () => {
    const probe = await openProbe(app.page, id);
    await probe.listen('onStateChange');
    await probe.command('playVideo');
    await probe.next('onStateChange', 1);
    await probe.command('pauseVideo');
    await probe.next('onStateChange', 2);
    const states = await probe.heard('onStateChange');
    // A slow machine may buffer once more in between.
    expect(states.slice(0, 3).map(({ info }) => info)).toEqual([-1, 3, 1]);
    expect(states.at(-1)?.info).toBe(2);
    expect(states.every((message) => message.id === 7)).toBe(true);
  });

  it('patches the time four times a second while it plays, without the state', async () => {
    const probe = await openProbe(app.page, id);
    await probe.listen('onStateChange');
    await probe.command('playVideo');
    await probe.next('onStateChange', 1);
    await probe.forget();
    await expect
      .poll(async () => (await probe.patched('currentTime')).length, { timeout: 4000 })
      .toBeGreaterThan(6);
    const patches = (await probe.heard('infoDelivery')).slice(0, 7);
    expect(patches.filter(({ info }) => Object.hasOwn(info as object, 'playerState'))).toEqual([]);
    const span = (patches[6]?.at ?? 0) - (patches[0]?.at ?? 0);
    expect(span / 6).toBeGreaterThan(200);
    expect(span / 6).toBeLessThan(400);
  });

  it('sends no patch while it is paused, but one after a seek', async () => {
    const probe = await openProbe(app.page, id, { parameters: '&autoplay=1' });
    await probe.listen('onStateChange');
    await expect.poll(() => app.youtube.player(app.page, id).state()).toBe(1);
    await probe.command('pauseVideo');
    await probe.next('onStateChange', 2);
    await probe.forget();
    // A player that patched while paused would have done so by the time that its own clock has come round twice.
    await (
      await app.youtube.player(app.page, id).frame()
    ).evaluate(async () => {
      let rounds = 0;
      await new Promise<void>((resolve) => {
        const timer = setInterval(() => {
          if (++rounds < 3) return;
          clearInterval(timer);
          resolve();
        }, 250);
      });
    });
    expect(await probe.patched('currentTime')).toEqual([]);
    await probe.command('seekTo', 83.25, true);
    await expect.poll(() => probe.patched('currentTime')).toEqual([83.25]);
    expect(await app.youtube.player(app.page, id).state()).toBe(2);
  });

  it('has length 0 until it knows the length, and says so in a patch', async () => {
    app.youtube.set(id, { length: 4202, lengthDelay: 'held' });
    const probe = await openProbe(app.page, id, { parameters: '&autoplay=1' });
    await probe.listen();
    expect(await probe.next('initialDelivery')).toMatchObject({ info: { duration: 0 } });
    await app.youtube.player(app.page, id).tellLength();
    await expect.poll(() => probe.patched('duration')).toContain(4202);
  });

  it('may say its length in whole seconds, rounded up', async () => {
    app.youtube.set(id, { length: 19.4, roundsLength: true });
    const probe = await openProbe(app.page, id, { parameters: '&start=18&autoplay=1' });
    await probe.listen('onStateChange');
    await probe.next('onStateChange', 0);
    expect(await probe.patched('duration')).not.toContain(19.4);
    expect(await probe.patched('duration')).toContain(20);
    expect(await app.youtube.player(app.page, id).currentTime()).toBeCloseTo(19.4, 1);
  });

  it('may say a wrong length first, and the true one once it plays', async () => {
    app.youtube.set(id, { length: 4202, firstLength: 15 });
    const probe = await openProbe(app.page, id);
    await probe.listen('onStateChange');
    await expect.poll(() => probe.patched('duration')).toEqual([15]);
    await probe.command('playVideo');
    await expect.poll(() => probe.patched('duration')).toContain(4202);
    expect((await probe.patched('duration')).slice(0, 2)).toEqual([15, 15]);
  });

  it('rounds a rate that it does not have towards 1, and tells who asked', async () => {
    const probe = await openProbe(app.page, id);
    await probe.listen('onPlaybackRateChange');
    await probe.command('setPlaybackRate', 1.6);
    await probe.next('onPlaybackRateChange', 1.5);
    await probe.command('setPlaybackRate', 0.6);
    await probe.next('onPlaybackRateChange', 0.75);
    await probe.command('setPlaybackRate', 9);
    await probe.next('onPlaybackRateChange', 2);
    expect(await app.youtube.player(app.page, id).rate()).toBe(2);
  });

  it('mutes, unmutes and sets the volume', async () => {
    const probe = await openProbe(app.page, id);
    await probe.listen();
    await probe.command('setVolume', 0);
    await expect.poll(() => probe.patched('volume')).toEqual([0]);
    await probe.command('mute');
    await expect.poll(() => probe.patched('muted')).toEqual([false, true]);
    await probe.command('unMute');
    await expect.poll(() => probe.patched('muted')).toEqual([false, true, false]);
  });
});

describe('seeking', () => {
  it('starts a cued video', async () => {
    const probe = await openProbe(app.page, id);
    await probe.listen('onStateChange');
    await probe.command('seekTo', 120, true);
    await probe.next('onStateChange', 1);
    const time = await app.youtube.player(app.page, id).currentTime();
    expect(time).toBeGreaterThanOrEqual(120);
    expect(time).toBeLessThan(122);
  });

  it('buffers and plays on in a video that plays', async () => {
    const probe = await openProbe(app.page, id, { parameters: '&autoplay=1' });
    await probe.listen('onStateChange');
    await expect.poll(() => app.youtube.player(app.page, id).state()).toBe(1);
    await probe.forget();
    await probe.command('seekTo', 300, true);
    await probe.next('onStateChange', 1);
    expect((await probe.heard('onStateChange')).slice(0, 2).map(({ info }) => info)).toEqual([3, 1]);
  });

  it.each([
    ['cued', 5, []],
    ['playing', 1, ['playVideo']],
    ['paused', 2, ['playVideo', 'pauseVideo']],
  ])('past the end ends a video that is %s', async (_, state, before) => {
    app.youtube.set(id, { length: 4202 });
    const probe = await openProbe(app.page, id);
    const player = app.youtube.player(app.page, id);
    await probe.listen('onStateChange');
    for (const command of before) await probe.command(command);
    await expect.poll(() => player.state()).toBe(state);
    await probe.command('seekTo', 10_860, true);
    await probe.next('onStateChange', 0);
    expect(await player.currentTime()).toBe(4202);
    await probe.forget();
    await probe.command('playVideo');
    await probe.next('onStateChange', 1);
    expect(await player.currentTime()).toBeLessThan(2);
  });

  it('before the beginning goes to the beginning', async () => {
    const probe = await openProbe(app.page, id, { parameters: '&start=100' });
    await probe.listen('onStateChange');
    await probe.command('seekTo', -5, true);
    await probe.next('onStateChange', 1);
    expect(await app.youtube.player(app.page, id).currentTime()).toBeLessThan(2);
  });
});

describe('an advertisement', () => {
  it.each([-1, 3] as const)(
    'keeps the player in state %s, silent and deaf, and then the video begins',
    async (state) => {
      app.youtube.set(id, { advert: { seconds: 'held', state } });
      const probe = await openProbe(app.page, id, { parameters: '&start=60&autoplay=1' });
      await probe.listen('onStateChange');
      await expect.poll(() => probe.patched('duration')).toContain(600);
      const player = app.youtube.player(app.page, id);
      expect(await player.state()).toBe(state);
      await probe.forget();
      await probe.command('seekTo', 120, true);
      await probe.command('pauseVideo');
      await probe.command('playVideo');
      await probe.settle();
      expect((await probe.heard()).map(({ event }) => event)).toEqual(['alreadyInitialized']);
      expect(await player.state()).toBe(state);
      await player.endAdvert();
      await probe.next('onStateChange', 1);
      const time = await player.currentTime();
      expect(time).toBeGreaterThanOrEqual(60);
      expect(time).toBeLessThan(65);
    },
  );

  it('ends by itself after so many seconds, and comes once', async () => {
    app.youtube.set(id, { advert: { seconds: 0.3, state: -1 } });
    const probe = await openProbe(app.page, id);
    await probe.listen('onStateChange');
    await probe.command('playVideo');
    await probe.next('onStateChange', 1);
    await probe.command('pauseVideo');
    await probe.next('onStateChange', 2);
    await probe.forget();
    await probe.command('playVideo');
    await probe.next('onStateChange', 1);
    expect((await probe.heard('onStateChange')).map(({ info }) => info)).not.toContain(-1);
  });
});

describe('parameters and videos', () => {
  it('starts at the whole second of start, cued', async () => {
    const probe = await openProbe(app.page, id, { parameters: '&start=83' });
    await probe.listen();
    expect(await probe.next('initialDelivery')).toMatchObject({ info: { currentTime: 83, playerState: 5 } });
  });

  it('plays by itself with autoplay, and without sound with mute', async () => {
    await openProbe(app.page, id, { parameters: '&autoplay=1&mute=1' });
    const player = app.youtube.player(app.page, id);
    await expect.poll(() => player.state()).toBe(1);
    expect(await player.muted()).toBe(true);
  });

  it.each([12, 11_100, 12 * 3600])(
    'plays a video of %d s to its end, at this very length',
    async (length) => {
      app.youtube.set(id, { length });
      const probe = await openProbe(app.page, id);
      await probe.listen('onStateChange');
      await probe.command('seekTo', length - 1, true);
      await probe.next('onStateChange', 1);
      await probe.next('onStateChange', 0);
      const player = app.youtube.player(app.page, id);
      expect(await player.currentTime()).toBe(length);
      await expect.poll(() => probe.patched('duration')).toContain(length);
    },
  );

  it('loads another video and plays it, or only cues it, in the same page', async () => {
    app.youtube.set('AAAAAAAAAAA', { length: 900, title: 'Another' });
    const probe = await openProbe(app.page, id);
    await probe.listen('onStateChange');
    await probe.command('loadVideoById', { videoId: 'AAAAAAAAAAA', startSeconds: 60 });
    await probe.next('onStateChange', 1);
    const another = app.youtube.player(app.page, 'AAAAAAAAAAA');
    expect(await another.currentTime()).toBeGreaterThanOrEqual(60);
    expect(await probe.patched('videoData')).toMatchObject([{ video_id: 'AAAAAAAAAAA', title: 'Another' }]);
    await expect.poll(() => probe.patched('duration')).toContain(900);
    await probe.command('cueVideoById', id, 30);
    await probe.next('onStateChange', 5);
    const first = app.youtube.player(app.page, id);
    await expect.poll(() => first.currentTime()).toBe(30);
    expect(app.youtube.loads('AAAAAAAAAAA')).toBe(0);
    expect(app.youtube.loads(id)).toBe(1);
  });

  it('remembers each request for a player with its parameters and its referrer', async () => {
    await openProbe(app.page, id, { parameters: '&start=5', host: 'www.youtube.com' });
    await app.youtube.player(app.page, id).state();
    expect(app.youtube.requests).toEqual([
      {
        url: `https://www.youtube.com/embed/${id}?enablejsapi=1&start=5`,
        id,
        parameters: { enablejsapi: '1', start: '5' },
        referer: `${app.hostUrl}/`,
      },
    ]);
  });

  it('says which commands it heard', async () => {
    const probe = await openProbe(app.page, id);
    await probe.listen('onStateChange');
    await probe.command('seekTo', 83.25, true);
    await probe.settle();
    expect(await app.youtube.player(app.page, id).commands()).toEqual([
      { func: 'seekTo', args: [83.25, true] },
    ]);
  });
});
