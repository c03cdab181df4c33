// The command that inserts a picture: all of it, or nothing, and then why not.
import { signal } from '@preact/signals-core';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { attempt } from '../../src/app/report';
import { frameInserter } from '../../src/writing/frame';
import { Inserting } from '../../src/writing/insert';
import { TimestampWriter } from '../../src/writing/timestamp-writer';
import { anchorOf } from '../../src/core/write/canonical';
import type { Video } from '../../src/core/mean/video';
import { Playback } from '../../src/playback/playback';
import type { Attachments } from '../../src/playback/ports';
import { DEFAULTS } from '../../src/settings/settings';
import { film, remote, zoo } from '../playback/videos';
import { recordNotices } from '../support/fake-interface';
import { FakeNotes } from '../support/fake-notes';
import { FakePanes } from '../support/fake-panes';
import { FakeEditTarget } from '../support/fake-edit-target';

vi.mock('../../src/app/report');

let panes: FakePanes;
let place: FakeEditTarget | undefined;
let notices: (string | DocumentFragment)[];
let failures: string[];
let tasks: Promise<void>[];
const save = vi.fn<Attachments['save']>();

const about = (text: string): string => `---\nvideo: "[[media/film.webm]]"\n---\n${text}`;
const T = anchorOf({ seconds: 66 });
const bytes = new ArrayBuffer(3);

beforeEach(() => {
  panes = new FakePanes();
  place = new FakeEditTarget(about('one ‸two'));
  notices = recordNotices();
  failures = [];
  tasks = [];
  save.mockReset();
  save.mockImplementation((name) => Promise.resolve({ path: `Files/${name}`, embed: `![[${name}]]` }));
});

/** A pane whose video is at 1:06, with a picture to be taken or a reason why not. */
function watch(video: Video, picture?: () => Promise<{ bytes: ArrayBuffer; extension: 'png' }>): void {
  const { players } = panes.add(video);
  players[0]?.becomeReady({ title: 'film.webm', length: 700 });
  players[0]?.moveTo(66.7);
  if (players[0] !== undefined) players[0].captureFrame = picture;
}

const picture = () => Promise.resolve({ bytes, extension: 'png' } as const);

async function insert(settings: Partial<typeof DEFAULTS> = {}): Promise<void> {
  const notes = new FakeNotes({ 'a.md': film });
  vi.mocked(attempt).mockImplementation((doing, task) => {
    const tried = task().then(
      () => undefined,
      (cause: unknown) => {
        failures.push(`Could not ${doing}. ${cause instanceof Error ? cause.message : ''}`);
      },
    );
    tasks.push(tried);
  });
  const options = {
    playback: new Playback(panes, () => 'split'),
    notes,
    writer: new TimestampWriter(notes, signal(DEFAULTS)),
    editTarget: () => place,
    offerEditing: () => undefined,
    settings: signal({ ...DEFAULTS, ...settings }),
    askForVideo: () => undefined,
    pause: () => undefined,
    memory: panes.memory,
  };
  const inserting = new Inserting(options);
  frameInserter({ ...options, inserting, attachments: { save } })();
  await Promise.all(tasks);
}

describe('Insert frame', () => {
  it('saves the picture for the note, and writes it with its own moment, in one step', async () => {
    watch(film, picture);
    await insert({ lookBack: 10 });
    expect(save).toHaveBeenCalledWith('film 00-01-06.png', bytes, 'a.md');
    expect(place?.note).toBe(about(`one ![[film 00-01-06.png]] ${T}‸ two`));
    expect(place?.steps).toBe(1);
    expect(place?.hasFocus).toBe(true);
  });

  it('writes the picture and the plain time where no timestamp can be', async () => {
    place = new FakeEditTarget(about('```\n‸\n```\n'));
    watch(film, picture);
    await insert();
    expect(place.note).toBe(about('```\n![[film 00-01-06.png]] 00:01:06‸\n```\n'));
  });

  it('keeps the bars of a table from ending the cell', async () => {
    save.mockResolvedValue({ path: 'x.png', embed: '![[x.png|300]]' });
    place = new FakeEditTarget(about('| a |\n| --- |\n| ‸ |\n'));
    watch(film, picture);
    await insert();
    expect(place.note).toContain(String.raw`![[x.png\|300]] ${T}‸`);
  });

  it.each([
    ['YouTube', zoo, 'YouTube does not allow capturing frames.'],
    ['a sound', { kind: 'file', path: 'a.mp3' } as const, 'Audio files have no frames.'],
  ])('says why it cannot of %s, and does nothing', async (_, video, sentence) => {
    watch(video);
    await insert();
    expect(notices).toEqual([sentence]);
    expect(save).not.toHaveBeenCalled();
    expect(place?.steps).toBe(0);
  });

  it('says so also where there is no note to write into: that is the reason that stays', async () => {
    place = undefined;
    watch(zoo);
    await insert();
    expect(notices).toEqual(['YouTube does not allow capturing frames.']);
  });

  it('saves and writes nothing where the picture may not be taken', async () => {
    watch(remote, () => Promise.reject(new Error('The server does not allow it.')));
    await insert();
    expect(failures).toEqual(['Could not insert a frame. The server does not allow it.']);
    expect(save).not.toHaveBeenCalled();
    expect(place?.steps).toBe(0);
  });

  it('writes nothing where the picture cannot be saved', async () => {
    watch(film, picture);
    save.mockRejectedValue(new Error('The disk is full.'));
    await insert();
    expect(failures).toEqual(['Could not insert a frame. The disk is full.']);
    expect(place?.steps).toBe(0);
  });

  it('names the picture that was saved where it cannot be written any more', async () => {
    watch(film, picture);
    save.mockImplementation((name) => {
      place = new FakeEditTarget('another‸', { path: 'b.md' });
      return Promise.resolve({ path: `Files/${name}`, embed: '' });
    });
    await insert();
    expect(failures).toEqual([
      'Could not insert a frame. The picture is saved as “Files/film 00-01-06.png”.',
    ]);
    expect(place?.steps).toBe(0);
  });
});
