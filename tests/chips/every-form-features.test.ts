// Every way to write a time, through every feature that reads timestamps: commands, ticks, marks, checks, menus and previews.
import { Openings } from '../../src/app/openings';
import { signal } from '@preact/signals-core';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { commandsOf } from '../../src/app/commands';
import { Chip } from '../../src/chips/chip';
import { ChipActions } from '../../src/chips/chip-actions';
import { NoteChips } from '../../src/chips/chip-state';
import { parseTimecode } from '../../src/core/mean/timecode';
import { ticksOf } from '../../src/core/mean/ticks';
import { SYNTAXES, type SyntaxName } from '../../src/core/mean/syntax';
import { scan } from '../../src/core/read/scan';
import { nudge, setTo } from '../../src/core/write/nudge';
import { checkText } from '../../src/core/write/repair';
import { applyChanges } from '../../src/core/write/rewrite';
import { Playback } from '../../src/playback/playback';
import { VideoMemory } from '../../src/playback/video-memory';
import { DEFAULTS } from '../../src/settings/settings';
import { EDIT_COMMANDS } from '../../src/writing/edit-commands';
import { noteContext, ownVideo } from '../core/doubtful-notes';
import { chipSettings } from '../support/cited';
import { EXAMPLES, ID } from '../support/every-form';
import { FakeEditTarget } from '../support/fake-edit-target';
import { recordMenus, recordNotices, titlesOf } from '../support/fake-interface';
import { FakeNotes } from '../support/fake-notes';
import { FakePanes } from '../support/fake-panes';
import { FakePreview } from '../support/fake-preview';
import { atOnce } from '../support/at-once';
import { FakeStorage } from '../support/fake-storage';
import { shownNotesOf } from '../support/shown-notes';

const limit = { seconds: 4202, exact: true };
const EVERY = Object.entries(EXAMPLES) as readonly (readonly [SyntaxName, string])[];
const note = (example: string): string => `---\nvideoId: ${ID}\n---\nBefore\n\n${example}\n\nbehind`;
const secondIn = (text: string): number | undefined => parseTimecode(scan(text)[0]?.written.time ?? '');

let panes: FakePanes;
let notices: unknown[];

beforeEach(() => {
  panes = new FakePanes();
  notices = recordNotices();
});

/** Runs a command of the editor with the caret at an offset. */
function run(id: string, text: string, at: number): FakeEditTarget {
  const target = new FakeEditTarget(text);
  target.selections = [{ from: at, to: at }];
  const commands = commandsOf(EDIT_COMMANDS, () => ({
    playback: new Playback(panes, () => 'split'),
    notes: new FakeNotes({ 'a.md': ownVideo }),
    memory: new VideoMemory(new FakeStorage(), atOnce),
    editTarget: () => target,
    offerEditing: () => undefined,
    settings: signal(DEFAULTS),
    writer: { videosOf: () => ({ own: ownVideo, shown: [] }) },
  }));
  void commands.find((command) => command.id === id)?.callback?.();
  return target;
}

/** The chip of an example as a note shows it, and what marked it. */
function chipOf(example: string): { chip: Chip; marked: number[] } {
  const [cited] = scan(note(example));
  if (cited === undefined) throw new Error('It is not found.');
  const chip = new Chip(cited, () => undefined);
  const notes = new FakeNotes({ 'a.md': ownVideo });
  const memory = new VideoMemory(new FakeStorage(), atOnce);
  const marked: number[] = [];
  const noteChips = new NoteChips(
    { path: 'a.md' },
    {
      notes,
      memory,
      settings: chipSettings(),
      shownNotes: shownNotesOf({ notes, memory }),
      nowPlaying: { register: (_, { seconds }) => marked.push(seconds), drop: () => undefined },
    },
  );
  noteChips.renew(chip);
  noteChips.subscribe(chip);
  return { chip, marked };
}

describe.each(EVERY)('%s', (kind, example) => {
  const text = note(example);
  const [timestamp] = scan(text);
  const at = timestamp?.from ?? -1;

  it('is played, and gone to from before and behind, by commands', async () => {
    run('play-at-caret', text, at);
    await vi.waitFor(() => expect(panes.panes[0]?.players[0]?.start.seconds).toBe(62));
    expect(run('next-timestamp', text, 0).selections).toEqual([{ from: at, to: at }]);
    expect(run('previous-timestamp', text, text.length).selections).toEqual([{ from: at, to: at }]);
    expect(notices).toEqual([]);
  });

  it('is moved by a second and set to the playhead', () => {
    if (timestamp === undefined) throw new Error('It is not found.');
    expect(secondIn(applyChanges(text, nudge(text, timestamp, { by: -1, limit })))).toBe(61);
    expect(secondIn(applyChanges(text, setTo(text, timestamp, { seconds: 90, limit })))).toBe(90);
    // As long as nobody knows the length, the command does not guess.
    expect(scan(run('nudge-forward', text, at).text)).toHaveLength(1);
  });

  it('is a tick', () => {
    const context = { video: ownVideo, length: 4202, videos: { own: ownVideo, shown: [] } };
    const ticks = ticksOf(scan(text), { ...context, resolve: () => undefined });
    expect(ticks.map(({ seconds }) => seconds)).toEqual([62]);
  });

  it('is fine for a check; past the end it is listed, or is text', () => {
    expect(checkText(text, noteContext(4202)).findings).toEqual([]);
    const past = checkText(text, noteContext(30)).findings;
    expect(past).toHaveLength(SYNTAXES[kind].endsWithVideo ? 0 : 1);
  });

  it('is marked at its second, named, and previewed', () => {
    const { chip, marked } = chipOf(example);
    expect([marked, chip.state?.text.face]).toEqual([[62], '1:02']);
    expect(chip.el.getAttribute('aria-label')).toBe('Play from 1 minute 2 seconds');
    const preview = new FakePreview();
    const actions = actionsWith(preview);
    actions.hover(
      { chip, video: ownVideo, path: 'a.md' },
      { hoverPopover: null },
      new MouseEvent('mouseover'),
    );
    expect(preview.asked).toHaveLength(1);
  });

  it('has a menu that plays, copies, moves it and shows its source', () => {
    const menus = recordMenus();
    const source = { change: () => Promise.resolve(), reveal: () => Promise.resolve() };
    const target = { chip: chipOf(example).chip, video: ownVideo, path: 'a.md', source };
    actionsWith(new FakePreview()).perform(target, 'menu', new MouseEvent('contextmenu'));
    expect(titlesOf(menus[0])).toEqual(
      expect.arrayContaining([
        'Play here',
        'Loop this clip',
        'Copy link at this time',
        'Nudge +1 s',
        'Show source',
      ]),
    );
  });
});

function actionsWith(preview: FakePreview): ChipActions {
  const playback = new Playback(panes, () => 'split');
  return new ChipActions({
    playback,
    preview,
    opened: new Openings(),
    offerVideo: () => undefined,
    askForVideo: () => undefined,
    openLink: () => undefined,
  });
}
