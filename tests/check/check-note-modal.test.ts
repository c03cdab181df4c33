// The list of a note's findings: what is written when some are ticked.
import { signal } from '@preact/signals-core';
import { ALL_SYNTAXES } from '../../src/core/read/shown';
import { Openings } from '../../src/app/openings';
import { App } from 'obsidian-test-mocks/obsidian';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CheckChoices } from '../../src/check/check-choices';
import { Playback } from '../../src/playback/playback';
import { VideoMemory } from '../../src/playback/video-memory';
import { CheckNoteModal } from '../../src/check/check-note-modal';
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
const SLIP = anchor('03:01:00');
const MENDED = anchor('00:03:01');

let texts: FakeNoteTexts;
let memory: VideoMemory;
let notices: unknown[];
let choices: CheckChoices;

beforeEach(() => {
  memory = new VideoMemory(new FakeStorage(), atOnce);
  choices = new CheckChoices();
  notices = recordNotices();
  showModals();
});

afterEach(() => {
  document.body.empty();
  vi.restoreAllMocks();
});

function check(text: string): CheckNoteModal {
  texts = new FakeNoteTexts({ 'a.md': text });
  const playback = new Playback(new FakePanes(), () => 'split');
  const sources = {
    notes: new FakeNotes({ 'a.md': zoo }),
    texts,
    memory,
    settings: signal(ALL_SYNTAXES),
    playback,
    opened: new Openings(),
    previews: NO_PREVIEWS,
    choices,
  };
  const modal = new CheckNoteModal(app, sources.notes.note('a.md'), text, sources);
  modal.open();
  return modal;
}

const boxes = (): HTMLInputElement[] => [
  ...document.querySelectorAll<HTMLInputElement>('.playhead-finding input'),
];
const playButtons = (): HTMLElement[] => [
  ...document.querySelectorAll<HTMLElement>('.playhead-finding button'),
];
const apply = (): void => document.querySelector<HTMLElement>('.playhead-check-buttons .mod-cta')?.click();

async function noticed(): Promise<unknown> {
  await vi.waitFor(() => expect(notices).toHaveLength(1));
  return notices[0];
}

describe('applying', () => {
  it.each([[[0, 1, 2, 3, 4]], [[1]], [[2]], [[1, 2]], [[0, 1, 3, 4]]])(
    'writes the rows %j of five that say the same, and closes',
    async (ticked) => {
      memory.learnLength(zoo, 4202);
      check(Array.from({ length: 5 }, () => SLIP).join('\n'));
      for (const [index, box] of boxes().entries()) box.checked = ticked.includes(index);
      apply();
      expect(await noticed()).toBe(`${ticked.length} timestamp${ticked.length === 1 ? '' : 's'} rewritten.`);
      const lines = Array.from({ length: 5 }, (_, index) => (ticked.includes(index) ? MENDED : SLIP));
      expect(texts.texts.get('a.md')).toBe(lines.join('\n'));
      expect(document.querySelector('.playhead-check')).toBeNull();
    },
  );
});

describe('a label that contradicts its time', () => {
  const disputed = '<a class="yt-timestamp" data-t="00:07:42">[00:07:46]</a>';
  const states = (): boolean[] => boxes().map(({ checked }) => checked);

  it('is not ticked before the user has looked, since either may be right', () => {
    memory.learnLength(zoo, 4202);
    check([disputed, SLIP].join('\n'));
    expect(states()).toEqual([false, true]);
  });

  it('keeps nothing else from being ticked when that is found', () => {
    check([disputed, anchor('51:55:00'), SLIP].join('\n'));
    expect(states()).toEqual([false, true]);
    boxes()[0]?.click();
    memory.learnLength(zoo, 4202);
    expect(states()).toEqual([true, true, true]);
  });
});

describe('a length that is learned', () => {
  // Without it, the second may well be as written.
  const text = ['51:55:00', '03:01:00', '52:55:00'].map(anchor).join('\n');
  const rows = (): string[] =>
    [...document.querySelectorAll('.playhead-finding code:first-of-type')].map(
      ({ textContent }) => textContent,
    );

  it('ticks what is new with it', () => {
    check(text);
    expect(rows()).toEqual(['51:55:00', '03:01:00', '52:55:00']);
    expect(boxes()).toHaveLength(2);
    memory.learnLength(zoo, 4202);
    expect(rows()).toEqual(['51:55:00', '03:01:00', '52:55:00']);
    expect(boxes().map(({ checked }) => checked)).toEqual([true, true, true]);
  });

  it('ticks nothing for who has unticked something', () => {
    check(text);
    boxes()[0]?.click();
    boxes()[1]?.click();
    memory.learnLength(zoo, 4202);
    expect(boxes().map(({ checked }) => checked)).toEqual([false, false, false]);
  });

  it.each(['box', 'button'])('leaves the focus in its row, on the %s', (control) => {
    check(text);
    const controls = control === 'box' ? boxes : playButtons;
    controls()[control === 'box' ? 1 : 2]?.focus();
    memory.learnLength(zoo, 4202);
    expect(document.activeElement).toBe(controls()[2]);
  });
});

describe('the choices in a list', () => {
  const text = [SLIP, anchor('51:55:00'), anchor('52:55:00')].join('\n');
  const states = (): boolean[] => boxes().map(({ checked }) => checked);

  beforeEach(() => memory.learnLength(zoo, 4202));

  it('are there again when the note is checked again', () => {
    const modal = check(text);
    boxes()[1]?.click();
    modal.close();
    check(text);
    expect(states()).toEqual([true, false, true]);
  });

  it('stay with what is still the same when the note has changed; what is new is ticked', () => {
    const modal = check(text);
    boxes()[1]?.click();
    modal.close();
    check(`New: ${anchor('53:55:00')}\n${text}`);
    expect(states()).toEqual([true, true, false, true]);
  });

  it('leave the focus in the row whose source was looked at', async () => {
    vi.spyOn(console, 'error').mockReturnValue();
    check(text);
    document.querySelectorAll<HTMLElement>('[aria-label="Show source"]')[2]?.click();
    await vi.waitFor(() => expect(document.querySelector('.playhead-check')).toBeNull());
    check(text);
    expect(document.activeElement).toBe(boxes()[2]);
  });

  it('do not tick what became certain only later as if the user had left it', () => {
    memory = new VideoMemory(new FakeStorage(), atOnce);
    memory.reportLength(zoo, { seconds: 4202, load: {}, isConfirmedByTime: false });
    const modal = check(SLIP);
    expect(states()).toEqual([false]);
    modal.close();
    memory.learnLength(zoo, 4202);
    check(SLIP);
    expect(states()).toEqual([true]);
  });
});

describe('a label that says another time', () => {
  const disputed = '<a class="yt-timestamp" data-t="00:07:42">[00:07:46]</a>';
  const times = (): HTMLSelectElement => {
    const el = document.querySelector<HTMLSelectElement>('.playhead-finding select');
    if (el === null) throw new Error('There is no choice.');
    return el;
  };
  const choose = (value: string): void => {
    times().value = value;
    times().dispatchEvent(new Event('change', { bubbles: true }));
  };

  it('offers both times, and writes the one that is chosen', async () => {
    const modal = check(disputed);
    expect([...times().options].map(({ text }) => text)).toEqual(['00:07:42 (now)', '00:07:46 (label)']);
    choose('label');
    // Who chooses wants it.
    expect(boxes()[0]?.checked).toBe(true);
    modal.close();
    check(disputed);
    expect(times().value).toBe('label');
    apply();
    expect(await noticed()).toBe('1 timestamp rewritten.');
    expect(texts.texts.get('a.md')).toBe(anchor('00:07:46'));
  });

  it('offers the time that counts first', async () => {
    check(disputed);
    boxes()[0]?.click();
    apply();
    await noticed();
    expect(texts.texts.get('a.md')).toBe(anchor('00:07:42'));
  });
});
