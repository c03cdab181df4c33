// What counts as a message of YouTube's player, and what each says.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  command,
  decodeMessage,
  faultOfError,
  listening,
  statusOfState,
} from '../../../src/player/youtube/protocol';

const decode = (message: unknown): unknown => decodeMessage(JSON.stringify(message));
const patch = (info: object): unknown => decode({ event: 'infoDelivery', info, id: 1 });

describe('a message is', () => {
  it.each([
    ['an object', { event: 'readyToListen' }],
    ['no JSON', 'readyToListen'],
    ['cut short', '{"event":"readyToListen"'],
    ['nothing', ''],
    ['null', 'null'],
    ['a list', '["readyToListen"]'],
    ['a number', '1'],
    ['without an event', '{"info":1}'],
    ['of an event nobody knows', '{"event":"onApiChange","info":null}'],
    ['of an event that is no text', '{"event":1}'],
    ['a state that is no number', '{"event":"onStateChange","info":"1"}'],
    ['an error without a code', '{"event":"onError"}'],
    ['a delivery of nothing', '{"event":"infoDelivery"}'],
    ['a delivery of a text', '{"event":"infoDelivery","info":"currentTime"}'],
    ['a rate that is not above zero', '{"event":"onPlaybackRateChange","info":0}'],
    ['a rate without end', '{"event":"onPlaybackRateChange","info":1e999}'],
  ])('ignored when it is %s', (_, data) => expect(decodeMessage(data)).toBeUndefined());

  it('ignored when it is anything else: nothing that a frame may post throws', () => {
    fc.assert(
      fc.property(fc.anything(), fc.json(), (anything, json) => {
        expect(decodeMessage(anything)).toBeUndefined();
        expect(() => decodeMessage(json)).not.toThrow();
      }),
    );
  });

  it.each([
    { event: 'readyToListen' },
    { event: 'alreadyInitialized' },
    { event: 'onReady' },
    { event: 'onAutoplayBlocked' },
    { event: 'onStateChange', info: -1 },
    { event: 'onError', info: 150 },
    { event: 'onPlaybackRateChange', info: 1.5 },
  ])('read when it is well-formed: %o', (message) => expect(decode({ ...message, id: 1 })).toEqual(message));
});

describe('a patch', () => {
  it('gives what is known of it, 0 included, and drops what is not used', () => {
    const info = {
      currentTime: 0,
      duration: 0,
      playerState: 0,
      playbackRate: 0.25,
      availablePlaybackRates: [0.25, 1],
      volume: 0,
      muted: false,
      videoLoadedFraction: 0,
    };
    expect(patch({ ...info, videoBytesTotal: 1 })).toEqual({ event: 'infoDelivery', info });
  });

  it.each([
    ['currentTime', 'soon'],
    ['currentTime', -4],
    ['currentTime', null],
    ['duration', '213'],
    ['duration', {}],
    ['playerState', [1]],
    ['playbackRate', 0],
    ['playbackRate', -1],
    ['availablePlaybackRates', 2],
    ['availablePlaybackRates', [1, 'fast']],
    ['availablePlaybackRates', [1, 0]],
    ['availablePlaybackRates', Array.from({ length: 101 }, (_, index) => index + 1)],
    ['volume', -1],
    ['volume', 101],
    ['volume', '50'],
    ['muted', 1],
    ['videoLoadedFraction', -0.1],
    ['videoLoadedFraction', 1.1],
    ['videoData', 'Me at the zoo'],
    ['videoData', null],
  ])('loses a malformed %s (%j) and nothing else', (key, value) => {
    const info = {
      currentTime: 12.5,
      duration: 213,
      playerState: 1,
      playbackRate: 2,
      availablePlaybackRates: [1, 2],
      volume: 50,
      muted: true,
      videoLoadedFraction: 0.5,
      videoData: { title: 'Zoo', isLive: false },
    };
    const rest = Object.fromEntries(Object.entries(info).filter(([name]) => name !== key));
    expect(patch({ ...info, [key]: value })).toEqual({ event: 'infoDelivery', info: rest });
  });

  it.each(['currentTime', 'duration', 'playbackRate', 'volume', 'videoLoadedFraction'])(
    'loses a %s without end',
    (key) => {
      const text = `{"event":"infoDelivery","info":{"playerState":1,"${key}":1e999}}`;
      expect(decodeMessage(text)).toEqual({ event: 'infoDelivery', info: { playerState: 1 } });
    },
  );

  it('keeps that a stream is live when its title is malformed', () => {
    expect(patch({ videoData: { title: 7, isLive: true } })).toEqual({
      event: 'infoDelivery',
      info: { videoData: { isLive: true } },
    });
  });
});

describe('the app says', () => {
  it('that it listens', () => {
    expect(JSON.parse(listening())).toEqual({ event: 'listening', id: 1, channel: 'widget' });
  });

  it.each([
    [command('playVideo'), 'playVideo', []],
    [command('seekTo', 83.25, true), 'seekTo', [83.25, true]],
    [command('addEventListener', 'onError'), 'addEventListener', ['onError']],
  ])('a command as text: %s', (text, func, args) => {
    expect(JSON.parse(text)).toEqual({ event: 'command', func, args, id: 1, channel: 'widget' });
  });
});

describe('the player means', () => {
  it.each([
    [-1, 'paused'],
    [0, 'ended'],
    [1, 'playing'],
    [2, 'paused'],
    [3, 'buffering'],
    [5, 'paused'],
    [4, undefined],
    [1.5, undefined],
  ])('by state %d: %s', (state, status) => expect(statusOfState(state)).toBe(status));

  it.each([
    [2, 'bad-id'],
    [5, 'player-error'],
    [100, 'gone'],
    [101, 'not-embeddable'],
    [150, 'not-embeddable'],
    [153, 'refused'],
    [999, 'player-error'],
  ])('by error %d: %s', (code, fault) => expect(faultOfError(code)).toBe(fault));
});

describe('the longest message of a frame', () => {
  const titled = (title: string, more = ''): unknown =>
    decodeMessage(JSON.stringify({ event: 'infoDelivery', info: { videoData: { title }, more } }));

  it('is a title of 300 characters, of which none is half', () => {
    expect(titled('x'.repeat(301))).toMatchObject({ info: { videoData: { title: 'x'.repeat(300) } } });
    expect(titled(`${'x'.repeat(299)}😀`)).toMatchObject({ info: { videoData: { title: 'x'.repeat(299) } } });
  });

  it('is a message of 100,000 characters: a longer one is not read', () => {
    expect(titled('Title', 'x'.repeat(99_000))).toBeDefined();
    expect(titled('Title', 'x'.repeat(100_000))).toBeUndefined();
  });
});
