// The list of the vault's notes: what is said after some of them were written or reviewed.
import { signal } from '@preact/signals-core';
import { ALL_SYNTAXES } from '../../src/core/read/shown';
import { Openings } from '../../src/app/openings';
import { App } from 'obsidian-test-mocks/obsidian';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CheckChoices } from '../../src/check/check-choices';
import { Playback } from '../../src/playback/playback';
import { VideoMemory } from '../../src/playback/video-memory';
import { CheckVaultModal } from '../../src/check/check-vault-modal';
import { zoo } from '../playback/videos';
import { recordNotices, showModals } from '../support/fake-interface';
import { FakeNotes } from '../support/fake-notes';
import { FakeNoteTexts } from '../support/fake-note-texts';
import { FakePanes } from '../support/fake-panes';
import { atOnce } from '../support/at-once';
import { NO_PREVIEWS } from '../support/fake-preview';
import { FakeStorage } from '../support/fake-storage';

const app = App.createConfigured__().asOriginalType__();
const anchor = (time: string): string => `<a class="yt-timestamp" data-t="${time}">[${time}]</a>`;

let texts: FakeNoteTexts;
let memory: VideoMemory;
let choices: CheckChoices;

beforeEach(() => {
  memory = new VideoMemory(new FakeStorage(), atOnce);
  choices = new CheckChoices();
  recordNotices();
  showModals();
});

afterEach(() => {
  document.body.empty();
  vi.restoreAllMocks();
});

async function check(notes: Readonly<Record<string, string>>): Promise<void> {
  texts = new FakeNoteTexts(notes);
  const videos = Object.fromEntries(Object.keys(notes).map((path) => [path, zoo]));
  const playback = new Playback(new FakePanes(), () => 'split');
  new CheckVaultModal(app, {
    notes: new FakeNotes(videos),
    texts,
    memory,
    settings: signal(ALL_SYNTAXES),
    playback,
    opened: new Openings(),
    previews: NO_PREVIEWS,
    choices,
  }).open();
  await saying('need a look');
}

const said = (): string => document.querySelector('.playhead-check-summary')?.textContent ?? '';
const rows = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('.playhead-finding')];

/** Waits until the summary of the vault's check holds `text`; all that it says. */
async function saying(text: string): Promise<string> {
  await vi.waitFor(() => expect(said()).toContain(text));
  return said();
}

function press(button: string): void {
  const buttons = [...document.querySelectorAll('button')];
  buttons
    .filter(({ textContent }) => textContent.startsWith(button))
    .at(-1)
    ?.click();
}

/** Opens the list of a note, and closes it when `act` has been done. */
async function review(index: number, act: () => void): Promise<void> {
  rows()[index]?.querySelector('button')?.click();
  await vi.waitFor(() => expect(document.querySelectorAll('.playhead-check')).toHaveLength(2));
  act();
}

describe('a note that cannot be read', () => {
  beforeEach(async () => {
    memory.learnLength(zoo, 4202);
    vi.spyOn(FakeNoteTexts.prototype, 'read').mockRejectedValueOnce(new Error('Gone.'));
    await check({ 'a.md': anchor('00:01:06'), 'b.md': anchor('51:55:00') });
  });

  it('is listed with the reason, and cannot be chosen', () => {
    expect(said()).toBe(
      '1 note may need a look. 1 timestamp would be rewritten; nothing has changed yet. 1 note could not be read: see below.',
    );
    expect(rows()[0]?.textContent).toContain('Could not be read: Gone.');
    expect(rows().map((row) => row.querySelector('input')?.disabled)).toEqual([true, false]);
  });

  it('counts once it can be', async () => {
    await review(0, () => press('Close'));
    await vi.waitFor(() => expect(said()).not.toContain('could not be read'));
    expect(rows()[0]?.textContent).toContain('Nothing left to correct');
  });
});

describe('the choice of notes', () => {
  const notes = { 'a.md': anchor('03:01:00'), 'b.md': anchor('51:55:00') };
  const states = (): boolean[] => rows().map((row) => row.querySelector('input')?.checked === true);
  const close = (): void => press('Close');

  it('is there again when the vault is checked again, as long as a note has the same to correct', async () => {
    memory.learnLength(zoo, 4202);
    await check(notes);
    rows()[0]?.querySelector('input')?.click();
    close();
    await check(notes);
    expect(states()).toEqual([false, true]);
    close();
    await check({ ...notes, 'a.md': anchor('04:01:00') });
    expect(states()).toEqual([true, true]);
  });
});

describe('a review', () => {
  it('that chooses less, without writing it, has Apply write that', async () => {
    memory.learnLength(zoo, 4202);
    await check({ 'a.md': `${anchor('03:01:00')} ${anchor('51:55:00')}` });
    await review(0, () => {
      const [, dialog] = document.querySelectorAll('.playhead-check');
      dialog?.querySelector<HTMLElement>('.playhead-finding input')?.click();
      press('Cancel');
    });
    await saying('1 timestamp would be rewritten');
    expect(rows()[0]?.textContent).toContain('1 timestamp to rewrite, check 1 yourself');
    expect(rows()[0]?.querySelector('input')?.checked).toBe(true);
    press('Apply');
    await saying('1 timestamp rewritten in 1 note');
    expect(texts.texts.get('a.md')).toBe(`${anchor('03:01:00')} ${anchor('00:51:55')}`);
  });
});

describe('the summary', () => {
  const notes = { 'a.md': anchor('03:01:00'), 'b.md': anchor('51:55:00'), 'c.md': anchor('52:55:00') };

  it('once some notes were written, is not that nothing is', async () => {
    memory.learnLength(zoo, 4202);
    await check(notes);
    expect(said()).toContain('nothing has changed yet');
    texts.refusals.set('a.md', 'The disk is full.');
    press('Apply');
    await saying('rewritten in 2 notes');
    await review(0, () => {
      texts.texts.set('a.md', `${notes['a.md']} ${notes['b.md']}`);
      press('Cancel');
    });
    expect(await saying('need a look')).not.toContain('nothing has changed yet');
  });

  it('of what failed stays while a review changes nothing', async () => {
    memory.learnLength(zoo, 4202);
    await check(notes);
    texts.refusals.set('a.md', 'The disk is full.');
    press('Apply');
    const outcome = await saying('could not be rewritten');
    const reads = vi.spyOn(texts, 'read');
    await review(0, () => press('Cancel'));
    await vi.waitFor(() => expect(reads).toHaveBeenCalledTimes(2));
    await Promise.resolve();
    expect(said()).toBe(outcome);
  });

  it('after a review that wrote something, is not that nothing is', async () => {
    memory.learnLength(zoo, 4202);
    await check(notes);
    await review(0, () => press('Apply to 1 timestamp'));
    expect(await saying('2 timestamps would be rewritten')).not.toContain('nothing has changed yet');
  });

  it('after a review that only taught a length, is still that nothing is', async () => {
    await check({ 'a.md': `${anchor('51:55:00')} ${anchor('03:01:00')}` });
    expect(said()).toContain('1 timestamp would');
    await review(0, () => {
      memory.learnLength(zoo, 4202);
      press('Cancel');
    });
    expect(await saying('2 timestamps would')).toContain('nothing has changed yet');
  });
});
