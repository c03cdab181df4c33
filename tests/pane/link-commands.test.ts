// The commands that take the moment of what is watched elsewhere.
import { beforeEach, expect, it } from 'vitest';
import { linkCommands } from '../../src/pane/link-commands';
import { Playback } from '../../src/playback/playback';
import { film, lecture, zoo } from '../playback/videos';
import { FakePanes } from '../support/fake-panes';

let panes: FakePanes;
let done: string[];

beforeEach(() => {
  panes = new FakePanes();
  done = [];
});

/** What the app gets when it asks whether a command is there, or with `checking` false, runs it. */
function ask(id: string, checking: boolean): boolean {
  const commands = linkCommands({
    playback: new Playback(panes, () => 'split'),
    openAddress: (url) => done.push(`open ${url}`),
    copyLink: (link) => done.push(`copy ${link}`),
  });
  return commands.find((command) => command.id === id)?.checkCallback?.(checking) === true;
}

it.each(['open-on-youtube', 'copy-link'])('"%s" is not there without a video', (id) => {
  panes.add();
  expect([ask(id, true), ask(id, false), done]).toEqual([false, false, []]);
});

it('the moment of a YouTube video is opened there, and copied', () => {
  const { session, players } = panes.add(zoo);
  players[0]?.becomeReady({ length: 700 });
  session.seek(83.6);
  expect([ask('open-on-youtube', true), ask('copy-link', true), done]).toEqual([true, true, []]);
  ask('open-on-youtube', false);
  ask('copy-link', false);
  expect(done).toEqual([
    expect.stringMatching(/^open https:.*t=83/),
    expect.stringMatching(/^copy https:.*t=83/),
  ]);
});

it('a file is not on YouTube, and its link is one of the vault', () => {
  panes.add(film).session.seek(5);
  expect(ask('open-on-youtube', false)).toBe(false);
  expect(ask('copy-link', false)).toBe(true);
  expect(done).toEqual([expect.stringContaining('film.webm')]);
});

it('is of the video that is watched, also one that cannot be played here', () => {
  panes.add(lecture);
  const { session, players } = panes.add(zoo);
  session.touch();
  players[0]?.fail('not-embeddable');
  ask('open-on-youtube', false);
  expect(done).toEqual([expect.stringContaining(zoo.id)]);
});
