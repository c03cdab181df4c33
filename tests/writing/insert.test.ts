// The commands that write timestamps: whose time they take, what they write, and what they say when they cannot.
import { signal, type Signal } from '@preact/signals-core';
import { Notice } from 'obsidian-test-mocks/obsidian';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { later } from '../../src/app/later';
import { commandsOf } from '../../src/app/commands';
import { Inserting, type InsertSettings } from '../../src/writing/insert';
import { INSERT_COMMANDS } from '../../src/writing/register';
import { TimestampWriter, type WriterSettings } from '../../src/writing/timestamp-writer';
import { anchorOf } from '../../src/core/write/canonical';
import type { Video } from '../../src/core/mean/video';
import { Playback } from '../../src/playback/playback';
import { film, lecture, zoo } from '../playback/videos';
import { recordNotices } from '../support/fake-interface';
import { FakeNotes } from '../support/fake-notes';
import { FakePanes, type FakePane } from '../support/fake-panes';
import { FakeEditTarget } from '../support/fake-edit-target';

vi.mock('../../src/app/later');

let panes: FakePanes;
let place: FakeEditTarget | undefined;
let settings: Signal<InsertSettings & WriterSettings>;
let notices: (string | DocumentFragment)[];
let asked: (string | undefined)[];
let paused: unknown[];
let patience: (() => void) | undefined;
let inserting: Inserting;
let commands: ReturnType<typeof commandsOf>;

const about = (text: string): string => `---\nvideoId: ${zoo.id}\n---\n${text}`;
const T = anchorOf({ seconds: 66 });

beforeEach(() => {
  panes = new FakePanes();
  place = new FakeEditTarget(about('one‸'));
  settings = signal<InsertSettings & WriterSettings>({
    timestampFormat: 'anchor',
    timestampTemplate: '',
    videoProperties: ['videoId', 'video'],
    lookBack: 0,
    pauseOnInsert: false,
    spaceAfter: false,
  });
  notices = recordNotices();
  asked = [];
  paused = [];
  patience = undefined;
  vi.mocked(later).mockImplementation((_, task) => {
    patience = task;
    return () => {
      patience = undefined;
    };
  });
  const notes = new FakeNotes({ 'a.md': zoo });
  inserting = new Inserting({
    playback: new Playback(panes, () => 'split'),
    notes,
    memory: panes.memory,
    writer: new TimestampWriter(notes, settings),
    editTarget: () => place,
    offerEditing: () => {
      notices.push('offered');
    },
    settings,
    askForVideo: (path, then) => {
      asked.push(path);
      then?.(lecture, undefined);
    },
    pause: (session) => {
      paused.push(session);
    },
  });
  commands = commandsOf(INSERT_COMMANDS, () => ({
    inserting,
    insertFrame: () => undefined,
    insertQuote: () => undefined,
  }));
});

/** A pane whose video is at `seconds`. */
function watch(video: Video, seconds: number, title?: string): FakePane {
  const pane = panes.add(video);
  pane.players[0]?.becomeReady({ title, length: 4202 });
  pane.players[0]?.moveTo(seconds);
  return pane;
}

/** A pane that loads a video, to play what is written so. */
function load(time: string): FakePane {
  const pane = panes.add();
  pane.session.play({ video: zoo, written: { time, label: '' }, note: undefined });
  return pane;
}

async function run(id: string): Promise<void> {
  await commands.find((command) => command.id === id)?.callback?.();
}

describe('the commands', () => {
  it('are these, in sentence case, and without hotkeys', () => {
    expect(commands.map(({ id, name }) => [id, name])).toEqual([
      ['insert-timestamp', 'Insert timestamp'],
      ['insert-timestamp-on-new-line', 'Insert timestamp on a new line'],
      ['start-clip', 'Start clip'],
      ['end-clip', 'End clip'],
      ['insert-frame', 'Insert frame'],
      ['insert-quote', 'Insert quote'],
    ]);
    expect(commands.every(({ hotkeys }) => hotkeys === undefined)).toBe(true);
  });

  it('are always there, with an icon for the toolbar', () => {
    for (const command of commands) {
      expect(command.callback).toBeDefined();
      expect([command.checkCallback, command.editorCallback, command.editorCheckCallback]).toEqual([
        undefined,
        undefined,
        undefined,
      ]);
      expect(command.icon).toMatch(/^lucide-/);
    }
  });
});

describe('while the video loads', () => {
  it('a timestamp waits for the length, which may tell another second than was asked for', async () => {
    const { players } = load('03:01:00');
    await run('insert-timestamp');
    expect(place?.note).toBe(about('one‸'));
    players[0]?.becomeReady();
    expect(place?.note).toBe(about('one‸'));
    players[0]?.reportLength(4202);
    expect(place).toMatchObject({ note: about(`one ${anchorOf({ seconds: 181 })}‸`), steps: 1 });
    expect([notices, patience]).toEqual([[], undefined]);
  });

  it('nothing waits where the length is remembered', async () => {
    panes.memory.learnLength(zoo, 4202);
    load('03:01:00');
    await run('insert-timestamp');
    expect(place?.note).toBe(about(`one ${anchorOf({ seconds: 181 })}‸`));
  });

  it('a saved second of a longer version is the beginning', async () => {
    panes.memory.learnLength(zoo, 60);
    const { session } = panes.add();
    session.restore({ video: zoo, time: 66, rate: 1 });
    session.wake();
    await run('insert-timestamp');
    expect(place?.note).toBe(about(`one ${anchorOf({ seconds: 0 })}‸`));
  });

  it('a clip waits for where it starts', async () => {
    const { players } = load('03:01:00');
    await run('start-clip');
    expect(notices).toEqual([]);
    players[0]?.becomeReady({ length: 4202 });
    expect(notices).toEqual(['Clip starts at 3:01. Run “End clip” to insert it.']);
  });

  it('the timestamp goes to the place of the caret at the end of the wait', async () => {
    const { players } = load('66');
    await run('insert-timestamp');
    place = new FakeEditTarget(about('one and two‸'));
    players[0]?.becomeReady({ length: 4202 });
    expect(place.note).toBe(about(`one and two ${T}‸`));
  });

  it('and the user goes to another note, nothing is written, and that is said', async () => {
    const { players } = load('03:01:00');
    await run('insert-timestamp');
    place = new FakeEditTarget('two‸', { path: 'b.md' });
    players[0]?.becomeReady({ length: 4202 });
    expect(place.note).toBe('two‸');
    expect(notices).toEqual(['You left the note, so nothing was inserted.']);
    expect(patience).toBeUndefined();
  });

  it('is written once, however often it was asked for', async () => {
    const { players } = load('66');
    await run('insert-timestamp');
    await run('insert-timestamp');
    players[0]?.becomeReady({ length: 4202 });
    expect(place).toMatchObject({ note: about(`one ${T}‸`), steps: 1 });
    players[0]?.moveTo(90);
    await run('insert-timestamp');
    expect(place?.steps).toBe(2);
  });

  it('and the plugin ends, nothing is said or written any more', async () => {
    const { players } = load('03:01:00');
    await run('insert-timestamp');
    inserting.dispose();
    expect(patience).toBeUndefined();
    players[0]?.becomeReady({ length: 4202 });
    expect([notices, place?.note]).toEqual([[], about('one‸')]);
  });

  it('and has failed, its fault is said, with a next step', async () => {
    const { players } = load('03:01:00');
    await run('insert-timestamp');
    players[0]?.fail('no-answer');
    patience?.();
    expect(notices).toEqual([
      expect.stringMatching(/^YouTube does not answer\. Check your connection\. .*open the video there\.$/),
    ]);
    expect(place?.note).toBe(about('one‸'));
  });

  it('and does not load, that is said, and nothing is written any more', async () => {
    const { players } = load('03:01:00');
    await run('insert-timestamp');
    patience?.();
    expect(notices).toEqual(['The video has not loaded yet. Try again in a moment.']);
    players[0]?.becomeReady({ length: 4202 });
    expect(place?.note).toBe(about('one‸'));
  });

  it('is a live stream, its second is written once it plays', async () => {
    const { players } = load('66');
    await run('insert-timestamp');
    players[0]?.becomeReady({ live: true });
    patience?.();
    expect([place?.note, notices]).toEqual([about(`one ${T}‸`), []]);
  });

  it('and plays without ever saying its length, the second that it plays is written', async () => {
    const { players } = load('66');
    await run('insert-timestamp');
    players[0]?.becomeReady();
    players[0]?.moveTo(68);
    patience?.();
    expect([place?.note, notices]).toEqual([about(`one ${anchorOf({ seconds: 68 })}‸`), []]);
  });

  it('is replaced by another, nothing is written', async () => {
    const { session, players } = load('66');
    await run('insert-timestamp');
    session.show(lecture);
    players[1]?.becomeReady({ length: 4202 });
    patience?.();
    expect([place?.note, notices.length]).toEqual([about('one‸'), 1]);
  });
});

describe('Insert timestamp', () => {
  it('writes the second of the playhead, floored, as one step, and gives the editor the focus', async () => {
    watch(zoo, 66.97);
    await run('insert-timestamp');
    expect(place).toMatchObject({ note: about(`one ${T}‸`), steps: 1, hasFocus: true });
    expect([notices, paused]).toEqual([[], []]);
  });

  it('writes the very beginning', async () => {
    watch(zoo, 0);
    await run('insert-timestamp');
    expect(place?.note).toBe(about(`one ${anchorOf({ seconds: 0 })}‸`));
  });

  it('looks back so many seconds, and never before the beginning', async () => {
    settings.value = { ...settings.value, lookBack: 5 };
    const { players } = watch(zoo, 71);
    await run('insert-timestamp');
    expect(place?.note).toBe(about(`one ${T}‸`));
    players[0]?.moveTo(3);
    place = new FakeEditTarget(about('‸'));
    await run('insert-timestamp');
    expect(place.note).toBe(about(`${anchorOf({ seconds: 0 })}‸`));
  });

  it('goes on a new line where it is to', async () => {
    watch(zoo, 66);
    place = new FakeEditTarget(about('- o‸ne'));
    await run('insert-timestamp-on-new-line');
    expect(place.note).toBe(about(`- one\n- ${T}‸`));
  });

  it('stays in the line of what is one line', async () => {
    watch(zoo, 66);
    place = new FakeEditTarget('one‸', { path: 'a.md', isWhole: false, isLine: true });
    await run('insert-timestamp-on-new-line');
    expect(place.note).toBe(`one ${T}‸`);
  });

  it('pauses the video that it took the time of, where that is set', async () => {
    settings.value = { ...settings.value, pauseOnInsert: true };
    const { session } = watch(zoo, 66);
    await run('insert-timestamp');
    expect(paused).toEqual([session]);
  });

  it('takes the time of the pane whose button was pressed, whatever plays in another', () => {
    const { session } = watch(zoo, 66);
    watch(zoo, 10).players[0]?.play();
    inserting.insert('here', session);
    expect(place?.note).toBe(about(`one ${T}‸`));
  });

  it.each<[string, string | undefined, boolean]>([
    ['a cell of a note about another video', 'b.md', false],
    ['a card that is no note', undefined, false],
  ])('names the video in %s', async (_, path, isWhole) => {
    watch(zoo, 66);
    place = new FakeEditTarget('‸', { path, isWhole });
    await run('insert-timestamp');
    expect(place.note).toBe(`${anchorOf({ seconds: 66 }, zoo.id)}‸`);
  });

  it('names no video in a cell of a note about it', async () => {
    watch(zoo, 66);
    place = new FakeEditTarget('‸', { path: 'a.md', isWhole: false });
    await run('insert-timestamp');
    expect(place.note).toBe(`${T}‸`);
  });

  it('believes the text of the note rather than what the app has read of it', async () => {
    watch(lecture, 66);
    place = new FakeEditTarget(`---\nvideoId: ${lecture.id}\n---\n‸`);
    await run('insert-timestamp');
    expect(place.note).toBe(`---\nvideoId: ${lecture.id}\n---\n${T}‸`);
  });

  it.each<[WriterSettings['timestampFormat'], string, string]>([
    ['link', '', `[1:06](https://youtu.be/${zoo.id}?t=66)`],
    ['template', '{{title}} at {{seconds}} s', 'Me at the zoo at 66 s'],
  ])('writes in the format that is set: %s', async (timestampFormat, timestampTemplate, text) => {
    settings.value = { ...settings.value, timestampFormat, timestampTemplate };
    watch(zoo, 66, 'Me at the zoo');
    await run('insert-timestamp');
    expect(place?.note).toBe(about(`one ${text}‸`));
  });

  it('writes a timestamp all the same where the template cannot be used, and says why', async () => {
    settings.value = { ...settings.value, timestampFormat: 'template', timestampTemplate: '{{speaker}}' };
    watch(zoo, 66);
    await run('insert-timestamp');
    expect(place?.note).toBe(about(`one ${T}‸`));
    expect(notices).toEqual([
      expect.stringContaining('Your template was not used. Unknown name: {{speaker}}.'),
    ]);
  });

  it('offers to edit a note where none is being edited', async () => {
    place = undefined;
    watch(zoo, 66);
    await run('insert-timestamp');
    expect(notices).toEqual(['offered']);
  });

  it('opens the video of the note where none is open, and says so', async () => {
    await run('insert-timestamp');
    expect(notices).toEqual([`Opened the video of this note: ${zoo.id}`]);
    await vi.waitFor(() => expect(place?.note).toBe(about(`one ${anchorOf({ seconds: 0 })}‸`)));
    expect(panes.panes[0]?.session.video).toEqual(zoo);
    expect(panes.panes[0]?.players[0]?.start.autoplay).toBe(false);
  });

  it('goes on where the user left the video that it opens, and writes that second', async () => {
    panes.memory.learnLength(zoo, 4202);
    panes.memory.learn(zoo, { position: 66 });
    await run('insert-timestamp');
    await vi.waitFor(() => expect(place?.note).toBe(about(`one ${T}‸`)));
    const session = panes.panes[0]?.session;
    expect([session?.state?.time, session?.resumeAt.peek(), session?.isPlaying]).toEqual([
      66,
      undefined,
      false,
    ]);
  });

  it('writes nothing where the user has gone to another note while the video opened', async () => {
    const run1 = run('insert-timestamp');
    const before = place;
    place = new FakeEditTarget('other‸', { path: 'b.md' });
    await run1;
    await vi.waitFor(() => expect(panes.panes[0]?.session.video).toEqual(zoo));
    expect([before?.steps, place.steps]).toEqual([0, 0]);
  });

  it('starts a clip in a video that it has to open', async () => {
    await run('start-clip');
    await vi.waitFor(() => expect(notices).toContain('Clip starts at 0:00. Run “End clip” to insert it.'));
  });

  it('asks for a video where none is known, and opens that', async () => {
    place = new FakeEditTarget('‸');
    await run('insert-timestamp');
    expect(asked).toEqual(['a.md']);
    expect([notices, place.steps]).toEqual([[], 0]);
    await vi.waitFor(() => expect(panes.panes[0]?.session.video).toEqual(lecture));
  });
});

describe('a clip', () => {
  it('is written where it ends, from where it was started', async () => {
    const { players } = watch(zoo, 66.5);
    await run('start-clip');
    expect(place).toMatchObject({ steps: 0, hasFocus: true });
    expect(notices).toEqual(['Clip starts at 1:06. Run “End clip” to insert it.']);
    players[0]?.moveTo(90.5);
    await run('end-clip');
    expect(place?.note).toBe(about(`one ${anchorOf({ seconds: 66, end: 90 })}‸`));
  });

  it('that was started is announced until it is written, or starts anew', async () => {
    const hide = vi.spyOn(Notice.prototype, 'hide');
    const { players } = watch(zoo, 66.5);
    await run('start-clip');
    expect(hide).not.toHaveBeenCalled();
    await run('start-clip');
    expect(hide).toHaveBeenCalledOnce();
    players[0]?.moveTo(90.5);
    await run('end-clip');
    expect(hide).toHaveBeenCalledTimes(2);
    expect(new Set(hide.mock.contexts).size).toBe(2);
  });

  it('looks back for its start only', async () => {
    settings.value = { ...settings.value, lookBack: 5 };
    const { players } = watch(zoo, 71);
    await run('start-clip');
    players[0]?.moveTo(90);
    await run('end-clip');
    expect(place?.note).toContain('data-t="00:01:06" data-end="00:01:30"');
  });

  it('lies between two moments, whichever was marked first', async () => {
    const { players } = watch(zoo, 90);
    await run('start-clip');
    players[0]?.moveTo(66);
    await run('end-clip');
    expect(place?.note).toContain('data-t="00:01:06" data-end="00:01:30"');
  });

  it('is a moment within one second', async () => {
    watch(zoo, 66);
    await run('start-clip');
    await run('end-clip');
    expect(place?.note).toBe(about(`one ${T}‸`));
  });

  it('has to be started, each time', async () => {
    watch(zoo, 66);
    await run('end-clip');
    expect(notices).toEqual(['Run “Start clip” first.']);
    await run('start-clip');
    await run('end-clip');
    await run('end-clip');
    expect(place?.steps).toBe(1);
  });

  it('is still started where it could not be written', async () => {
    const { players } = watch(zoo, 66);
    await run('start-clip');
    players[0]?.moveTo(90);
    if (place === undefined) throw new Error('There is no place to write.');
    vi.spyOn(place, 'write').mockImplementationOnce(() => {
      throw new Error('The editor is gone.');
    });
    vi.spyOn(console, 'error').mockReturnValueOnce();
    await run('end-clip');
    expect(console.error).toHaveBeenCalledWith('Playhead could not end clip.', expect.any(Error));
    expect(place.note).not.toContain('data-end');
    await run('end-clip');
    expect(place.note).toContain('data-t="00:01:06" data-end="00:01:30"');
  });

  it('ends in the video that it was started in', async () => {
    const { session } = watch(zoo, 66);
    await run('start-clip');
    session.show(film);
    panes.panes[0]?.players[1]?.becomeReady();
    await run('end-clip');
    expect(place?.steps).toBe(0);
    expect(notices.at(-1)).toBe('The clip was started in another video. Start it again here.');
  });
});

describe('a video that YouTube refuses to play here', () => {
  it('has no time to write, and that is said; it is not loaded once more', async () => {
    const { players } = panes.add(zoo);
    players[0]?.fail('refused');
    await run('insert-timestamp');
    expect(notices).toEqual([
      'YouTube refuses to play in this app, so there is no time to insert. Type it in brackets, such as [12:34].',
    ]);
    expect(players).toHaveLength(1);
    expect(place?.steps).toBe(0);
  });
});
