// The address of YouTube's player.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { embedUrl } from '../../../src/player/youtube/embed-url';

const start = { seconds: 0, rate: 1, autoplay: false };

describe('the address of the player', () => {
  it('is at the privacy-enhanced host, and asks for control, inline playing and no foreign suggestions', () => {
    const url = new URL(embedUrl('privacy-enhanced', 'jNQXAC9IVRw', start) ?? '');
    expect(url.origin + url.pathname).toBe('https://www.youtube-nocookie.com/embed/jNQXAC9IVRw');
    expect(Object.fromEntries(url.searchParams)).toMatchObject({
      enablejsapi: '1',
      playsinline: '1',
      rel: '0',
    });
  });

  it('has these parameters and no other: above all no origin', () => {
    const known = [
      'enablejsapi',
      'playsinline',
      'rel',
      'start',
      'autoplay',
      'mute',
      'widgetid',
      'controls',
      'disablekb',
    ];
    const url = new URL(embedUrl('privacy-enhanced', 'jNQXAC9IVRw', start) ?? '');
    expect([...url.searchParams.keys()].filter((name) => !known.includes(name))).toEqual([]);
    expect(url.searchParams.has('widgetid')).toBe(true);
  });

  it.each([
    [0, '0'],
    [83.9, '83'],
    [43_200, '43200'],
  ])('starts at the whole second of %d', (seconds, expected) => {
    const url = new URL(embedUrl('privacy-enhanced', 'jNQXAC9IVRw', { ...start, seconds }) ?? '');
    expect(url.searchParams.get('start')).toBe(expected);
  });

  it.each([
    [true, '1'],
    [false, '0'],
  ])('starts by itself: %s', (autoplay, expected) => {
    const url = new URL(embedUrl('privacy-enhanced', 'jNQXAC9IVRw', { ...start, autoplay }) ?? '');
    expect(url.searchParams.get('autoplay')).toBe(expected);
  });

  it('is silent from the start, and has no controls, only where that is asked for', () => {
    const parameters = (more: object): string[] =>
      ['mute', 'controls', 'disablekb'].map(
        (name) =>
          new URL(embedUrl('privacy-enhanced', 'jNQXAC9IVRw', { ...start, ...more }) ?? '').searchParams.get(
            name,
          ) ?? 'none',
      );
    expect(parameters({ sound: { muted: true }, controls: false })).toEqual(['1', '0', '1']);
    expect(parameters({ sound: { volume: 0.4, muted: false } })).toEqual(['none', 'none', 'none']);
    expect(parameters({})).toEqual(['none', 'none', 'none']);
  });

  it.each([
    '',
    'short',
    'jNQXAC9IVRw1',
    'jNQXAC9IVR/',
    '../../watch',
    'jNQXAC9IVR"',
    'jNQXAC9IVRw\n',
    '"><script>',
  ])('does not exist for %j, which is no id', (id) => {
    expect(embedUrl('privacy-enhanced', id, start)).toBeUndefined();
  });

  it('leads to the embed host and nowhere else, whatever the id', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ minLength: 11, maxLength: 11 })), (id) => {
        const url = embedUrl('privacy-enhanced', id, start);
        if (url === undefined) return;
        expect(new URL(url).pathname).toBe(`/embed/${id}`);
        expect(new URL(url).host).toBe('www.youtube-nocookie.com');
      }),
    );
  });
});
