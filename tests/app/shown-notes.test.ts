// What is shown of a note is read when something of it has changed, and at no other time.
import { effect, signal } from '@preact/signals-core';
import { App } from 'obsidian-test-mocks/obsidian';
import { expect, it } from 'vitest';
import { VaultNoteTexts } from '../../src/app/note-texts';
import { VaultNotes } from '../../src/app/vault-notes';
import { VideoMemory } from '../../src/playback/video-memory';
import { DEFAULTS } from '../../src/settings/settings';
import { FakeStorage } from '../support/fake-storage';
import { FakeTexts } from '../support/fake-texts';
import { shownNotesOf } from '../support/shown-notes';

const TEXT = 'At [0:04], as the paragraph says.\n\n## Part\n\nAt [0:05].';

function follow(text: string) {
  const app = App.createConfigured__({ files: { 'a.md': text, 'b.md': 'Another.' } });
  const original = app.asOriginalType__();
  const texts = new FakeTexts({ 'a.md': text });
  const parts = { texts: new VaultNoteTexts(original), liveTexts: texts, renamed: { now: () => undefined } };
  const notes = new VaultNotes(original, signal(DEFAULTS), parts);
  notes.listen(() => undefined);
  const shown = shownNotesOf({
    notes,
    memory: new VideoMemory(new FakeStorage(), () => () => undefined),
    texts,
  }).of('a.md');
  let reads = 0;
  effect(() => {
    expect(shown.value).toBeDefined();
    reads++;
  });
  const change = async (path: string, now: string): Promise<void> => {
    const file = app.vault.getFileByPath(path);
    if (file !== null) await app.vault.modify(file, now);
  };
  return { shown, texts, change, reads: () => reads };
}

it('is not read again as other notes change', async () => {
  const { change, reads } = follow(`---\nvideoId: jNQXAC9IVRw\n---\n${TEXT}`);
  const before = reads();
  await change('b.md', 'Another one.');
  expect(reads()).toBe(before);
});

it('is read again as its properties name another video, and as its text changes', async () => {
  const { shown, texts, change, reads } = follow(`---\nvideoId: jNQXAC9IVRw\n---\n${TEXT}`);
  const before = reads();
  await change('a.md', `---\nvideoId: aircAruvnKk\n---\n${TEXT}`);
  expect(reads()).toBe(before + 1);
  texts.change('a.md', `New. ${TEXT}`);
  expect(shown.value?.text).toBe(`New. ${TEXT}`);
  expect(shown.value?.timestamps.map(({ from }) => from)).toEqual([8, 52]);
  expect(shown.value?.headings).toHaveLength(1);
});

it('tells the times that are chips from those that stay text', () => {
  const { shown } = follow('---\nvideoId: jNQXAC9IVRw\n---\nAt [0:04].\n\n9:30 breakfast\n\nAt [0:07].');
  const { timestamps = [], others = [] } = shown.value ?? {};
  expect(timestamps.map(({ written }) => written.time)).toEqual(['0:04', '0:07']);
  expect(others.map(({ written }) => written.time)).toEqual(['9:30']);
});
