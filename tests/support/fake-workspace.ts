// A workspace whose leaves make their video panes, as in the app; the leaves of the mocks open no views.
import { signal } from '@preact/signals-core';
import { Component, View } from 'obsidian';
import { App, WorkspaceLeaf } from 'obsidian-test-mocks/obsidian';
import { vi } from 'vitest';
import { USUAL_STEPS } from '../../src/playback/transport';
import { VideoMemory } from '../../src/playback/video-memory';
import { YouTubeHosts } from '../../src/playback/youtube-hosts';
import { VIDEO_PANE, VideoPane, type VideoPaneOptions } from '../../src/pane/video-pane';
import { atOnce } from './at-once';
import { FakeStorage } from './fake-storage';
import { NO_TICKS } from '../../src/core/mean/ticks';
import type { PaneExtras } from '../../src/pane/control-table';
import { NO_PREVIEWS } from './fake-preview';

export interface OpenPane {
  readonly leaf: WorkspaceLeaf;
  readonly pane: VideoPane;
}

const OFF = { isOn: signal(false), toggle: () => undefined };
const NO_EXTRAS: PaneExtras = {
  ...{ loopClip: OFF, follow: OFF, captions: OFF, list: OFF },
  ...{ insertTimestamp: () => undefined, insertFrame: () => undefined, insertQuote: () => undefined },
};

export class FakeWorkspace {
  readonly app = App.createConfigured__();
  readonly workspace = this.app.workspace.asOriginalType2__();
  /** Called when a leaf should show the name of its view anew. */
  readonly headers = vi.fn<() => void>();
  /** Called when the app should save its layout. */
  readonly saves = vi.fn<() => void>();
  /** Called when the app should save its layout at once. */
  readonly savesNow = vi.fn<() => void>();
  readonly options: VideoPaneOptions;

  constructor(options: Partial<VideoPaneOptions> = {}) {
    this.options = {
      memory: new VideoMemory(new FakeStorage(), atOnce),
      files: { resourceUrl: (path) => `app://vault/${path}`, withPresentPath: (state) => state },
      pastEnd: () => undefined,
      ticks: () => signal(NO_TICKS),
      settings: signal({ pauseAtClipEnd: true, pauseHiddenMedia: true }),
      youTube: new YouTubeHosts({
        storage: new FakeStorage(),
        settings: signal({ youTubeHost: 'privacy-enhanced', otherYouTubeHost: true }),
        isRefusing: false,
      }),
      steps: USUAL_STEPS,
      previews: NO_PREVIEWS,
      extras: () => NO_EXTRAS,
      changeClip: () => undefined,
      lower: () => new Component(),
      refuse: () => false,
      opened: () => () => undefined,
      ...options,
    };
    Object.assign(this.app.workspace, {
      requestSaveLayout: Object.assign(this.saves, { run: this.savesNow }),
    });
    vi.stubGlobal('MediaError', { MEDIA_ERR_NETWORK: 2 });
    this.openViews();
    vi.spyOn(this.workspace, 'getActiveViewOfType').mockImplementation((type) => {
      const view: unknown = this.app.workspace.activeLeaf?.view;
      return view instanceof View && view instanceof type ? view : null;
    });
  }

  /** Opens a video pane in its own leaf. */
  async openPane(): Promise<OpenPane> {
    const leaf = this.app.workspace.getLeaf('tab');
    await leaf.setViewState({ type: VIDEO_PANE });
    return { leaf, pane: paneIn(leaf) };
  }

  /** Adds a deferred leaf, which has only its saved state. */
  async addDeferred(state: Record<string, unknown>, pinned = false): Promise<WorkspaceLeaf> {
    const leaf = this.app.workspace.getLeaf('tab');
    await leaf.setViewState({ type: 'deferred' });
    vi.spyOn(leaf, 'getViewState').mockReturnValue({ type: VIDEO_PANE, state, pinned });
    return leaf;
  }

  /** Does what the app does with a leaf for a video pane. */
  async load(leaf: WorkspaceLeaf): Promise<void> {
    Object.assign(leaf, { updateHeader: this.headers });
    const pane = new VideoPane(leaf.asOriginalType3__(), this.options);
    pane.load();
    await pane['onOpen']();
    Object.assign(leaf, { view: pane });
  }

  /** Ends the panes, and everything that they have started. */
  close(): void {
    this.app.workspace.iterateAllLeaves(({ view }) => {
      if (view instanceof VideoPane) view.session.dispose();
      view?.unload();
    });
  }

  private openViews(): void {
    const load = this.load.bind(this);
    vi.spyOn(WorkspaceLeaf.prototype, 'setViewState').mockImplementation(async function (
      this: WorkspaceLeaf,
      state,
    ) {
      // As the mock does, which keeps only the state.
      Object.assign(this, { viewState: { ...state } });
      if (state.type === VIDEO_PANE) await load(this);
    });
  }
}

export function paneIn(leaf: WorkspaceLeaf): VideoPane {
  const view: unknown = leaf.view;
  if (view instanceof VideoPane) return view;
  throw new Error('The leaf holds no video pane.');
}
