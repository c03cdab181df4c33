// Panes whose file is renamed, deleted or restored while they show it.
import { beforeEach, describe, expect, it } from 'vitest';
import { fileCame, fileGone, fileMoved } from '../../src/app/moved-files';
import type { FakePlayer } from '../support/fake-player';
import { FakePanes, type FakePane } from '../support/fake-panes';
import { film, zoo } from '../playback/videos';

const renamed = { kind: 'file', path: 'media/renamed.webm' } as const;
const other = { kind: 'file', path: 'media/other.webm' } as const;

let pane: FakePane;

/** The player mounted last. */
function player(): FakePlayer {
  const last = pane.players.at(-1);
  if (last === undefined) throw new Error('No player is mounted.');
  return last;
}

beforeEach(() => {
  pane = new FakePanes().add();
  pane.session.play({ video: film, written: { time: '00:00:50', label: '' }, note: 'a.md' });
  player().becomeReady({ length: 700 });
  player().moveTo(62.5);
});

describe('a file that is renamed', () => {
  it('plays on from the same second, for the same note', () => {
    fileMoved(pane.session, film, renamed);
    expect(player()).toMatchObject({ video: renamed, start: { seconds: 62.5, autoplay: true } });
    expect(pane.session.state).toMatchObject({ video: renamed, time: 62.5 });
    expect(pane.session.citedIn.value?.note).toBe('a.md');
    expect(pane.players.map(({ disposed }) => disposed)).toEqual([true, false]);
  });

  it('stays paused if it was', () => {
    pane.session.pause();
    fileMoved(pane.session, film, renamed);
    expect(player().start).toMatchObject({ seconds: 62.5, autoplay: false });
  });

  it('is followed by a pane that nobody has seen yet, which still loads nothing', () => {
    const unseen = new FakePanes().add();
    unseen.session.restore({ video: film, time: 83, rate: 1.5 });
    fileMoved(unseen.session, film, renamed);
    expect(unseen.players).toEqual([]);
    expect(unseen.session.state).toEqual({ video: renamed, time: 83, rate: 1.5 });
  });

  it('is none of the business of a pane with another video', () => {
    fileMoved(pane.session, other, renamed);
    expect(pane.players).toHaveLength(1);
  });
});

describe('a file that is deleted', () => {
  it('is loaded anew, which says that it is missing, and loses neither the place nor the wish to play', () => {
    fileGone(pane.session, film);
    player().fail('file-missing');
    expect(pane.session.state).toMatchObject({ video: film, time: 62.5 });
    fileCame(pane.session, () => true);
    expect(pane.players).toHaveLength(3);
    expect(player().start).toMatchObject({ seconds: 62.5, autoplay: true });
  });

  it('stays paused when it comes back, if it was', () => {
    pane.session.pause();
    fileGone(pane.session, film);
    player().fail('file-missing');
    fileCame(pane.session, () => true);
    expect(player().start).toMatchObject({ seconds: 62.5, autoplay: false });
  });

  it('is none of the business of a pane with another video', () => {
    fileGone(pane.session, other);
    expect(pane.players).toHaveLength(1);
  });
});

describe('a file that comes', () => {
  it('is tried once by a pane that misses it, until that has played', () => {
    player().fail('file-missing');
    fileCame(pane.session, (path) => path === film.path);
    player().fail('file-missing');
    fileCame(pane.session, () => true);
    expect(pane.players).toHaveLength(2);
  });

  it('is not tried by a pane that misses another, that misses nothing, or that plays what is no file', () => {
    fileCame(pane.session, () => true);
    player().fail('file-missing');
    fileCame(pane.session, () => false);
    expect(pane.players).toHaveLength(1);
    const elsewhere = new FakePanes().add(zoo);
    elsewhere.players[0]?.fail('file-missing');
    fileCame(elsewhere.session, () => true);
    expect(elsewhere.players).toHaveLength(1);
  });
});
