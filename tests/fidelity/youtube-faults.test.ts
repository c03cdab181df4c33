// Everything that can go wrong with YouTube's player, as the stand-in plays it. Nothing of the plugin runs here.
import { describe, expect, it } from 'vitest';
import { useBrowser } from '../support/browser';
import { openProbe } from '../youtube/probe-page';
import type { ErrorCode } from '../youtube/video-script';

const app = useBrowser();
const id = 'dQw4w9WgXcQ';

describe('errors', () => {
  const timesSent: readonly (readonly [ErrorCode, number])[] = [
    [2, 1],
    [5, 1],
    [100, 1],
    [101, 2],
    [150, 2],
    [152, 1],
    [153, 1],
  ];

  it.each(timesSent)('sends error %d, %d time(s), to who asked for errors', async (fault, times) => {
    app.youtube.set(id, { fault });
    const probe = await openProbe(app.page, id);
    await probe.listen();
    await probe.settle();
    expect(await probe.heard('onError')).toEqual([]);
    await probe.subscribe('onError');
    await probe.next('onError', fault);
    await probe.settle();
    expect(await probe.heard('onError')).toHaveLength(times);
    await probe.command('playVideo');
    await probe.settle();
    expect(await app.youtube.player(app.page, id).state()).toBe(-1);
  });

  it('sends error 2 for an id that no video can have', async () => {
    const probe = await openProbe(app.page, 'tooshort');
    await probe.listen('onError');
    await probe.next('onError', 2);
  });

  it('sends error 153 to a page that does not say where it comes from', async () => {
    const probe = await openProbe(app.page, id, { referrerPolicy: 'no-referrer' });
    await probe.listen('onError');
    await probe.next('onError', 153);
    expect(app.youtube.requests).toMatchObject([{ referer: undefined }]);
  });

  it.each(['www.youtube-nocookie.com', 'www.youtube.com'] as const)(
    'sends error 153 from the host that refuses, and plays at the other: %s',
    async (host) => {
      app.youtube.set(id, { refusedBy: [host] });
      const refused = await openProbe(app.page, id, { host });
      await refused.listen('onError');
      await refused.next('onError', 153);
      const other = host === 'www.youtube.com' ? 'www.youtube-nocookie.com' : 'www.youtube.com';
      await openProbe(app.page, id, { host: other, parameters: '&autoplay=1' });
      await expect.poll(() => app.youtube.player(app.page, id).state()).toBe(1);
    },
  );

  it('fails for the first load only when the test says so', async () => {
    app.youtube.set(id, { fault: 5, faultLoads: 1 });
    const probe = await openProbe(app.page, id);
    await probe.listen('onError');
    await probe.next('onError', 5);
    await probe.page.reload();
    await probe.listen('onError', 'onStateChange');
    await probe.command('playVideo');
    await probe.next('onStateChange', 1);
    expect(await probe.heard('onError')).toEqual([]);
    expect(app.youtube.loads(id)).toBe(2);
  });

  it('fails in the middle of a video', async () => {
    const probe = await openProbe(app.page, id, { parameters: '&autoplay=1' });
    await probe.listen('onError', 'onStateChange');
    const player = app.youtube.player(app.page, id);
    await expect.poll(() => player.state()).toBe(1);
    await player.fail(5);
    await probe.next('onError', 5);
    await probe.next('onStateChange', -1);
  });

  it('fails when a video with an error is loaded into a sound player', async () => {
    app.youtube.set('AAAAAAAAAAA', { fault: 100 });
    const probe = await openProbe(app.page, id);
    await probe.listen('onError');
    await probe.command('loadVideoById', { videoId: 'AAAAAAAAAAA' });
    await probe.next('onError', 100);
  });
});

describe('silence', () => {
  it('answers with a page that has no player in it', async () => {
    app.youtube.set(id, { fault: 'silent' });
    const probe = await openProbe(app.page, id);
    await expect.poll(() => probe.page.frames()[1]?.locator('body').innerText()).toContain('not a bot');
    await probe.send({ event: 'listening', id: 7, channel: 'widget' });
    expect(await probe.heard()).toEqual([]);
  });

  it('does not come at all when it is offline, as often as the test says', async () => {
    app.allow(/ERR_INTERNET_DISCONNECTED/);
    app.youtube.set(id, { fault: 'offline', faultLoads: 1 });
    const probe = await openProbe(app.page, id);
    expect(await probe.heard()).toEqual([]);
    await probe.page.reload();
    await probe.listen();
  });

  it('answers late, and drops what came before', async () => {
    app.youtube.set(id, { answerDelay: 400 });
    const probe = await openProbe(app.page, id, { eager: true });
    await probe.next('onReady');
    const received = await app.youtube.player(app.page, id).received();
    const early = received.filter(({ dropped }) => dropped === 'too early');
    expect(early.length).toBeGreaterThan(1);
    expect(received.slice(0, early.length)).toEqual(early);
    expect(await probe.heard('initialDelivery')).toHaveLength(1);
  });

  it('falls silent for good at the second of the video where it dies', async () => {
    app.youtube.set(id, { diesAt: 61 });
    const probe = await openProbe(app.page, id, { parameters: '&start=60&autoplay=1' });
    await probe.listen('onStateChange');
    const player = app.youtube.player(app.page, id);
    const lastHeard = async (): Promise<unknown> => {
      await probe.send({ event: 'listening', id: 7, channel: 'widget' });
      return (await player.received()).at(-1);
    };
    await expect.poll(lastHeard, { timeout: 30_000 }).toMatchObject({ dropped: 'dead' });
    expect(await player.currentTime()).toBeGreaterThanOrEqual(61);
    await probe.command('pauseVideo');
    await probe.command('playVideo');
    await expect.poll(async () => (await player.received()).length).toBeGreaterThan(5);
    expect(await player.state()).toBe(2);
    expect(await probe.heard('onError')).toEqual([]);
    expect(await probe.heard('onStateChange')).toEqual([]);
  });
});

describe('blocked autoplay', () => {
  it('is reported to a page that listens for it, and the video does not play with sound', async () => {
    app.youtube.set(id, { autoplay: 'blocked' });
    const probe = await openProbe(app.page, id);
    await probe.listen('onAutoplayBlocked', 'onStateChange');
    await probe.command('playVideo');
    await probe.next('onAutoplayBlocked');
    expect(await app.youtube.player(app.page, id).state()).toBe(-1);
    expect((await probe.heard('onStateChange')).map(({ info }) => info)).toEqual([-1]);
  });

  it('plays without sound', async () => {
    app.youtube.set(id, { autoplay: 'blocked' });
    await openProbe(app.page, id, { parameters: '&autoplay=1&mute=1' });
    await expect.poll(() => app.youtube.player(app.page, id).state()).toBe(1);
  });

  it('plays after a click in the player', async () => {
    app.youtube.set(id, { autoplay: 'blocked' });
    const probe = await openProbe(app.page, id, { parameters: '&autoplay=1' });
    await probe.listen('onStateChange');
    const player = app.youtube.player(app.page, id);
    expect(await player.state()).toBe(-1);
    await (await player.frame()).locator('body').click();
    await probe.next('onStateChange', 1);
  });
});

describe('posters', () => {
  const size = (): Promise<readonly number[]> =>
    app.page.evaluate(async (video) => {
      const picture = new Image();
      picture.src = `https://i.ytimg.com/vi/${video}/hqdefault.jpg`;
      await new Promise((done) => (picture.onload = done));
      return [picture.naturalWidth, picture.naturalHeight];
    }, id);

  it('are as large as YouTube’s, and remembered', async () => {
    expect(await size()).toEqual([480, 360]);
    expect(app.youtube.posters).toEqual([`https://i.ytimg.com/vi/${id}/hqdefault.jpg`]);
  });

  it('of a video without a poster are a small grey picture', async () => {
    app.allow(/status of 404/);
    app.youtube.set(id, { poster: 'missing' });
    expect(await size()).toEqual([120, 90]);
  });
});
