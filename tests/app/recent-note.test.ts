// The note that the user was in last, also while a video pane has the focus.
import { effect } from '@preact/signals-core';
import { MarkdownView, type WorkspaceLeaf } from 'obsidian-test-mocks/obsidian';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { RecentNote } from '../../src/app/recent-note';
import { FakeWorkspace } from '../support/fake-workspace';

let world: FakeWorkspace;
let recent: RecentNote;

beforeEach(() => {
  world = new FakeWorkspace();
  recent = new RecentNote(world.workspace);
  recent.listen(() => undefined);
});

afterEach(() => {
  world.close();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

/** Opens the note at `path` in a leaf of its own, and goes there. */
async function openNote(path: string): Promise<WorkspaceLeaf> {
  const leaf = world.app.workspace.getLeaf('tab');
  await leaf.setViewState({ type: 'markdown' });
  const view = MarkdownView.create2__(leaf);
  Object.assign(view, { file: await world.app.vault.create(path, 'text') });
  Object.assign(leaf, { view });
  world.app.workspace.setActiveLeaf(leaf);
  return leaf;
}

describe('the recent note', () => {
  it('is none while no note is open', () => expect(recent.path).toBeUndefined());

  it('is the note that the user is in', async () => {
    await openNote('a.md');
    await openNote('b.md');
    expect(recent.path).toBe('b.md');
  });

  it('stays the same while a video pane has the focus', async () => {
    await openNote('a.md');
    const second = await openNote('b.md');
    await openNote('c.md');
    world.app.workspace.setActiveLeaf(second);
    const { leaf } = await world.openPane();
    world.app.workspace.setActiveLeaf(leaf);
    expect(recent.path).toBe('b.md');
  });

  it('is another open one when it is closed', async () => {
    await openNote('a.md');
    const closed = await openNote('b.md');
    closed.detach();
    expect(recent.path).toBe('a.md');
  });

  it('is told to who follows it, when it is another', async () => {
    const told: unknown[] = [];
    const stop = effect(() => {
      told.push(recent.path);
    });
    await openNote('a.md');
    await openNote('b.md');
    world.app.workspace.trigger('active-leaf-change', world.app.workspace.activeLeaf);
    stop();
    await openNote('c.md');
    expect([...new Set(told)]).toEqual([undefined, 'a.md', 'b.md']);
  });

  it('is one that is open already when the plugin starts late', async () => {
    await openNote('a.md');
    const { leaf } = await world.openPane();
    world.app.workspace.setActiveLeaf(leaf);
    expect(new RecentNote(world.workspace).path).toBe('a.md');
  });
});
