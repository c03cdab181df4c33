// The list of a note's findings: what is written when some are ticked.
import { App } from 'obsidian-test-mocks/obsidian';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Playback } from '../../../src/playback/playback';
import { VideoMemory } from '../../../src/playback/video-memory';
import { CheckNoteModal } from '../../../src/ui/check/check-note-modal';
import { zoo } from '../../playback/videos';
import { recordNotices, showModals } from '../../support/fake-interface';
import { FakeNotes } from '../../support/fake-notes';
import { FakeNoteTexts } from '../../support/fake-note-texts';
import { FakePanes } from '../../support/fake-panes';
import { FakeStorage } from '../../support/fake-storage';

const app = App.createConfigured__().asOriginalType__();
const anchor = (time: string): string => `<a class="yt-timestamp" data-t="${time}">[${time}]</a>`;
const SLIP = anchor('03:01:00');
const MENDED = anchor('00:03:01');

let texts: FakeNoteTexts;
let memory: VideoMemory;
let notices: unknown[];

beforeEach(() => {
  memory = new VideoMemory(new FakeStorage());
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
  const sources = { notes: new FakeNotes({ 'a.md': zoo }), texts, memory, playback };
  const modal = new CheckNoteModal(app, 'a.md', text, sources);
  modal.open();
  return modal;
}

const boxes = (): HTMLInputElement[] => [
  ...document.querySelectorAll<HTMLInputElement>('.playhead-finding input'),
];
const apply = (): void => document.querySelector<HTMLElement>('.playhead-check-buttons .mod-cta')?.click();

async function noticed(): Promise<unknown> {
  await vi.waitFor(() => {
    expect(notices).toHaveLength(1);
  });
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
