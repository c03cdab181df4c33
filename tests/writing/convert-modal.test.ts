// The dialog that converts timestamps: what it lists before anything is written, of which notes, and what it writes then.
import { signal } from '@preact/signals-core';
import { App } from 'obsidian-test-mocks/obsidian';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ALL_SYNTAXES } from '../../src/core/read/shown';
import { VideoMemory } from '../../src/playback/video-memory';
import { ConvertModal } from '../../src/writing/convert-modal';
import { zoo } from '../playback/videos';
import { recordNotices, showModals } from '../support/fake-interface';
import { FakeNotes } from '../support/fake-notes';
import { FakeNoteTexts } from '../support/fake-note-texts';
import { atOnce } from '../support/at-once';
import { FakeStorage } from '../support/fake-storage';
import { FakeEditTarget } from '../support/fake-edit-target';

const app = App.createConfigured__().asOriginalType__();
const anchor = (time: string, more = ''): string =>
  `<a class="yt-timestamp" data-t="${time}"${more}>[${time}]</a>`;
const link = (time: string, seconds: number): string => `[${time}](https://youtu.be/${zoo.id}?t=${seconds})`;

let texts: FakeNoteTexts;
let place: FakeEditTarget | undefined;

beforeEach(() => {
  place = undefined;
  recordNotices();
  showModals();
});

afterEach(() => {
  document.body.empty();
  vi.restoreAllMocks();
});

function open(notes: Readonly<Record<string, string>>, path?: string): void {
  texts = new FakeNoteTexts(notes);
  const videos = Object.fromEntries(Object.keys(notes).map((one) => [one, zoo]));
  new ConvertModal(app, path, {
    texts,
    notes: new FakeNotes(videos),
    memory: new VideoMemory(new FakeStorage(), atOnce),
    settings: signal(ALL_SYNTAXES),
    editTarget: () => place,
    writer: { videosOf: () => ({ own: zoo, shown: [] }) },
  }).open();
}

const said = (): string => document.querySelector('.playhead-check-summary')?.textContent ?? '';
const rows = (): string[] =>
  [...document.querySelectorAll('.playhead-finding')].map(({ textContent }) => textContent);
const changes = (): string[] =>
  [...document.querySelectorAll('.playhead-conversions li')].map(({ textContent }) => textContent);

async function saying(text: string): Promise<void> {
  await vi.waitFor(() => expect(said()).toContain(text));
}

function choose(name: string, option: string): void {
  const select = document.querySelector<HTMLSelectElement>(`select[aria-label="${name}"]`);
  const found = [...(select?.options ?? [])].find(({ text }) => text === option);
  if (select === null || found === undefined) throw new Error(`There is no ${option}.`);
  select.value = found.value;
  select.dispatchEvent(new Event('change'));
}

function apply(): void {
  const buttons = [...document.querySelectorAll('button')];
  buttons.find(({ textContent }) => textContent.startsWith('Apply'))?.click();
}

const NOTES = {
  'talks/a.md': `**0:04** · Hello\n\n**0:09** · again`,
  'talks/deep/b.md': `He (0:04) says ${anchor('00:00:09', ' data-v="aircAruvnKk"')}`,
  'talks/c.md': 'No times.',
  'other.md': `[0:04] and ${anchor('00:01:06')}`,
};

describe('of a folder', () => {
  it('lists its notes with what stays, writes nothing before it is told to, and then converts them', async () => {
    open(NOTES, 'other.md');
    choose('Convert to', 'Times in brackets');
    choose('Scope', 'talks');
    await saying('3 timestamps in 2 notes would be converted; nothing has changed yet.');
    expect(rows()).toEqual([
      expect.stringMatching(/^talks\/aShow2 timestamps to convert\.$/),
      expect.stringMatching(
        /^talks\/deep\/bShow1 timestamp to convert. Left as they are: 1 about a different video than their note\.$/,
      ),
    ]);
    expect(Object.fromEntries(texts.texts)).toEqual(NOTES);
    apply();
    await saying('3 timestamps converted in 2 notes.');
    expect(Object.fromEntries(texts.texts)).toEqual({
      ...NOTES,
      'talks/a.md': `**[0:04]** · Hello\n\n**[0:09]** · again`,
      'talks/deep/b.md': NOTES['talks/deep/b.md'].replace('(0:04)', '[0:04]'),
    });
  });

  it('finds nothing more to convert afterwards', async () => {
    open({ 'talks/a.md': NOTES['talks/a.md'] });
    choose('Scope', 'talks');
    await saying('2 timestamps in 1 note');
    apply();
    await saying('converted in 1 note.');
    choose('Scope', 'All notes');
    await saying('No timestamps to convert.');
  });

  it('leaves a note alone that changed meanwhile, and says so', async () => {
    open(NOTES);
    choose('Scope', 'talks/deep');
    await saying('1 timestamp in 1 note');
    texts.texts.set('talks/deep/b.md', '(0:05)');
    apply();
    await saying('1 note could not be converted');
    expect(texts.texts.get('talks/deep/b.md')).toBe('(0:05)');
  });

  it('lists those that cannot be converted, and offers nothing', async () => {
    open({ 'a.md': '<a class="yt-timestamp" data-t="00:00:04">here</a>' });
    choose('Convert to', 'Links');
    await vi.waitFor(() => expect(rows()).toEqual(['aLeft as they are: 1 with words as their label.']));
    expect(document.querySelector<HTMLInputElement>('input[type=checkbox]')?.disabled).toBe(true);
  });
});

describe('of a note', () => {
  it('lists each change, and renews the list for another form', async () => {
    open(NOTES, 'other.md');
    await vi.waitFor(() => expect(changes()).toEqual([`[0:04]→${anchor('00:00:04')}`]));
    choose('Convert to', 'Links');
    await vi.waitFor(() => {
      expect(changes()).toEqual([`[0:04]→${link('0:04', 4)}`, `${anchor('00:01:06')}→${link('1:06', 66)}`]);
    });
    apply();
    await saying('2 timestamps converted in 1 note.');
    expect(texts.texts.get('other.md')).toBe(`${link('0:04', 4)} and ${link('1:06', 66)}`);
  });
});

describe('of the text that is being edited', () => {
  it('takes all selections, in one step, and leaves the rest', async () => {
    place = new FakeEditTarget('⟦(0:04)⟧ and (0:05) and ⟦(0:06)⟧‸');
    open({ 'a.md': place.text }, 'a.md');
    await saying('2 timestamps in 1 note');
    expect(changes().length).toBe(2);
    apply();
    await saying('converted');
    expect(place.text).toBe(`(${anchor('00:00:04')}) and (0:05) and (${anchor('00:00:06')})`);
    expect(place.steps).toBe(1);
  });

  it('writes the cell of a table in one change', async () => {
    place = new FakeEditTarget('Cell ‸(0:04) and (0:05).', { path: 'a.md', isWhole: false, isLine: true });
    const write = vi.spyOn(place, 'write');
    open({ 'a.md': '' }, 'a.md');
    await saying('2 timestamps in 1 note');
    apply();
    await saying('converted');
    expect(write.mock.calls).toEqual([[[expect.anything()], [expect.anything()]]]);
  });

  it('writes nothing if the text is another by then', async () => {
    place = new FakeEditTarget('⟦(0:04)⟧‸');
    open({ 'a.md': place.text }, 'a.md');
    await saying('1 timestamp in 1 note');
    place = new FakeEditTarget('Other (0:04)‸');
    apply();
    await saying('1 note could not be converted');
    expect([place.text, place.steps]).toEqual(['Other (0:04)', 0]);
  });
});
