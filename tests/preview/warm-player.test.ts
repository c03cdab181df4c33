// The player of previews: when there is one, what it is told, and when what it shows is of the clip.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Video } from '../../src/core/mean/video';
import { LOADING } from '../../src/player/player';
import { WarmPlayer, type PreviewClip } from '../../src/preview/warm-player';
import { film, zoo } from '../playback/videos';
import { FakePlayer } from '../support/fake-player';

let players: FakePlayer[];
let warm: WarmPlayer;
let stages: HTMLElement[];

beforeEach(() => {
  vi.useFakeTimers();
  players = [];
  stages = [];
  warm = new WarmPlayer({
    mount: (video, el, start) => {
      const player = new FakePlayer(video, start);
      el.createDiv('fake-player');
      players.push(player);
      return player;
    },
    watch: () => () => undefined,
  });
});

afterEach(() => {
  warm.dispose();
  for (const stage of stages) stage.remove();
  vi.useRealTimers();
});

function stage(): HTMLElement {
  const element = document.body.createDiv();
  stages.push(element);
  return element;
}

const clip = (start: number, end: number, video: Video = zoo): PreviewClip => ({ video, start, end });
const picture = (): void => {
  vi.advanceTimersToNextFrame();
};
const boxes = (): HTMLElement[] => Array.from(document.querySelectorAll('.playhead-preview-player'));

function box(): HTMLElement {
  const [only, ...more] = boxes();
  if (only === undefined || more.length > 0) throw new Error(`There are ${boxes().length} boxes.`);
  return only;
}

function player(): FakePlayer {
  const last = players.at(-1);
  if (last === undefined) throw new Error('No player was mounted.');
  return last;
}

/** So much later a clip may begin again. */
function passLoop(): void {
  vi.advanceTimersByTime(4000);
}

/** Shows a clip with a player that has come up. */
function showReady(shown: PreviewClip, on = stage()): ReturnType<WarmPlayer['show']> {
  const showing = warm.show(on, shown);
  player().becomeReady();
  picture();
  return showing;
}

describe('the first preview', () => {
  it('mounts a player that begins with the clip, without a sound or controls', () => {
    warm.show(stage(), clip(0, 8));
    expect(player().video).toEqual(zoo);
    expect(player().start).toEqual({
      seconds: 0,
      rate: 1,
      autoplay: true,
      sound: { muted: true },
      controls: false,
    });
  });

  it('is laid over its stage, and follows it, without being in it', () => {
    const on = stage();
    const rect = vi.spyOn(on, 'getBoundingClientRect').mockReturnValue(new DOMRect(10, 20, 450, 253));
    showReady(clip(12, 20), on);
    expect(box().style.cssText).toContain('--playhead-x: 10px; --playhead-y: 20px; --playhead-width: 450px');
    rect.mockReturnValue(new DOMRect(10, 50, 450, 253));
    picture();
    expect(box().style.cssText).toContain('--playhead-y: 50px');
    expect(on.contains(box())).toBe(false);
  });

  it('leaves its stage empty when it ends, and not before', () => {
    const on = stage();
    const showing = showReady(clip(12, 20), on);
    expect(on.childElementCount).toBe(1);
    showing.dispose();
    expect(on.childElementCount).toBe(0);
  });

  it('takes neither the focus nor the pointer, and is not read out', () => {
    warm.show(stage(), clip(12, 20));
    expect(box().hasAttribute('inert')).toBe(true);
    expect(box().getAttribute('aria-hidden')).toBe('true');
  });
});

describe('the next preview', () => {
  it('of the same video is a seek of the same player, while it is shown', () => {
    const showing = showReady(clip(12, 20));
    showing.show(clip(0, 8));
    expect(players).toHaveLength(1);
    expect(player().told).toEqual(['seek 0', 'play']);
  });

  it('of the same video is a seek of the same player, on another stage', () => {
    showReady(clip(12, 20)).dispose();
    warm.show(stage(), clip(40, 50));
    expect(players).toHaveLength(1);
    expect(boxes()).toHaveLength(1);
    expect(player().told).toEqual(['pause', 'seek 40', 'play']);
  });

  it('that begins where this one does only ends elsewhere', () => {
    const showing = showReady(clip(12, 20));
    showing.show(clip(12, 14));
    expect(player().told).toEqual([]);
    expect(showing.state.value.isRight).toBe(true);
    passLoop();
    player().moveTo(14);
    picture();
    expect(player().told).toEqual(['seek 12', 'play']);
  });

  it('of another video ends this player', () => {
    showReady(clip(12, 20));
    warm.show(stage(), clip(3, 9, film));
    expect(players.map(({ disposed }) => disposed)).toEqual([true, false]);
    expect(boxes()).toHaveLength(1);
  });

  it('has a player of its own when the last one failed', () => {
    const showing = showReady(clip(12, 20));
    player().fail('no-answer');
    showing.show(clip(12, 20));
    expect(players.map(({ disposed }) => disposed)).toEqual([true, false]);
  });

  it('has a player of its own in another window', () => {
    showReady(clip(12, 20));
    const other = document.implementation.createHTMLDocument();
    const there = other.body.appendChild(other.createElement('div'));
    Object.defineProperty(there, 'win', { value: window });
    warm.show(there, clip(12, 20));
    expect(players.map(({ disposed }) => disposed)).toEqual([true, false]);
    expect(boxes()).toHaveLength(0);
    expect(other.querySelectorAll('.playhead-preview-player')).toHaveLength(1);
  });

  it('is not disturbed by the end of the one before it', () => {
    const first = showReady(clip(12, 20));
    const second = warm.show(stage(), clip(40, 50));
    first.dispose();
    first.show(clip(3, 4));
    picture();
    expect(player().told).toEqual(['pause', 'seek 40', 'play']);
    expect(box().hasClass('is-parked')).toBe(false);
    second.dispose();
  });
});

describe('when nothing is previewed any more', () => {
  it('the player is silent and out of sight, and ends after 20 s', () => {
    showReady(clip(12, 20)).dispose();
    expect(player().told).toEqual(['pause']);
    expect(box().hasClass('is-parked')).toBe(true);
    vi.advanceTimersByTime(19_999);
    expect(player().disposed).toBe(false);
    vi.advanceTimersByTime(1);
    expect(player().disposed).toBe(true);
    expect(boxes()).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('the 20 s begin anew with every preview', () => {
    showReady(clip(12, 20)).dispose();
    vi.advanceTimersByTime(15_000);
    const next = showReady(clip(30, 40));
    vi.advanceTimersByTime(15_000);
    expect(player().disposed).toBe(false);
    next.dispose();
    vi.advanceTimersByTime(19_000);
    expect(player().disposed).toBe(false);
  });

  it('a player that begins all the same is paused again', () => {
    showReady(clip(12, 20)).dispose();
    player().play();
    expect(player().snapshot.value.status).toBe('paused');
  });

  it('a player that has not come to play is ended: an advertisement in it would go on unseen', () => {
    warm.show(stage(), clip(12, 20)).dispose();
    expect(player().disposed).toBe(true);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('nor when its stage is gone, told or not', () => {
    const on = stage();
    showReady(clip(12, 20), on);
    on.remove();
    picture();
    expect(player().told).toEqual(['pause']);
    expect(box().hasClass('is-parked')).toBe(true);
  });

  it('and the plugin ends, nothing is left', () => {
    showReady(clip(12, 20));
    warm.dispose();
    expect(player().disposed).toBe(true);
    expect(boxes()).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('the player of a preview', () => {
  const isRight = (showing: ReturnType<WarmPlayer['show']>): [boolean, string | undefined] => {
    picture();
    return [showing.state.value.isRight, box().dataset.look];
  };

  it('is hidden until there is anything, and then as it is, of the clip or not yet', () => {
    const showing = warm.show(stage(), clip(83, 90));
    expect(isRight(showing)).toEqual([false, 'hidden']);
    player().snapshot.value = { ...LOADING, status: 'buffering' };
    expect(isRight(showing)).toEqual([false, 'clear']);
    player().moveTo(83);
    player().land();
    expect(isRight(showing)).toEqual([true, 'clear']);
  });

  it('is wrong from the moment that another clip is wanted until the player has arrived there', () => {
    const showing = showReady(clip(83, 90));
    showing.show(clip(12, 20));
    expect(showing.state.value.isRight).toBe(false);
    expect(isRight(showing)).toEqual([false, 'clear']);
    player().land();
    expect(isRight(showing)).toEqual([true, 'clear']);
  });

  it.each([
    [10.9, false],
    [11.1, true],
    [20.9, true],
    [21.1, false],
  ])('at second %d of a clip from 12 to 20 is right: %s', (seconds, expected) => {
    const showing = warm.show(stage(), clip(12, 20));
    player().moveTo(seconds);
    player().snapshot.value = { ...LOADING, status: 'playing' };
    player().land();
    expect(isRight(showing)[0]).toBe(expected);
  });

  it('stays right while the clip begins again', () => {
    const showing = showReady(clip(12, 20));
    passLoop();
    player().moveTo(20);
    picture();
    expect(player().told).toEqual(['seek 12', 'play']);
    expect(isRight(showing)).toEqual([true, 'clear']);
  });

  it('is a fault, and nothing of the player, when that failed', () => {
    const showing = showReady(clip(12, 20));
    player().fail('not-embeddable');
    expect(isRight(showing)).toEqual([false, 'hidden']);
    expect(showing.state.value.fault).toBe('not-embeddable');
  });

  it('is told nothing of before its video is there: what fails says nothing of it', () => {
    const showing = warm.show(stage(), clip(4, 19));
    player().becomeReady({ status: 'loading', title: 'talk.mp4', length: 19 });
    const unknown = { title: undefined, length: undefined };
    expect(showing.state.value).toMatchObject(unknown);
    player().fail('file-missing');
    expect(showing.state.value).toMatchObject({ ...unknown, fault: 'file-missing' });
  });

  it('is told with its title, its length and where it is', () => {
    const showing = showReady(clip(12, 20));
    player().becomeReady({ title: 'Me at the zoo', length: 19 });
    player().moveTo(13.26);
    picture();
    expect(showing.state.value).toMatchObject({ title: 'Me at the zoo', length: 19, position: 13.25 });
  });
});

describe('a clip', () => {
  it('begins again at its end, and again when the video ends before', () => {
    showReady(clip(12, 20));
    player().moveTo(19.9);
    picture();
    expect(player().told).toEqual([]);
    passLoop();
    player().moveTo(20);
    picture();
    expect(player().told).toEqual(['seek 12', 'play']);
    passLoop();
    player().land();
    player().becomeReady({ status: 'ended', length: 19 });
    player().moveTo(18.95);
    picture();
    expect(player().told).toEqual(['seek 12', 'play', 'seek 12', 'play']);
  });

  it('ends where the video does, at the latest', () => {
    showReady(clip(12, 20));
    player().reportLength(15);
    passLoop();
    player().moveTo(15);
    picture();
    expect(player().told).toEqual(['seek 12', 'play']);
  });

  it('of two seconds stands still at its end, and begins again every four seconds, not sooner', () => {
    showReady(clip(12, 14));
    vi.advanceTimersByTime(2000);
    player().moveTo(14);
    picture();
    expect(player().told).toEqual(['pause']);
    // A paused player may say that it stands a little before.
    player().moveTo(13.9);
    vi.advanceTimersByTime(1900);
    expect(player().told).toEqual(['pause']);
    vi.advanceTimersByTime(150);
    expect(player().told).toEqual(['pause', 'seek 12', 'play']);
    vi.advanceTimersByTime(2000);
    player().moveTo(14);
    picture();
    expect(player().told).toEqual(['pause', 'seek 12', 'play', 'pause']);
  });

  it('that turns out longer while it stands at its end plays on', () => {
    const showing = showReady(clip(12, 14));
    player().moveTo(14);
    picture();
    showing.show(clip(12, 20));
    expect(player().told).toEqual(['pause', 'play']);
    player().moveTo(15);
    picture();
    expect(player().told).toEqual(['pause', 'play']);
  });

  it('of no length is a picture, and does not begin again and again', () => {
    showReady(clip(12, 12));
    picture();
    picture();
    expect(player().told).toEqual(['pause']);
  });
});
