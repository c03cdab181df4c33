// A document that cannot be read has no timestamps, and takes what is typed all the same.
import { EditorState } from '@codemirror/state';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { timestampsField, timestampsIn } from '../../../src/chips/live-preview/timestamps-field';
import type * as BlockReading from '../../../src/core/read/block-reading';
import type * as Rescan from '../../../src/core/read/rescan';
import { scan } from '../../../src/core/read/scan';

const broken = vi.hoisted(() => ({ reading: false, rescanning: false }));

vi.mock('../../../src/core/read/block-reading', async (load) => {
  const whole = await load<typeof BlockReading>();
  const readNote: typeof whole.readNote = (source) => {
    if (broken.reading) throw new Error('It cannot be read.');
    return whole.readNote(source);
  };
  return { ...whole, readNote };
});
vi.mock('../../../src/core/read/rescan', async (load) => {
  const whole = await load<typeof Rescan>();
  const rescan: typeof whole.rescan = (...args) => {
    if (broken.rescanning) throw new Error('It cannot be read again.');
    return whole.rescan(...args);
  };
  return { ...whole, rescan };
});

const note = 'one [0:04]\n\ntwo [0:05]';
const opened = (): EditorState => EditorState.create({ doc: note, extensions: [timestampsField] });
const typed = (state: EditorState, text: string): EditorState =>
  state.update({ changes: { from: 0, insert: text }, userEvent: 'input.type' }).state;

beforeEach(() => {
  broken.reading = broken.rescanning = false;
  vi.spyOn(console, 'error').mockReturnValue();
});
afterEach(() => {
  vi.restoreAllMocks();
});

it('if it cannot be read at all, that is said once, until it can be read', () => {
  broken.reading = broken.rescanning = true;
  let state = typed(typed(opened(), 'b'), 'a');
  expect(state.doc.toString()).toBe(`ab${note}`);
  expect(timestampsIn(state)).toEqual([]);
  expect(console.error).toHaveBeenCalledOnce();
  broken.reading = broken.rescanning = false;
  state = typed(state, '> ');
  expect(timestampsIn(state)).toEqual(scan(state.doc.toString()));
  broken.reading = broken.rescanning = true;
  expect(timestampsIn(typed(state, 'c'))).toEqual([]);
  expect(console.error).toHaveBeenCalledOnce();
});

it('if it cannot be read again after an edit, it is read as a whole', () => {
  broken.rescanning = true;
  const state = typed(typed(opened(), 'b'), 'a');
  expect(timestampsIn(state)).toEqual(scan(state.doc.toString()));
  expect(timestampsIn(state)).toHaveLength(2);
  expect(console.error).toHaveBeenCalledOnce();
});
