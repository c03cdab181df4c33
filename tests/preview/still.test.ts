// Stills: posters, frames of files, and plain cards where there is neither.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Video } from '../../src/core/mean/video';
import { showStill } from '../../src/preview/still';
import type { Showing } from '../../src/preview/warm-player';
import { film, remote, zoo } from '../playback/videos';

let stage: HTMLElement;

beforeEach(() => {
  stage = document.body.createDiv();
  vi.stubGlobal('MediaError', { MEDIA_ERR_NETWORK: 2 });
});

afterEach(() => {
  stage.remove();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const show = (video: Video, start = 66, src: string | undefined = 'app://film'): Showing =>
  showStill(stage, { video, start, end: start + 15 }, () => src);
const only = <K extends 'img' | 'video' | 'div'>(tag: K): HTMLElementTagNameMap[K] => {
  const found = stage.querySelector(tag);
  if (found === null || stage.children.length !== 1) throw new Error(`There is not one ${tag}.`);
  return found;
};

describe('a poster', () => {
  const load = (width: number): HTMLImageElement => {
    const poster = only('img');
    Object.defineProperty(poster, 'naturalWidth', { value: width });
    poster.dispatchEvent(new Event('load'));
    return poster;
  };

  it('is that of the video, from the host of posters', () => {
    const showing = show(zoo);
    expect(only('img').src).toBe('https://i.ytimg.com/vi/jNQXAC9IVRw/hqdefault.jpg');
    expect(showing.state.peek().isRight).toBe(false);
    load(480);
    expect(showing.state.peek().isRight).toBe(true);
    showing.dispose();
    expect(stage.children).toHaveLength(0);
  });

  it('that YouTube does not have is a plain card: what it sends then is 120 pixels wide', () => {
    const showing = show(zoo);
    load(120);
    expect(only('div').className).toBe('playhead-preview-card');
    expect(showing.state.peek()).toMatchObject({ isRight: true, fault: undefined });
  });

  it('that does not come is a plain card', () => {
    show(zoo);
    only('img').dispatchEvent(new Event('error'));
    expect(only('div').className).toBe('playhead-preview-card');
  });
});

describe('a file', () => {
  it('shows its frame, silent and still', () => {
    const play = vi.spyOn(HTMLMediaElement.prototype, 'play');
    const showing = show(film);
    const frame = only('video');
    expect([frame.src, frame.currentTime, frame.muted]).toEqual(['app://film', 66, true]);
    expect(showing.state.peek().isRight).toBe(false);
    Object.assign(frame, { HAVE_CURRENT_DATA: 2 });
    Object.defineProperty(frame, 'readyState', { value: 2 });
    frame.dispatchEvent(new Event('seeked'));
    expect(showing.state.peek().isRight).toBe(true);
    showing.show({ video: film, start: 70, end: 80 });
    expect([frame.currentTime, showing.state.peek().isRight]).toEqual([70, false]);
    expect(play).not.toHaveBeenCalled();
    showing.dispose();
    expect([frame.hasAttribute('src'), stage.children.length]).toEqual([false, 0]);
  });

  it('that is missing, or is none that plays, is a fault', () => {
    expect(showStill(stage, { video: film, start: 0, end: 1 }, () => undefined).state.peek().fault).toBe(
      'file-missing',
    );
    const showing = show(film);
    only('video').dispatchEvent(new Event('error'));
    expect(showing.state.peek().fault).toBe('file-unsupported');
  });
});

it.each<[string, Video]>([
  ['a video at an address, whose host is not asked', remote],
  ['a sound', { kind: 'file', path: 'talk.mp3' }],
])('%s has a plain card', (_, video) => {
  const showing = show(video);
  expect(only('div').className).toBe('playhead-preview-card');
  showing.dispose();
  expect(stage.children).toHaveLength(0);
});
