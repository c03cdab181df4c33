// Video panes as leaves: what is known of each, and that opening one leaves the user where they were.
import { Platform, type Workspace } from 'obsidian';
import { View, type WorkspaceLeaf } from 'obsidian-test-mocks/obsidian';
import { afterEach, beforeEach, describe, expect, it, vi, type MockInstance } from 'vitest';
import { Leaves, locationOfNewPane } from '../../src/pane/leaves';
import { film, zoo } from '../playback/videos';
import { FakeFrame } from '../support/fake-frame';
import { FakeWorkspace, paneIn } from '../support/fake-workspace';

let world: FakeWorkspace;
let leaves: Leaves;

beforeEach(() => {
  new FakeFrame();
  world = new FakeWorkspace();
  leaves = new Leaves(world.workspace);
  Object.assign(world.options, { refuse: leaves.refuse });
});

afterEach(() => {
  world.close();
  document.body.empty();
  Object.assign(Platform, { isPhone: false, isDesktopApp: true });
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

  it('that are not loaded yet are listed with the present path of their file', async () => {
    const renamed = { kind: 'file', path: 'talk.webm' } as const;
    leaves = new Leaves(world.workspace, (state) => ({ ...state, video: renamed }));
    await world.addDeferred({ video: 'file:media/film.webm', time: 5, rate: 1 });
    expect(leaves.all()).toMatchObject([{ video: renamed }]);
  });

  it('are watched while they play and can be seen', async () => {
    const { pane } = await world.openPane();
    const isShown = vi.spyOn(pane.containerEl, 'isShown').mockReturnValue(true);
    const watched = (): unknown => leaves.all()[0]?.isPlayingInView;
    expect(watched()).toBe(false);
    vi.spyOn(pane.session, 'isPlaying', 'get').mockReturnValue(true);
    expect(watched()).toBe(true);
    isShown.mockReturnValue(false);
    expect(watched()).toBe(false);
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
  it.each(['split', 'tab', 'window'] as const)('puts it where it was asked for: %s', async (place) => {
    const getLeaf = vi.spyOn(world.workspace, 'getLeaf');
    const session = await leaves.open(place);
    expect(getLeaf.mock.calls).toEqual([[place]]);
    expect(leaves.all()).toHaveLength(1);
    expect(session.video).toBeUndefined();
  });

  it('puts a second one below the first, so that the note keeps its room; unless the first is not on the screen', async () => {
    const first = await world.openPane();
    const other = await world.openPane();
    first.pane.session.touch();
    const getLeaf = vi.spyOn(world.workspace, 'getLeaf');
    const split = vi.spyOn(world.workspace, 'createLeafBySplit');
    const isShown = vi.spyOn(first.pane.containerEl, 'isShown').mockReturnValue(true);
    vi.spyOn(other.pane.containerEl, 'isShown').mockReturnValue(true);
    await leaves.open('split');
    expect(split.mock.calls).toEqual([[first.leaf, 'horizontal']]);
    expect(getLeaf).not.toHaveBeenCalled();
    isShown.mockReturnValue(false);
    await leaves.open('split');
    expect(split.mock.calls.at(-1)).toEqual([other.leaf, 'horizontal']);
    vi.spyOn(other.pane.containerEl, 'isShown').mockReturnValue(false);
    await leaves.open('tab');
    expect(getLeaf.mock.calls).toEqual([['tab']]);
  });

  it('puts it into the right sidebar, beside what is there', async () => {
    const getRightLeaf = vi.spyOn(world.workspace, 'getRightLeaf');
    await leaves.open('sidebar');
    expect(getRightLeaf.mock.calls).toEqual([[false]]);
    getRightLeaf.mockReturnValue(null);
    await expect(leaves.open('sidebar')).rejects.toThrow('The right sidebar could not be opened.');
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
  const places = ['split', 'tab', 'sidebar', 'window'] as const;

  it.each([
    ['a desktop', { isPhone: false, isDesktopApp: true }, ['split', 'tab', 'sidebar', 'window']],
    ['a tablet', { isPhone: false, isDesktopApp: false }, ['split', 'tab', 'sidebar', 'split']],
    ['a phone', { isPhone: true, isDesktopApp: false }, ['tab', 'tab', 'tab', 'tab']],
  ])('goes where there is room for it: %s', (_, platform, expected) => {
    Object.assign(Platform, platform);
    expect(places.map(locationOfNewPane)).toEqual(expected);
  });
});

describe('a video that a second pane is to show', () => {
  const state = { video: 'youtube:jNQXAC9IVRw', time: 5, rate: 1 };
  let whenReady: MockInstance<Workspace['onLayoutReady']>;

  beforeEach(() => {
    vi.useFakeTimers();
    whenReady = vi.spyOn(world.workspace, 'onLayoutReady').mockImplementation((callback) => {
      callback();
    });
  });

  afterEach(() => {
    vi.useRealTimers();
  });

  /** As the app splits or duplicates a tab: a leaf of its own, with the state of the first. */
  async function copy(): Promise<WorkspaceLeaf> {
    const { leaf, pane } = await world.openPane();
    await pane.setState(state, { history: false });
    return leaf;
  }

  it('stays in the first, which comes forward; the second closes', async () => {
    const first = await world.openPane();
    first.pane.session.show(zoo);
    const reveal = vi.spyOn(world.workspace, 'revealLeaf');
    const second = await copy();
    expect(paneIn(second).session.video).toBeUndefined();
    await vi.runAllTimersAsync();
    expect(world.workspace.getLeavesOfType('playhead-video').map(({ view }) => view)).toEqual([first.pane]);
    expect(reveal.mock.calls.map(([leaf]) => leaf.view)).toEqual([first.pane]);
  });

  it('is shown where the first is not loaded, which then is the second', async () => {
    const deferred = await world.addDeferred(state);
    const leaf = await copy();
    await vi.runAllTimersAsync();
    expect(paneIn(leaf).session.video).toEqual(zoo);
    expect(world.workspace.getLeavesOfType('playhead-video')).toHaveLength(2);
    await world.load(deferred);
    await paneIn(deferred).setState(state, { history: false });
    await vi.runAllTimersAsync();
    expect(leaves.all().map(({ video }) => video)).toEqual([zoo]);
  });

  it('closes only when the app has put its layout back', async () => {
    whenReady.mockReset();
    (await world.openPane()).pane.session.show(zoo);
    await copy();
    await vi.runAllTimersAsync();
    expect(leaves.all()).toHaveLength(2);
    whenReady.mock.calls[0]?.[0]();
    await vi.runAllTimersAsync();
    expect(leaves.all()).toHaveLength(1);
  });

  it('stays in the second, where the first was, when the first closes meanwhile', async () => {
    const first = await world.openPane();
    first.pane.session.restore({ video: zoo, time: 7, rate: 2 });
    const second = await copy();
    first.leaf.detach();
    await vi.runAllTimersAsync();
    expect(leaves.all()).toHaveLength(1);
    expect(paneIn(second).session.state).toEqual({ video: zoo, time: 7, rate: 2 });
  });

  it('that cannot be brought forward says so', async () => {
    const error = vi.spyOn(console, 'error').mockReturnValue();
    (await world.openPane()).pane.session.show(zoo);
    await copy();
    vi.spyOn(world.workspace, 'revealLeaf').mockRejectedValue(new Error('It is gone.'));
    await vi.runAllTimersAsync();
    expect(error).toHaveBeenCalledTimes(1);
  });

  it('is the pane’s own when its state is set again', async () => {
    const leaf = await copy();
    await paneIn(leaf).setState({ ...state, time: 9 }, { history: false });
    await vi.runAllTimersAsync();
    expect(leaves.all()).toHaveLength(1);
  });
});
