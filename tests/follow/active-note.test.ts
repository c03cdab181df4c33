// The video of the note that the user goes to, in the pane that is open.
import { signal } from '@preact/signals-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { showActiveNotes } from '../../src/follow/active-note';
import { FakeNotes } from '../support/fake-notes';
import { FakePanes } from '../support/fake-panes';
import { film, lecture, zoo } from '../playback/videos';

let notes: FakeNotes;
let panes: FakePanes;
let stop: () => void;

const recent = signal<string | undefined>(undefined);
const settings = signal({ followActiveNote: true });

beforeEach(() => {
  notes = new FakeNotes({ 'zoo.md': zoo, 'lecture.md': lecture, 'film.md': film });
  panes = new FakePanes();
  recent.value = 'zoo.md';
  settings.value = { followActiveNote: true };
  follow();
});

afterEach(() => stop());

function follow(): void {
  stop = showActiveNotes({ notes, memory: panes.memory, settings, recentNote: () => recent.value }, panes);
}

const shown = (): unknown[] => panes.panes.map(({ session }) => session.video);

describe('a pane that follows', () => {
  it('shows the video of the note that the user goes to, paused, and was not used by that', () => {
    const { session, players } = panes.add();
    recent.value = 'lecture.md';
    expect(session.video).toEqual(lecture);
    expect(session.usedAt).toBe(0);
    session.wake();
    expect(players.at(-1)?.start).toMatchObject({ seconds: 0, autoplay: false });
  });

  it('shows it as fast as it was played last, and offers to go on where it was left', () => {
    const { session, players } = panes.add();
    panes.memory.learn(lecture, { position: 300, rate: 1.5 });
    recent.value = 'lecture.md';
    session.wake();
    expect(players.at(-1)?.start.rate).toBe(1.5);
    expect(session.resumeAt.value).toBe(300);
  });

  it('loads nothing before it is seen', () => {
    const { players } = panes.add();
    recent.value = 'lecture.md';
    recent.value = 'film.md';
    expect(players).toEqual([]);
    expect(shown()).toEqual([film]);
  });

  it('is the one used last of those that are not pinned', () => {
    const older = panes.add(film);
    panes.add(zoo);
    panes.add(zoo, true);
    older.session.touch();
    panes.panes[2]?.session.touch();
    recent.value = 'lecture.md';
    expect(shown()).toEqual([lecture, zoo, zoo]);
  });

  it('keeps its video while it plays, also when it pauses later', () => {
    const { session, players } = panes.add(zoo);
    players[0]?.becomeReady();
    session.playOrPause();
    recent.value = 'lecture.md';
    session.pause();
    expect(shown()).toEqual([zoo]);
    recent.value = 'film.md';
    expect(shown()).toEqual([film]);
  });

  it('keeps its video where another pane shows the note’s, or the note has none', () => {
    panes.add(lecture, true);
    panes.add(zoo);
    recent.value = 'lecture.md';
    recent.value = 'nothing.md';
    recent.value = undefined;
    expect(shown()).toEqual([lecture, zoo]);
  });

  it('keeps what the user plays in it from the same note', () => {
    const { session } = panes.add();
    recent.value = 'lecture.md';
    session.show(film);
    notes.change('zoo.md', lecture);
    expect(shown()).toEqual([film]);
  });

  it('shows the other video that its note is given', () => {
    panes.add(film);
    notes.change('zoo.md', lecture);
    expect(shown()).toEqual([lecture]);
  });

  it('is left as it was when the app starts', () => {
    stop();
    panes.add(film);
    follow();
    expect(shown()).toEqual([film]);
  });

  it('follows only while that is set, and at once when it is', () => {
    panes.add(film);
    settings.value = { followActiveNote: false };
    recent.value = 'lecture.md';
    expect(shown()).toEqual([film]);
    settings.value = { followActiveNote: true };
    expect(shown()).toEqual([lecture]);
    stop();
    recent.value = 'zoo.md';
    expect(shown()).toEqual([lecture]);
  });

  it('opens where there is none, by nothing but a click', () => {
    recent.value = 'lecture.md';
    expect(panes.opened).toEqual([]);
  });
});
