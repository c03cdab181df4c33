// What the user is watching: whose time a timestamp takes, and when there is none.
import { beforeEach, describe, expect, it } from 'vitest';
import type { Video } from '../../src/core/mean/video';
import { Playback } from '../../src/playback/playback';
import { FakePanes, type FakePane } from '../support/fake-panes';
import { film, lecture, zoo } from './videos';

let panes: FakePanes;
let playback: Playback;

beforeEach(() => {
  panes = new FakePanes();
  playback = new Playback(panes, () => 'split');
});

/** A pane whose player is at `seconds`, playing or paused. */
function watch(video: Video, seconds: number, playing: boolean): FakePane {
  const pane = panes.add(video);
  pane.players[0]?.becomeReady({ title: `Title of ${video.kind}`, length: 4202 });
  pane.players[0]?.moveTo(seconds);
  if (playing) pane.players[0]?.play();
  return pane;
}

describe('the pane that is watched', () => {
  it('is nothing without a pane, and in an empty one', () => {
    expect(playback.currentVideo(zoo)).toBeUndefined();
    panes.add();
    expect(playback.currentVideo(zoo)).toBeUndefined();
  });

  it('is at its playhead, with its title, from the very beginning on', () => {
    const { session } = watch(film, 0, false);
    expect(playback.currentVideo(undefined)).toEqual({
      video: film,
      seconds: 0,
      isSettled: true,
      isPlaying: false,
      title: 'Title of file',
      isElsewhere: false,
      session,
    });
  });

  it('is what plays, rather than what is paused, whatever the note is about', () => {
    watch(zoo, 10, true);
    watch(lecture, 20, false);
    expect(playback.currentVideo(lecture)).toMatchObject({ video: zoo, seconds: 10 });
  });

  it('is the video of the note, of several that play', () => {
    watch(zoo, 10, true);
    watch(lecture, 20, true);
    watch(film, 30, true);
    expect(playback.currentVideo(lecture)).toMatchObject({ video: lecture, seconds: 20 });
  });

  it('is the video of the note, of several that are paused', () => {
    watch(zoo, 10, false);
    watch(lecture, 20, false);
    expect(playback.currentVideo(zoo)).toMatchObject({ video: zoo });
  });

  it('is what was used last, of several that the note is not about', () => {
    watch(zoo, 10, false);
    const { session } = watch(lecture, 20, false);
    watch(film, 30, false);
    session.touch();
    expect(playback.currentVideo(undefined)).toMatchObject({ video: lecture });
  });

  it('is where a player is to begin that still loads', async () => {
    await playback.play({ video: zoo, written: { time: '00:01:06', label: '' }, note: undefined });
    expect(playback.currentVideo(zoo)).toMatchObject({
      video: zoo,
      seconds: 66,
      isSettled: false,
      title: undefined,
    });
  });

  it('is no player that has failed, and no pane that nobody has seen yet', () => {
    const { players } = watch(zoo, 10, false);
    players[0]?.fail('gone');
    panes.add().session.restore({ video: lecture, time: 5, rate: 1 });
    expect(playback.currentVideo(zoo)).toBeUndefined();
  });
});
