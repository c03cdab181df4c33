// When a note that follows is scrolled, and when it is left alone.
import { signal } from '@preact/signals-core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { NO_TICKS, type NoteTicks, type Tick } from '../../src/core/mean/ticks';
import { follow, scrollFor, type FollowedView } from '../../src/follow/follow';
import { FollowSwitch } from '../../src/playback/pane-session';
import type { PaneSession } from '../../src/playback/pane-session';
import { LOADING } from '../../src/player/player';
import { ViewUse } from '../../src/follow/view-use';
import { FakePanes } from '../support/fake-panes';
import { zoo } from '../playback/videos';

const ticksAt = (...seconds: readonly number[]): NoteTicks => ({
  path: 'a.md',
  text: 'text',
  ticks: seconds.map((second) => ({ seconds: second, end: undefined }) as Tick),
});

class View implements FollowedView {
  readonly use = new ViewUse();
  /** The seconds that it was to show, with `!` where it could jump. */
  readonly shown: string[] = [];
  isFar = false;

  show({ tick }: { readonly tick: Tick }, mayJump: boolean): boolean {
    this.shown.push(`${tick.seconds}${mayJump ? '!' : ''}`);
    return this.isFar && mayJump;
  }
}

const ticks = signal<NoteTicks>(NO_TICKS);
const at = signal<number | undefined>(undefined);
let session: PaneSession;
let views: View[];
let stop: () => void;

const now = (): number => Date.now();

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
  ticks.value = ticksAt(10, 20, 30);
  at.value = undefined;
  views = [new View()];
  ({ session } = new FakePanes(ticks).add(zoo));
  stop = follow({ session, at, views: (path) => (path === 'a.md' ? views : []), now });
});

afterEach(() => {
  stop();
  vi.useRealTimers();
});

const shown = (): readonly (readonly string[])[] => views.map((view) => view.shown);

describe('a note that follows', () => {
  it('is not scrolled while that is off, nor before anything has played', () => {
    at.value = 10;
    expect(shown()).toEqual([[]]);
    at.value = undefined;
    session.following.toggle();
    expect(shown()).toEqual([[]]);
  });

  it('is scrolled when it is switched on, and when the current moment is another', () => {
    at.value = 10;
    session.following.toggle();
    for (const seconds of [10.5, 12, 20, 21, 30]) at.value = seconds;
    expect(shown()).toEqual([['10!', '20!', '30!']]);
    session.following.toggle();
    at.value = 20;
    expect(shown()[0]).toHaveLength(3);
  });

  it('is not scrolled again because its text has changed elsewhere', () => {
    session.following.toggle();
    at.value = 10;
    ticks.value = ticksAt(10, 25);
    expect(shown()).toEqual([['10!']]);
  });

  it('shows the timestamp that was played, of several of one second, else the last', () => {
    const tickOf = (seconds: number, from: number): Tick => ({
      seconds,
      end: undefined,
      timestamp: {
        from,
        to: from + 6,
        kind: 'bare',
        written: { time: undefined, label: `0:${seconds}` },
        end: undefined,
        named: undefined,
      },
    });
    const all = [tickOf(10, 0), tickOf(10, 100), tickOf(10, 200), tickOf(20, 50)] as const;
    ticks.value = { path: 'a.md', text: 'text', ticks: all };
    const { session: played, players } = new FakePanes(ticks).add(zoo);
    const [player] = players;
    if (player === undefined) throw new Error('There is no player.');
    player.snapshot.value = { ...LOADING, status: 'playing', length: 600 };
    const offsets: number[] = [];
    const view = {
      use: new ViewUse(),
      show: ({ tick }: { tick: Tick }) => offsets.push(tick.timestamp.from) < 0,
    };
    const end = follow({ session: played, at: player.position, views: () => [view], now });
    played.following.toggle();
    played.playTick(all[1]);
    played.playTick(all[3]);
    played.playTick(all[1]);
    played.playTick(all[0]);
    expect(offsets.filter((one, index) => one !== offsets[index - 1])).toEqual([100, 50, 100, 0]);
    played.seek(20);
    played.seek(10);
    expect(offsets.slice(-2)).toEqual([50, 200]);
    end();
  });

  it('is left alone in the view that the user is at work in, and follows four seconds later', () => {
    views.push(new View());
    session.following.toggle();
    at.value = 10;
    views[0]?.use.used(now());
    at.value = 20;
    expect(shown()).toEqual([['10!'], ['10!', '20!']]);
    vi.advanceTimersByTime(3000);
    views[0]?.use.used(now());
    at.value = 30;
    vi.advanceTimersByTime(3999);
    expect(shown()).toEqual([['10!'], ['10!', '20!', '30!']]);
    vi.advanceTimersByTime(1);
    expect(shown()).toEqual([
      ['10!', '30!'],
      ['10!', '20!', '30!'],
    ]);
  });

  it('stays where the user scrolled to, until the next moment', () => {
    session.following.toggle();
    at.value = 10;
    views[0]?.use.used(now());
    vi.advanceTimersByTime(10_000);
    expect(shown()).toEqual([['10!']]);
  });

  it('is left alone while a button is down, however long', () => {
    session.following.toggle();
    views[0]?.use.pressed(now());
    at.value = 10;
    vi.advanceTimersByTime(60_000);
    views[0]?.use.released(now());
    vi.advanceTimersByTime(3999);
    expect(shown()).toEqual([[]]);
    vi.advanceTimersByTime(4001);
    expect(shown()).toEqual([['10!']]);
  });

  it('is looked at again once after a jump, unless the user has come', () => {
    for (const view of views) view.isFar = true;
    session.following.toggle();
    at.value = 10;
    vi.advanceTimersByTime(5000);
    expect(shown()).toEqual([['10!', '10']]);
    at.value = 20;
    views[0]?.use.used(now());
    vi.advanceTimersByTime(10_000);
    expect(shown()).toEqual([['10!', '10', '20!']]);
  });

  it('is not scrolled any more when it is switched off, or the pane closes, while it waits', () => {
    session.following.toggle();
    views[0]?.use.used(now());
    at.value = 10;
    session.following.toggle();
    vi.advanceTimersByTime(5000);
    session.following.toggle();
    views[0]?.use.used(now());
    at.value = 20;
    stop();
    vi.advanceTimersByTime(5000);
    expect(shown()).toEqual([['10!']]);
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('the use of a view', () => {
  it('does not count what moves by itself, and does count what moves otherwise', () => {
    const use = new ViewUse();
    use.movesByItself(0);
    for (const time of [10, 400, 800, 1200]) use.moved(time);
    expect(use.quietIn(1200)).toBe(0);
    use.moved(1800);
    expect(use.quietIn(1800)).toBe(4000);
    expect(use.quietIn(5800)).toBe(0);
  });

  it('counts the wheel also while the view moves by itself', () => {
    const use = new ViewUse();
    use.movesByItself(0);
    use.used(100);
    use.moved(300);
    expect(use.quietIn(300)).toBe(4000);
  });

  it('counts no release of what was pressed elsewhere', () => {
    const use = new ViewUse();
    use.released(0);
    expect(use.quietIn(0)).toBe(0);
  });
});

describe('how far a view of 500 pixels is scrolled', () => {
  it.each([
    ['not where it is well in view', 200, undefined],
    ['not at the edge of that', 50, undefined],
    ['up, for what is above', -300, -450],
    ['for what stands too near to its top', 20, -130],
    ['for what stands too near to its bottom', 390, 240],
    ['down, for what is below', 900, 750],
  ])('%s', (_, top, by) => {
    expect(scrollFor({ top: top + 100, height: 20 }, { top: 100, height: 500 })).toBe(by);
  });
});

describe('the switch', () => {
  it.each<[unknown, boolean]>([
    [{ follow: true }, true],
    [{ follow: 'true' }, false],
    [{ follow: false }, false],
    [{}, false],
    [null, false],
    ['follow', false],
  ])('of a layout with %j is %s', (saved, isOn) => {
    const it = new FollowSwitch();
    it.restore(saved);
    expect(it.isOn.value).toBe(isOn);
    expect(it.encode()).toEqual({ follow: isOn });
  });
});
