// The texts of notes in their editors: which editor is written to, and how.
import { App, MarkdownView } from 'obsidian-test-mocks/obsidian';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { VaultNoteTexts } from '../../src/app/note-texts';

let app: App;
let texts: VaultNoteTexts;
let views: MarkdownView[];
/** Which view was written to, and the origin that was given. */
let written: [view: number, origin: string | undefined][];

beforeEach(() => {
  app = App.createConfigured__({ files: { 'a.md': 'one', 'b.md': 'one' } });
  views = [];
  written = [];
  vi.spyOn(app.workspace, 'getLeavesOfType').mockImplementation(() => views.map(({ leaf }) => leaf));
  texts = new VaultNoteTexts(app.asOriginalType__());
  texts.listen(() => undefined);
});

afterEach(() => {
  vi.restoreAllMocks();
});

/** Opens the note in an editor of its own. */
async function open(path: string, mode: 'source' | 'preview' = 'source'): Promise<MarkdownView> {
  const leaf = app.workspace.getLeaf('tab');
  await leaf.setViewState({ type: 'markdown' });
  const view = MarkdownView.create2__(leaf);
  const index = views.push(view) - 1;
  const editor = {
    getValue: () => 'one',
    offsetToPos: (ch: number) => ({ line: 0, ch }),
    transaction: (_: unknown, origin?: string) => written.push([index, origin]),
  };
  Object.assign(leaf, { view });
  Object.assign(view, { file: app.vault.getFileByPath(path), editor, getMode: () => mode });
  return view;
}

/** The user types in the view. */
function edit(view: MarkdownView): void {
  vi.spyOn(view, 'getViewData').mockReturnValue('one more');
  app.workspace.trigger('editor-change', view.editor, view);
}

function goTo(view: MarkdownView): void {
  vi.spyOn(app.workspace, 'getActiveViewOfType').mockReturnValue(view as never);
}

const change = (path = 'a.md'): Promise<string> =>
  texts.change(path, () => [{ from: 0, to: 3, insert: 'two' }]);

it('a change is an undo step of its own, apart from what was typed just before', async () => {
  await open('a.md');
  await change();
  // Of this origin nothing is joined; of none, what is adjacent and quick is.
  expect(written).toEqual([[0, 'input.insert']]);
});

it('of two editors of a note, the one that the user is in is written to', async () => {
  await open('a.md');
  goTo(await open('a.md'));
  await change();
  expect(written.map(([view]) => view)).toEqual([1]);
});

it.each<[string, 'source' | 'preview']>([
  ['b.md', 'source'],
  ['a.md', 'preview'],
])('the note is written where it is edited, whoever is in %s in %s', async (path, mode) => {
  await open('a.md');
  goTo(await open(path, mode));
  await change();
  expect(written.map(([view]) => view)).toEqual([0]);
});

it('a note that was written and is read now is saved before it is read or changed: its last words may not be in the file yet', async () => {
  const view = await open('a.md', 'preview');
  edit(view);
  const file = app.vault.getFileByPath('a.md');
  if (file === null) throw new Error('There is no note.');
  const save = vi.spyOn(view, 'save').mockImplementation(() => app.vault.modify(file, 'one more'));
  expect(await texts.read('a.md')).toBe('one more');
  save.mockImplementation(() => app.vault.modify(file, 'one more word'));
  edit(view);
  expect(await change()).toBe('two more word');
});

it('nothing is changed after the end, in an editor or a file', async () => {
  await open('a.md');
  texts.dispose();
  await expect(change('a.md')).rejects.toThrow('Playhead has been disabled.');
  await expect(change('b.md')).rejects.toThrow('Playhead has been disabled.');
  expect(written).toEqual([]);
});

it.each<[string, (view: MarkdownView) => void]>([
  ['was not edited, as it may be loading the note still', () => undefined],
  [
    'was edited, and saved since',
    (view) => {
      edit(view);
      app.vault.trigger('modify', view.file);
    },
  ],
  [
    'was edited when it showed another note',
    (view) => {
      edit(view);
      view.file = app.vault.getFileByPath('b.md');
    },
  ],
  [
    'is empty, as one that is loading the note',
    (view) => {
      edit(view);
      vi.spyOn(view, 'getViewData').mockReturnValue('');
    },
  ],
])('a view is not told to save if it %s', async (_, happen) => {
  const view = await open('a.md', 'preview');
  happen(view);
  const save = vi.spyOn(view, 'save').mockResolvedValue();
  const path = view.file?.path ?? '';
  expect(await texts.read(path)).toBe('one');
  await change(path);
  expect(save).not.toHaveBeenCalled();
});

describe('an editor without text', () => {
  const empty = async (size = 3): Promise<MarkdownView> => {
    const view = await open('a.md');
    Object.assign(view.editor, { getValue: () => '' });
    Object.assign(view.file?.stat ?? {}, { size });
    return view;
  };

  it('is neither read nor changed: it may be loading the note', async () => {
    await empty();
    expect(await texts.read('a.md')).toBe('one');
    expect(await change()).toBe('two');
    expect(written).toEqual([]);
  });

  it('is, if the user has deleted all', async () => {
    edit(await empty());
    expect(await texts.read('a.md')).toBe('');
    await change();
    expect(written).toHaveLength(1);
  });

  it('is, if the note is empty', async () => {
    await empty(0);
    expect(await texts.read('a.md')).toBe('');
    await change();
    expect(written).toHaveLength(1);
  });
});
