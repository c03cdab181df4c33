// What is chosen from the suggestions, put in the place of what asked for them.
import { signal } from '@preact/signals-core';
import { App } from 'obsidian-test-mocks/obsidian';
import type { Editor, TFile } from 'obsidian';
import { expect, it, vi } from 'vitest';
import { TimestampSuggest, type TimestampSuggestOptions } from '../../src/writing/suggest';
import type { EditTarget } from '../../src/playback/ports';
import { FakeNotes } from '../support/fake-notes';
import { unmarked } from '../support/caret-notation';

const video = { kind: 'youtube', id: 'jNQXAC9IVRw' } as const;

/** The spans over which a choice is written, in a note with these carets, at the last of which `@@` was typed. */
function chosenIn(note: string): readonly unknown[] {
  const { text, selections } = unmarked(note);
  const write = vi.fn<TimestampSuggestOptions['write']>();
  const options = {
    playback: { currentVideo: () => ({ video, seconds: 66, isSettled: true, isPlaying: true }) },
    notes: new FakeNotes(),
    memory: { length: () => ({ peek: () => 300 }) },
    settings: signal({ suggestTrigger: '@@', lookBack: 0 }),
    editTarget: (): Partial<EditTarget> => ({ path: 'a.md', text, selections }),
    write,
  } as unknown as TimestampSuggestOptions;
  const suggest = new TimestampSuggest(App.createConfigured__().asOriginalType__(), options);
  const lines = text.slice(0, selections.at(-1)?.to).split('\n');
  const cursor = { line: lines.length - 1, ch: lines.at(-1)?.length ?? 0 };
  const editor = { getLine: () => lines.at(-1), getValue: () => text } as unknown as Editor;
  const found = suggest.onTrigger(cursor, editor, null);
  if (found === null) throw new Error('Nothing is suggested.');
  suggest.context = { ...found, editor, file: null as unknown as TFile };
  suggest.selectSuggestion({ seconds: 66, ago: 0 });
  return write.mock.calls.flatMap(([, target]) => target.selections);
}

it.each([
  ['at one caret', 'one @@‸ two', [{ from: 4, to: 6 }]],
  ['with what was typed on', 'one @@1:0‸', [{ from: 4, to: 9 }]],
  ['at each of several', '@@‸\n@@‸\na @@‸', [0, 3, 8].map((from) => ({ from, to: from + 2 }))],
  ['only where it stands', 'a‸\n@‸\n@@‸', [{ from: 4, to: 6 }]],
])('is written over what asked: %s', (_, note, spans) => expect(chosenIn(note)).toEqual(spans));
