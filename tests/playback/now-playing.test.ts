// What is marked while a pane plays, in which notes, and how little is done for it.
import { shownNotesOf } from '../support/shown-notes';
import { signal } from '@preact/signals-core';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Video } from '../../src/core/mean/video';
import { currentSecond, NowPlaying, type Markable } from '../../src/playback/now-playing';
import type { PaneSession } from '../../src/playback/pane-session';
import { VideoMemory } from '../../src/playback/video-memory';
import { FakeNotes } from '../support/fake-notes';
import { FakePanes, type FakePane } from '../support/fake-panes';
import type { FakePlayer } from '../support/fake-player';
import { atOnce } from '../support/at-once';
import { FakeStorage } from '../support/fake-storage';
import { FakeTexts } from '../support/fake-texts';
import { lecture, zoo } from './videos';

/** All that was marked or no longer is, in order, as `name+` and `name-`. */
let touched: string[];

class Mark implements Markable {
  isCurrent = false;

  constructor(private readonly name: string) {}

  mark(isCurrent: boolean): void {
    this.isCurrent = isCurrent;
    touched.push(`${this.name}${isCurrent ? '+' : '-'}`);
  }
}

let notes: FakeNotes;
let texts: FakeTexts;
let panes: FakePanes;
let pane: FakePane;
let nowPlaying: NowPlaying<Mark>;
let end: () => void;

beforeEach(() => {
  touched = [];
  notes = new FakeNotes({ 'a.md': zoo, 'b.md': zoo });
  texts = new FakeTexts({ 'a.md': '[0:10] [0:20] [0:30]', 'b.md': '[0:15] [0:30-0:40]' });
  panes = new FakePanes();
  pane = panes.add(zoo);
  const memory = new VideoMemory(new FakeStorage(), atOnce);
  nowPlaying = new NowPlaying({ notes, memory, shownNotes: shownNotesOf({ notes, texts, memory }) });
  end = nowPlaying.add(pane.session);
});

function place(path: string, seconds: number, video: Video = zoo): Mark {
  const one = new Mark(`${path.charAt(0)}${seconds}`);
  nowPlaying.register(one, { note: notes.note(path), video, seconds });
  return one;
}

const playerOf = ({ players }: FakePane): FakePlayer => {
  const player = players.at(-1);
  if (player === undefined) throw new Error('No player is mounted.');
  return player;
};

function play(seconds: number, session: PaneSession = pane.session): void {
  session.play({ video: zoo, written: { time: String(seconds), label: '' }, note: undefined });
  playerOf(pane).becomeReady({ status: 'playing' });
}

describe('a mark', () => {
  it('is nothing before anything has played', () => {
    place('a.md', 10);
    playerOf(pane).becomeReady();
    playerOf(pane).moveTo(12);
    expect(touched).toEqual([]);
    expect(texts.followed).toEqual([]);
  });

  it('is a range that was asked for, to its end, whatever else begins in it', () => {
    texts.change('a.md', '[0:10-0:20] [0:15] [0:20]');
    const [range, within, behind] = [place('a.md', 10), place('a.md', 15), place('a.md', 20)];
    pane.session.play({ video: zoo, written: { time: '10', label: '' }, end: '20', note: 'a.md' });
    playerOf(pane).becomeReady({ status: 'playing', length: 100 });
    const marked = (): boolean[] => [range, within, behind].map(({ isCurrent }) => isCurrent);
    for (const seconds of [10, 16, 20.1]) {
      playerOf(pane).moveTo(seconds);
      expect(marked(), String(seconds)).toEqual([true, false, false]);
    }
    playerOf(pane).moveTo(21);
    expect(marked()).toEqual([false, false, true]);
    play(16);
    playerOf(pane).moveTo(16);
    expect(marked()).toEqual([false, true, false]);
  });

  it('is the current moment of each note about the video, wherever it is shown', () => {
    const marks = [place('a.md', 10), place('a.md', 10), place('a.md', 20), place('b.md', 15)];
    play(12);
    expect(marks.map(({ isCurrent }) => isCurrent)).toEqual([true, true, false, false]);
    playerOf(pane).moveTo(17);
    expect(marks.map(({ isCurrent }) => isCurrent)).toEqual([true, true, false, true]);
    playerOf(pane).moveTo(25);
    expect(marks.map(({ isCurrent }) => isCurrent)).toEqual([false, false, true, true]);
  });

  it('is what the note says, also where that is not on screen', () => {
    const first = place('a.md', 10);
    play(25);
    expect(first.isCurrent).toBe(false);
    expect(place('a.md', 20).isCurrent).toBe(true);
  });

  it('stays while the video is paused or loads anew, and goes when it has failed', () => {
    const mark = place('a.md', 10);
    play(12);
    pane.session.pause();
    expect(mark.isCurrent).toBe(true);
    pane.session.reload();
    expect(mark.isCurrent).toBe(true);
    playerOf(pane).fail('gone');
    expect(mark.isCurrent).toBe(false);
  });

  it('goes with the video, and with the pane', () => {
    const mark = place('a.md', 10);
    play(12);
    pane.session.show(lecture);
    expect(mark.isCurrent).toBe(false);
    play(12);
    expect(mark.isCurrent).toBe(true);
    end();
    expect(mark.isCurrent).toBe(false);
    expect(texts.followed).toEqual([]);
  });

  it('is of each pane its own', () => {
    notes.change('b.md', lecture);
    const other = panes.add(lecture);
    nowPlaying.add(other.session);
    const marks = [place('a.md', 10), place('b.md', 15, lecture), place('a.md', 20, lecture)];
    play(12);
    playerOf(other).becomeReady({ status: 'playing' });
    playerOf(other).moveTo(16);
    expect(marks.map(({ isCurrent }) => isCurrent)).toEqual([true, true, false]);
  });

  it('follows the text of a note, and the note where it is renamed', () => {
    const [mark, later] = [place('a.md', 10), place('a.md', 11)];
    play(12);
    texts.change('a.md', '[0:10] [0:11]');
    expect([mark.isCurrent, later.isCurrent]).toEqual([false, true]);
    texts.change('c.md', '[0:10]');
    notes.rename('a.md', 'c.md');
    expect([mark.isCurrent, later.isCurrent]).toEqual([true, false]);
    expect(nowPlaying.at('c.md', zoo, 10)).toEqual([mark]);
  });

  it('goes where something says another moment, or is no longer on screen', () => {
    const mark = place('a.md', 10);
    play(12);
    nowPlaying.register(mark, { note: notes.note('a.md'), video: zoo, seconds: 20 });
    expect(mark.isCurrent).toBe(false);
    nowPlaying.register(mark, { note: notes.note('a.md'), video: zoo, seconds: 10 });
    expect(mark.isCurrent).toBe(true);
    nowPlaying.drop(mark);
    expect(mark.isCurrent).toBe(false);
    // Of a note with nothing on screen nothing is read.
    expect(texts.followed).toEqual([]);
  });
});

describe('the work', () => {
  it('is none while the current moment stays, and only with what goes and comes when it does not', () => {
    const seconds = Array.from({ length: 2083 }, (_, index) => index * 5);
    texts.change(
      'a.md',
      seconds.map((second) => `<a class="yt-timestamp" data-t="${second}">x</a>`).join(' '),
    );
    for (const second of seconds) place('a.md', second);
    play(0);
    expect(touched).toEqual(['a0+']);
    touched = [];
    for (let at = 0; at < 4.7; at += 0.1) playerOf(pane).moveTo(at);
    expect(touched).toEqual([]);
    playerOf(pane).moveTo(5);
    playerOf(pane).moveTo(5.2);
    expect(touched).toEqual(['a0-', 'a5+']);
    playerOf(pane).moveTo(10_407);
    expect(touched).toEqual(['a0-', 'a5+', 'a5-', 'a10405+']);
  });

  it('of looking for the current moment is done only where the playhead leaves it', () => {
    let looked = 0;
    const all = [10, 20, 30].map((seconds) => ({ seconds, end: undefined }));
    const counted = new Proxy(all, {
      get: (target, name, receiver) => {
        looked += 1;
        return Reflect.get(target, name, receiver) as unknown;
      },
    });
    const at = signal<number | undefined>(undefined);
    const second = currentSecond(
      at,
      () => counted,
      () => undefined,
    );
    const seen: (number | undefined)[] = [];
    second.subscribe((value) => seen.push(value));
    at.value = 10;
    const once = looked;
    expect(once).toBeGreaterThan(0);
    for (let seconds = 10; seconds < 19.7; seconds += 0.25) at.value = seconds;
    expect(looked).toBe(once);
    at.value = 20;
    expect(looked).toBeGreaterThan(once);
    expect(seen).toEqual([undefined, 10, 20]);
  });
});
