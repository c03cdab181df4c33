// Video panes as leaves: what is known of each, and that opening one leaves the user where they were.
import { Platform } from 'obsidian';
import { View, type WorkspaceLeaf } from 'obsidian-test-mocks/obsidian';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Leaves, newPanePlace } from '../../src/obsidian/leaves';
import { film, zoo } from '../playback/videos';
import { FakeFrame } from '../support/fake-frame';
import { FakeWorkspace, paneIn } from '../support/fake-workspace';

let world: FakeWorkspace;
let leaves: Leaves;

beforeEach(() => {
  new FakeFrame();
  world = new FakeWorkspace();
  leaves = new Leaves(world.workspace);
});

afterEach(() => {
  world.close();
  document.body.empty();
  Object.assign(Platform, { isPhone: false });
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

class NoteView extends View {
  getViewType(): string {
    return 'note';
  }

  getDisplayText(): string {
    return 'Note';
  }
}

/** A leaf with a note that the user is writing in, and its editor. */
function writeInNote(): { readonly leaf: WorkspaceLeaf; readonly editor: HTMLElement } {
  const leaf = world.app.workspace.getLeaf('tab');
  Object.assign(leaf, { view: new NoteView(leaf) });
  world.app.workspace.setActiveLeaf(leaf);
  const editor = document.body.createEl('textarea');
  editor.focus();
  return { leaf, editor };
}

describe('the panes', () => {
  it('are none where no video pane is', () => {
    writeInNote();
    expect(leaves.all()).toEqual([]);
  });

  it('say which video they show, whether they are pinned, and when they were used', async () => {
    const { pane } = await world.openPane();
    const { leaf } = await world.openPane();
    pane.session.show(zoo);
    vi.spyOn(leaf, 'getViewState').mockReturnValue({ type: 'playhead-video', pinned: true });
    expect(leaves.all()).toMatchObject([
      { video: zoo, pinned: false, usedAt: pane.session.usedAt },
      { video: undefined, pinned: true, usedAt: 0 },
    ]);
    expect(pane.session.usedAt).toBeGreaterThan(0);
  });

  it('that are not loaded yet say what they will show, and were never used', async () => {
    await world.addDeferred({ video: 'file:media/film.webm', time: 5, rate: 1 }, true);
    await world.addDeferred({ video: '"><script>' });
    expect(leaves.all()).toMatchObject([
      { video: film, pinned: true, usedAt: 0 },
      { video: undefined, pinned: false, usedAt: 0 },
    ]);
  });

  it('are loaded when they are brought into view', async () => {
    const leaf = await world.addDeferred({ video: 'youtube:jNQXAC9IVRw', time: 5, rate: 1 });
    vi.spyOn(world.workspace, 'revealLeaf').mockImplementation(() => world.load(leaf));
    const session = await leaves.all()[0]?.reveal();
    expect(session).toBe(paneIn(leaf).session);
  });

  it('that do not open say so', async () => {
    await world.addDeferred({ video: 'youtube:jNQXAC9IVRw', time: 5, rate: 1 });
    await expect(leaves.all()[0]?.reveal()).rejects.toThrow('The video pane did not open.');
  });
});

describe('opening a pane', () => {
  it.each(['split', 'tab'] as const)('puts it where it was asked for: %s', async (place) => {
    const getLeaf = vi.spyOn(world.workspace, 'getLeaf');
    const session = await leaves.open(place);
    expect(getLeaf.mock.calls).toEqual([[place]]);
    expect(leaves.all()).toHaveLength(1);
    expect(session.video).toBeUndefined();
  });

  it('leaves the note active and the caret where it was', async () => {
    const { leaf, editor } = writeInNote();
    vi.spyOn(world.workspace, 'revealLeaf').mockImplementation((revealed) => {
      world.workspace.setActiveLeaf(revealed);
      const { containerEl } = revealed.view;
      document.body.append(containerEl);
      containerEl.createEl('button').focus();
      return Promise.resolve();
    });
    await leaves.open('split');
    expect(world.app.workspace.activeLeaf).toBe(leaf);
    expect(document.activeElement).toBe(editor);
  });

  it('leaves who has moved on meanwhile where they are', async () => {
    writeInNote();
    const other = writeInNote();
    const elsewhere = document.body.createEl('button');
    vi.spyOn(world.workspace, 'revealLeaf').mockImplementation(() => {
      world.app.workspace.setActiveLeaf(other.leaf);
      elsewhere.focus();
      return Promise.resolve();
    });
    await leaves.open('split');
    expect(world.app.workspace.activeLeaf).toBe(other.leaf);
    expect(document.activeElement).toBe(elsewhere);
  });

  it('does not scroll the note, and does not give the focus to what already has it', async () => {
    const { editor } = writeInNote();
    const focus = vi.spyOn(editor, 'focus');
    await leaves.open('split');
    expect(focus).not.toHaveBeenCalled();
    vi.spyOn(world.workspace, 'revealLeaf').mockImplementation(() => {
      editor.blur();
      return Promise.resolve();
    });
    await leaves.open('split');
    expect(focus).toHaveBeenCalledWith({ preventScroll: true });
  });

  it('on a phone shows the pane, which is what the user asked for', async () => {
    Object.assign(Platform, { isPhone: true });
    const { leaf } = writeInNote();
    await leaves.open('tab');
    expect(world.app.workspace.activeLeaf).not.toBe(leaf);
  });
});

describe('a new pane', () => {
  it.each([
    [false, 'split'],
    [true, 'tab'],
  ])('goes where there is room for it; on a phone: %s', (isPhone, place) => {
    Object.assign(Platform, { isPhone });
    expect(newPanePlace()).toBe(place);
  });
});
