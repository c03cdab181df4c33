// The commands on the timestamps that are being edited: what each changes, where the caret is then, and what is said.
import { noteContext } from '../core/doubtful-notes';
import { signal } from '@preact/signals-core';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { commandsOf } from '../../src/app/commands';
import { contextOf } from '../../src/app/note-context';
import { EDIT_COMMANDS, type EditContext } from '../../src/writing/edit-commands';
import { DEFAULTS } from '../../src/settings/settings';
import type { Video } from '../../src/core/mean/video';
import { Playback } from '../../src/playback/playback';
import { film, zoo } from '../playback/videos';
import { recordNotices } from '../support/fake-interface';
import { FakeNotes } from '../support/fake-notes';
import { FakePanes } from '../support/fake-panes';
import { FakeEditTarget } from '../support/fake-edit-target';

vi.mock('../../src/app/note-context');

const anchor = (time: string): string => `<a class="yt-timestamp" data-t="${time}">[${time}]</a>`;
const link = (time: string, seconds: number): string => `[${time}](https://youtu.be/${zoo.id}?t=${seconds})`;

let panes: FakePanes;
let playback: Playback;
let place: FakeEditTarget | undefined;
let notices: unknown[];
let playOnMove: boolean;
let video: Video | undefined;
let length: number | undefined;

beforeEach(() => {
  panes = new FakePanes();
  playback = new Playback(panes, () => 'split');
  notices = recordNotices();
  playOnMove = false;
  video = zoo;
  length = 4202;
});

function run(id: string, note?: string): string | undefined {
  return runIn(id, note === undefined ? undefined : new FakeEditTarget(note));
}

function runIn(id: string, where: FakeEditTarget | undefined): string | undefined {
  place = where;
  vi.mocked(contextOf).mockReturnValue({
    ...noteContext(length, video),
    videos: { own: video, shown: [] },
    resolve: (path: string) => path,
  });
  const commands = commandsOf<EditContext>(EDIT_COMMANDS, () => ({
    playback,
    notes: new FakeNotes(),
    memory: panes.memory,
    editTarget: () => place,
    offerEditing: () => {
      notices.push('offered');
    },
    settings: signal({ ...DEFAULTS, playOnMove }),
    writer: { videosOf: () => ({ own: video, shown: [] }) },
  }));
  void commands.find((command) => command.id === id)?.callback?.();
  return place?.note;
}

const played = async (): Promise<number | undefined> => {
  await vi.waitFor(() => expect(panes.opened).toHaveLength(1));
  return panes.panes[0]?.players[0]?.start.seconds;
};

describe('the timestamp at the caret', () => {
  it.each([
    ['before it', `At ‸${anchor('00:01:06')}`],
    ['in it', `At <a class="yt‸-timestamp" data-t="00:01:06">[00:01:06]</a>`],
    ['behind it', `At ${anchor('00:01:06')}‸.`],
  ])('is the one that the caret is %s', async (_, note) => {
    run('play-at-caret', note);
    expect(await played()).toBe(66);
  });

  it('is played from its note, as a chip that is clicked', async () => {
    run('play-at-caret', `‸<a class="yt-timestamp" data-t="00:01:06" data-v="${film.path}">[1:06]</a>`);
    await played();
    expect(panes.panes[0]?.session.citedIn.value?.note).toBe('a.md');
  });

  it('is none one character away', () => {
    run('play-at-caret', `At ${anchor('00:01:06')}.‸`);
    expect(notices).toEqual(['Put the cursor on a timestamp first.']);
  });

  it.each([
    ['nudge-forward', `${anchor('00:01:06')}‸ and`, `${anchor('00:01:07')}‸ and`],
    ['nudge-back', `[00:01:00]‸ and`, `[00:00:59]‸ and`],
    ['nudge-forward', `‸${link('1:06', 66)}`, `‸${link('1:07', 67)}`],
    ['nudge-forward', `‸${anchor('03:01:00')}`, `‸${anchor('00:03:02')}`],
  ])('moves by a second, and the caret stays with it: %s, %s', (id, note, expected) => {
    expect(run(id, note)).toBe(expected);
    expect(place?.steps).toBe(1);
    expect(place?.hasFocus).toBe(true);
  });

  it('moves, and all carets stay where they are', () => {
    const before = `${anchor('00:01:06')}‸ one ‸ two ‸`;
    expect(run('nudge-forward', before)).toBe(before.replaceAll('00:01:06', '00:01:07'));
  });

  it('does not move out of its video', () => {
    expect(run('nudge-back', `‸${anchor('00:00:00')}`)).toBe(`‸${anchor('00:00:00')}`);
    expect(notices).toEqual(['This timestamp cannot be moved further.']);
  });

  it('is set to the playhead of its own video', async () => {
    run('play-at-caret', `‸${anchor('00:01:06')}`);
    await played();
    panes.panes[0]?.players[0]?.becomeReady({ length: 4202 });
    panes.panes[0]?.players[0]?.seek(90.9);
    expect(run('set-to-playhead', `‸${anchor('00:01:06')}`)).toBe(`‸${anchor('00:01:30')}`);
  });

  it('stays while nobody knows where its video is, which loads', async () => {
    length = undefined;
    run('play-at-caret', `‸${anchor('03:01:00')}`);
    await played();
    expect(run('set-to-playhead', `‸${anchor('00:01:06')}`)).toBe(`‸${anchor('00:01:06')}`);
    expect(notices).toEqual(['The video has not loaded yet. Try again in a moment.']);
  });

  it('stays where the video has failed, which is said', async () => {
    run('play-at-caret', `‸${anchor('03:01:00')}`);
    await played();
    panes.panes[0]?.players[0]?.fail('gone');
    expect(run('set-to-playhead', `‸${anchor('00:01:06')}`)).toBe(`‸${anchor('00:01:06')}`);
    expect(notices).toEqual(['This video has been removed or is private.']);
  });

  it('stays where no video is open', () => {
    expect(run('set-to-playhead', `‸${anchor('00:01:06')}`)).toBe(`‸${anchor('00:01:06')}`);
    expect(notices).toEqual(['Open the video of this timestamp first.']);
  });
});

describe('moving from timestamp to timestamp', () => {
  const note = `One ${anchor('00:01:06')} two [00:02:00] three ${anchor('00:03:00')}`;
  const at = (text: string): string => note.replace(text, `‸${text}`);
  it.each([
    ['next-timestamp', `‸${note}`, at(anchor('00:01:06'))],
    ['next-timestamp', at(anchor('00:01:06')), at('[00:02:00]')],
    ['previous-timestamp', `${note}‸`, at(anchor('00:03:00'))],
    ['previous-timestamp', at('[00:02:00]'), at(anchor('00:01:06'))],
  ])('%s puts the caret before it', (id, before, after) => expect(run(id, before)).toBe(after));

  it('ends at the last', () => {
    expect(run('next-timestamp', at(anchor('00:03:00')))).toBe(at(anchor('00:03:00')));
    expect(notices).toEqual(['There are no more timestamps in this direction.']);
  });

  it('plays what it goes to, where that is set', async () => {
    playOnMove = true;
    run('next-timestamp', `‸${note}`);
    expect(await played()).toBe(66);
  });
});
