// The editor that the user was in last: which one it is, that none is kept which has gone, and that it gets the focus back.
import type { MarkdownFileInfo } from 'obsidian';
import { MarkdownView, type TFile, type WorkspaceLeaf } from 'obsidian-test-mocks/obsidian';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { RecentEditor } from '../../src/app/recent-editor';
import { RecentNote } from '../../src/app/recent-note';
import { FakeWorkspace } from '../support/fake-workspace';

let world: FakeWorkspace;
let recent: RecentEditor;

beforeEach(() => {
  world = new FakeWorkspace();
  const note = new RecentNote(world.workspace);
  note.listen(() => undefined);
  vi.spyOn(world.app.workspace, 'setActiveLeaf').mockImplementation((leaf) => {
    const view: unknown = leaf.view;
    const activeEditor = view instanceof MarkdownView ? view : null;
    Object.assign(world.app.workspace, { activeLeaf: leaf, activeEditor });
    world.app.workspace.trigger('active-leaf-change', leaf);
  });
  recent = new RecentEditor(world.workspace, note);
  recent.load();
});

afterEach(() => {
  recent.unload();
  world.close();
  document.body.empty();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

interface OpenNote {
  readonly leaf: WorkspaceLeaf;
  readonly view: MarkdownView;
  /** What of the note's editor takes the focus. */
  readonly content: HTMLElement;
}

/** Opens the note at `path` in a leaf of its own, and goes there. */
async function openNote(path: string): Promise<OpenNote> {
  const leaf = world.app.workspace.getLeaf('tab');
  await leaf.setViewState({ type: 'markdown' });
  const view = MarkdownView.create2__(leaf);
  Object.assign(view, { file: await world.app.vault.create(path, 'text') });
  Object.assign(leaf, { view, getContainer: () => ({ win: window }) });
  document.body.append(view.containerEl);
  const content = editorIn(view.containerEl);
  world.app.workspace.setActiveLeaf(leaf);
  return { leaf, view, content };
}

function editorIn(parent: HTMLElement): HTMLElement {
  return parent.createDiv({ cls: 'cm-content', attr: { tabindex: '-1' } });
}

/** Shows a note for reading. */
function read(view: MarkdownView): void {
  vi.spyOn(view, 'getMode').mockReturnValue('preview');
}

/** An editor that is no note's view, as the cards of a canvas have. */
function openCard(file: TFile | null): { readonly info: MarkdownFileInfo; readonly content: HTMLElement } {
  const { editor } = MarkdownView.create2__(world.app.workspace.getLeaf('tab'));
  const info = { app: world.app, file, editor, hoverPopover: null } as unknown as MarkdownFileInfo;
  const content = editorIn(document.body);
  Object.assign(world.app.workspace, { activeEditor: info });
  content.focus();
  return { info, content };
}

async function goToPane(): Promise<void> {
  const { leaf } = await world.openPane();
  world.app.workspace.setActiveLeaf(leaf);
}

describe('the recent editor', () => {
  it('is none while no note is open', () => expect(recent.current).toBeUndefined());

  it('is that of the note that the user is in', async () => {
    await openNote('a.md');
    const { view } = await openNote('b.md');
    expect(recent.current?.path).toBe('b.md');
    expect(recent.current?.editor).toBe(view.editor);
  });

  it('stays the same while a video pane has the focus', async () => {
    await openNote('a.md');
    await goToPane();
    expect(recent.current?.path).toBe('a.md');
  });

  it('is none where the user reads the only note', async () => {
    const { view } = await openNote('a.md');
    read(view);
    expect(recent.current).toBeUndefined();
  });

  it('stays the same while the user reads another note beside it', async () => {
    const { view } = await openNote('a.md');
    const other = await openNote('b.md');
    read(other.view);
    world.app.workspace.setActiveLeaf(other.leaf);
    vi.spyOn(view.containerEl, 'isShown').mockReturnValue(true);
    expect(recent.current?.path).toBe('a.md');
  });

  it('is none when it is hidden behind a note that is read', async () => {
    const { view } = await openNote('a.md');
    const other = await openNote('b.md');
    read(other.view);
    world.app.workspace.setActiveLeaf(other.leaf);
    vi.spyOn(view.containerEl, 'isShown').mockReturnValue(false);
    expect(recent.current).toBeUndefined();
  });

  it('stays the same while the player hides it, as on a phone', async () => {
    const { view } = await openNote('a.md');
    await goToPane();
    vi.spyOn(view.containerEl, 'isShown').mockReturnValue(false);
    expect(recent.current?.path).toBe('a.md');
  });

  it('is that of the note left open when its own is closed', async () => {
    const { view } = await openNote('a.md');
    const closed = await openNote('b.md');
    await goToPane();
    closed.leaf.detach();
    vi.spyOn(view.containerEl, 'isShown').mockReturnValue(true);
    expect(recent.current?.path).toBe('a.md');
  });

  it('has the path that its note has now', async () => {
    const { view } = await openNote('a.md');
    await goToPane();
    Object.assign(view, { file: await world.app.vault.create('renamed.md', '') });
    expect(recent.current?.path).toBe('renamed.md');
  });

  it('is that of a card which the user entered, with its file or without', async () => {
    await openNote('a.md');
    const plain = openCard(null);
    expect(recent.current?.editor).toBe(plain.info.editor);
    expect(recent.current?.path).toBeUndefined();
    openCard(await world.app.vault.create('card.md', ''));
    await goToPane();
    expect(recent.current?.path).toBe('card.md');
  });

  it('is no card that is gone', async () => {
    const { view } = await openNote('a.md');
    const { content } = openCard(null);
    await goToPane();
    content.remove();
    vi.spyOn(view.containerEl, 'isShown').mockReturnValue(true);
    expect(recent.current?.path).toBe('a.md');
  });

  it('forgets one that is gone when the layout changes', async () => {
    const { leaf } = await openNote('a.md');
    await goToPane();
    leaf.detach();
    world.app.workspace.trigger('layout-change');
    expect(recent['editors']).toEqual([]);
  });
});

describe('the focus', () => {
  it('goes back to where in the note it was, and the note is active', async () => {
    const { view, leaf, content } = await openNote('a.md');
    const cell = editorIn(view.containerEl);
    content.focus();
    cell.focus();
    await goToPane();
    cell.blur();
    recent.current?.focus();
    expect(document.activeElement).toBe(cell);
    expect(world.app.workspace.activeLeaf).toBe(leaf);
  });

  it('goes to the editor when where it was is gone', async () => {
    const { view, content } = await openNote('a.md');
    content.focus();
    content.remove();
    recent.current?.focus();
    expect(view.editor.hasFocus()).toBe(true);
  });

  it('goes to no other plugin’s editor', async () => {
    const { view } = await openNote('a.md');
    editorIn(document.body).focus();
    recent.current?.focus();
    expect(view.editor.hasFocus()).toBe(true);
  });
});

it('listens no more when it has ended', async () => {
  const { content } = await openNote('a.md');
  recent.unload();
  content.focus();
  expect(recent['editors']).toEqual([]);
});
