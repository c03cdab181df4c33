// Which note a pane's ticks come from, and when they are read anew.
import { ALL_SYNTAXES } from '../../src/core/read/shown';
import { shownNotesOf } from '../support/shown-notes';
import { effect, signal } from '@preact/signals-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { NoteTicks } from '../../src/core/mean/ticks';
import { noteTicks } from '../../src/playback/note-ticks';
import { VideoMemory } from '../../src/playback/video-memory';
import { FakeNotes } from '../support/fake-notes';
import { FakePanes, type FakePane } from '../support/fake-panes';
import { atOnce } from '../support/at-once';
import { FakeStorage } from '../support/fake-storage';
import { FakeTexts } from '../support/fake-texts';
import { lecture, zoo } from './videos';

let notes: FakeNotes;
let texts: FakeTexts;
let memory: VideoMemory;
let pane: FakePane;
let seen: NoteTicks[];
let stop: () => void;

const recent = signal<string | undefined>(undefined);
const settings = signal(ALL_SYNTAXES);

beforeEach(() => {
  notes = new FakeNotes({ 'a.md': zoo, 'b.md': zoo, 'lecture.md': lecture });
  texts = new FakeTexts({ 'a.md': '[0:10] [0:20]', 'b.md': '[0:30]', 'lecture.md': '[0:40]' });
  memory = new VideoMemory(new FakeStorage(), atOnce);
  pane = new FakePanes().add(zoo);
  recent.value = undefined;
  settings.value = ALL_SYNTAXES;
  seen = [];
  const ticks = noteTicks(pane.session, {
    notes,
    memory,
    shownNotes: shownNotesOf({ notes, texts, memory, settings }),
    recentNote: () => recent.value,
  });
  stop = effect(() => {
    seen.push(ticks.value);
  });
});

afterEach(() => stop());

const now = (): readonly number[] => (seen.at(-1)?.ticks ?? []).map(({ seconds }) => seconds);
const playFrom = (note?: string): void => {
  pane.session.play({ video: zoo, written: { time: '00:00:01', label: '' }, note });
};

describe('the ticks of a pane', () => {
  it('are none without a note', () => expect(now()).toEqual([]));

  it('come from the recent note, if the video is its own', () => {
    recent.value = 'a.md';
    expect(now()).toEqual([10, 20]);
    recent.value = 'b.md';
    expect(now()).toEqual([30]);
  });

  it('stay while the user is in a note about another video, or in none', () => {
    recent.value = 'a.md';
    recent.value = 'lecture.md';
    expect(now()).toEqual([10, 20]);
    recent.value = undefined;
    expect(now()).toEqual([10, 20]);
  });

  it('come from the note that the user turned to last: by playing a timestamp of it, or by going there', () => {
    recent.value = 'a.md';
    playFrom('b.md');
    expect(now()).toEqual([30]);
    recent.value = 'lecture.md';
    expect(now()).toEqual([30]);
    recent.value = 'a.md';
    expect(now()).toEqual([10, 20]);
    playFrom('b.md');
    expect(now()).toEqual([30]);
  });

  it('stay those of the note that was played from while the one that is open changes', () => {
    recent.value = 'a.md';
    playFrom('b.md');
    notes.change('a.md', { ...zoo });
    texts.change('a.md', '[0:15]');
    expect(now()).toEqual([30]);
  });

  it('are those of another video when that comes, and of the recent note again', () => {
    playFrom('b.md');
    pane.session.show(lecture);
    expect(now()).toEqual([]);
    recent.value = 'lecture.md';
    expect(now()).toEqual([40]);
    pane.session.show(zoo);
    expect(now()).toEqual([]);
    recent.value = 'a.md';
    expect(now()).toEqual([10, 20]);
  });

  it('change with the text, and with the length', () => {
    recent.value = 'a.md';
    texts.change('a.md', '[0:15]');
    expect(now()).toEqual([15]);
    texts.change('a.md', '<a class="yt-timestamp" data-t="03:01:00">[03:01:00]</a>');
    expect(now()).toEqual([10_860]);
    memory.learnLength(zoo, 4202);
    expect(now()).toEqual([181]);
  });

  it('are told anew only when they are other ones', () => {
    recent.value = 'a.md';
    const before = seen.length;
    notes.change('somewhere else.md', lecture);
    notes.change('a.md', { ...zoo });
    recent.value = undefined;
    expect(seen).toHaveLength(before);
  });

  it('are those that are shown as chips', () => {
    texts.change(
      'a.md',
      '[0:10] [0:20](https://youtu.be/jNQXAC9IVRw?t=20) <a class="yt-timestamp" data-t="00:30">x</a>',
    );
    recent.value = 'a.md';
    expect(now()).toEqual([10, 20, 30]);
    settings.value = { ...ALL_SYNTAXES, bareTimes: false, links: false };
    expect(now()).toEqual([30]);
  });

  it('follow a note that is renamed', () => {
    recent.value = 'a.md';
    texts.change('c.md', '[0:10] [0:25]');
    notes.rename('a.md', 'c.md');
    expect(now()).toEqual([10, 25]);
  });

  it('stop following the text of the note when nobody follows them', () => {
    recent.value = 'a.md';
    expect(texts.followed).toEqual(['a.md']);
    stop();
    expect(texts.followed).toEqual([]);
  });
});
