// The view that plays a video beside a note.
import { effect, type ReadonlySignal } from '@preact/signals-core';
import {
  ItemView,
  Platform,
  Scope,
  type Component,
  type Menu,
  type ViewStateResult,
  type WorkspaceLeaf,
} from 'obsidian';
import type { Clip } from '../core/mean/clips';
import type { ClipSettings } from '../playback/clip-loop';
import { attempt } from '../app/report';
import { PaneSession, type PaneSessionOptions } from '../playback/pane-session';
import { decodePaneState, encodePaneState, type PaneState } from '../playback/pane-state';
import type { MediaFiles } from '../playback/ports';
import type { YouTubeHosts } from '../playback/youtube-hosts';
import type { SkipSteps } from '../playback/transport';
import type { Video } from '../core/mean/video';
import { mountPlayer } from '../player/providers';
import type { Previews } from '../preview/hover-preview';
import type { PaneExtras } from './control-table';
import { KeySheet } from './key-sheet';
import { registerKeys, registerSwitchKey } from './keys';
import { saveLayouts } from './layout-saves';
import { NetworkReturn } from './network-return';
import { PaneActions } from './pane-actions';
import { PaneContent } from './pane-content';
import { UnderPlayer } from './under-player';
import { providerOf, type Provider } from '../core/mean/provider';
import { words } from '../texts/texts';

export const VIDEO_PANE = 'playhead-video';

type ObservingWindow = Window & { readonly IntersectionObserver: typeof IntersectionObserver };

export interface PaneSettings extends ClipSettings {
  /** Whether a media file pauses while its pane is hidden. */
  readonly pauseHiddenMedia: boolean;
}

export interface VideoPaneOptions extends Omit<PaneSessionOptions, 'mount' | 'later'> {
  readonly files: MediaFiles & {
    /** Replaces the path in a saved state by the file's present path. */
    readonly withPresentPath: (state: PaneState) => PaneState;
  };
  readonly youTube: YouTubeHosts;
  readonly settings: ReadonlySignal<PaneSettings>;
  readonly steps: ReadonlySignal<SkipSteps>;
  /** The previews of ticks. */
  readonly previews: Previews;
  /** Further controls of a pane. */
  readonly extras: (session: PaneSession) => PaneExtras;
  /** Writes another start and end of the looped clip into its note. */
  readonly changeClip: (session: PaneSession, clip: Clip) => void;
  /** The part of a pane below the controls. */
  readonly lower: (pane: {
    readonly container: HTMLElement;
    readonly session: PaneSession;
    readonly scope: Scope;
  }) => Component;
  /** Whether a leaf may not show the video of its state, because another leaf does. */
  readonly refuse: (leaf: WorkspaceLeaf, video: Video) => boolean;
  /** Called for each new pane. The returned function is called when it closes. */
  readonly opened: (session: PaneSession) => () => void;
}

export class VideoPane extends ItemView {
  override navigation = false;
  override icon = 'circle-play';
  readonly session: PaneSession;
  private readonly actions: PaneActions;
  private readonly keys: Scope;
  private readonly keySheet: KeySheet;
  private readonly extras: PaneExtras;
  private content: PaneContent | undefined;
  private seen = false;
  private observer: IntersectionObserver | undefined;
  private readonly networkReturn: NetworkReturn;

  constructor(
    leaf: WorkspaceLeaf,
    private readonly options: VideoPaneOptions,
  ) {
    super(leaf);
    this.session = new PaneSession({
      ...options,
      mount: (video, start) => mountPlayer(video, this.stage, start, options),
      later: (milliseconds, task) => {
        const { win } = this.contentEl;
        const timer = win.setTimeout(task, milliseconds);
        return () => win.clearTimeout(timer);
      },
    });
    this.networkReturn = new NetworkReturn(this.session, () => this.seen);
    this.actions = new PaneActions(this.session, options.steps, this.contentEl);
    this.keys = new Scope(this.app.scope);
    this.scope = this.keys;
    this.keySheet = new KeySheet(this.app, () => this.actions.steps.peek());
    const { perform, seekToTenth } = this.actions;
    registerKeys(this.keys, { perform, seekToTenth, showKeys: this.showKeys });
    this.extras = options.extras(this.session);
    registerSwitchKey(this.keys, 'c', () => (this.hasCaptions ? this.extras.captions : undefined));
  }

  /** Whether this is the player, or an element in it. */
  isPlayer(el: Element): boolean {
    return this.content?.stage.contains(el) === true;
  }

  override getViewType(): string {
    return VIDEO_PANE;
  }

  override getDisplayText(): string {
    const { video } = this.session;
    if (video === undefined) return words.shared.video;
    const said = this.session.player.peek()?.snapshot.peek().title;
    return said ?? this.options.memory.factsOf(video).title ?? providerOf(video).untitled(video);
  }

  override getState(): Record<string, unknown> {
    const { state, following } = this.session;
    return { ...super.getState(), ...encodePaneState(state), ...following.encode() };
  }

  override async setState(state: unknown, result: ViewStateResult): Promise<void> {
    await super.setState(state, result);
    this.session.following.restore(state);
    const saved = decodePaneState(state);
    const decoded = saved === undefined ? undefined : this.options.files.withPresentPath(saved);
    if (decoded === undefined || this.options.refuse(this.leaf, decoded.video)) return;
    this.restore(decoded);
  }

  /** Shows a video, paused: at once if the pane is visible, else when it becomes visible. */
  restore(state: PaneState): void {
    this.session.restore(state);
    // The report that it is hidden comes a moment later.
    if (this.seen && this.containerEl.isShown()) this.session.wake();
    else this.renewHeader();
  }

  override onPaneMenu(menu: Menu, source: string): void {
    super.onPaneMenu(menu, source);
    const site = this.provider?.site;
    if (site !== undefined) {
      menu.addItem((item) =>
        item.setTitle(words.shared.openOn(site)).setIcon('external-link').onClick(this.actions.openOnSite),
      );
    }
    if (this.session.video === undefined) return;
    menu.addItem((item) =>
      item.setTitle(words.shared.copyLinkAtTime).setIcon('link').onClick(this.actions.copyLink),
    );
  }

  protected override onOpen(): Promise<void> {
    this.content = new PaneContent(this.contentEl, {
      retry: () => {
        this.options.youTube.tryAnyway();
        this.session.reload(true);
      },
      play: () => this.session.playOrPause(),
      openOnSite: this.actions.openOnSite,
      time: () => this.session.state?.time ?? 0,
    });
    this.addChild(
      new UnderPlayer(this.content.controls, {
        session: this.session,
        actions: this.actions,
        extras: this.extras,
        showKeys: Platform.isMobile ? undefined : this.showKeys,
        workspace: this.app.workspace,
        previews: this.options.previews,
        changeClip: (clip) => this.options.changeClip(this.session, clip),
      }),
    );
    const { session, keys: scope, contentEl: container } = this;
    this.addChild(this.options.lower({ container, session, scope }));
    this.register(effect(() => this.subscribe()));
    this.register(
      effect(() => {
        if (this.session.player.value?.position.value !== undefined) this.content?.renewTime();
      }),
    );
    this.register(this.session.following.isOn.subscribe(this.app.workspace.requestSaveLayout));
    this.register(this.options.opened(this.session));
    this.register(
      effect(() => {
        this.content?.showSpoken(this.session.player.value?.captionText?.value);
      }),
    );
    // A frame that is moved to another window loads anew, without its position.
    this.register(
      this.containerEl.onWindowMigrated(() => {
        this.session.reload();
        this.watchWhetherSeen();
      }),
    );
    if (Platform.isPhone) this.addWayBack();
    this.saveInTime();
    this.watchWhetherSeen();
    this.register(() => {
      this.observer?.disconnect();
    });
    this.registerDomEvent(window, 'online', this.networkReturn.came);
    this.register(this.networkReturn.arm());
    this.registerEvent(
      this.app.workspace.on('active-leaf-change', (leaf) => {
        if (leaf === this.leaf) this.session.touch();
      }),
    );
    return Promise.resolve();
  }

  protected override onClose(): Promise<void> {
    this.keySheet.close();
    this.session.dispose();
    this.content = undefined;
    this.contentEl.empty();
    return Promise.resolve();
  }

  /** A phone shows either the pane or its note. */
  private addWayBack(): void {
    const path = (): string | undefined => this.session.ticks.value.path;
    const button = this.addAction('file-text', words.pane.backToNote, () => {
      const note = path();
      if (note !== undefined) attempt(words.actions.openNote, () => this.showNote(note));
    });
    this.register(
      effect(() => {
        button.toggle(path() !== undefined);
      }),
    );
  }

  private async showNote(path: string): Promise<void> {
    const { workspace } = this.app;
    const leaf = workspace
      .getLeavesOfType('markdown')
      .find((one) => one.getViewState().state?.['file'] === path);
    if (leaf === undefined) await workspace.openLinkText(path, '', 'tab');
    else await workspace.revealLeaf(leaf);
  }

  private readonly showKeys = (): void => this.keySheet.open();

  private get hasCaptions(): boolean {
    return this.session.player.peek()?.snapshot.peek().captions !== undefined;
  }

  private get stage(): HTMLElement {
    if (this.content === undefined) throw new Error(words.pane.paneNotOpen);
    return this.content.stage;
  }

  /** Follows the player. */
  private subscribe(): void {
    const player = this.session.player.value;
    const snapshot = player?.snapshot.value;
    this.content?.show(player?.video, snapshot, this.session.withheld.value);
    this.renewHeader();
  }

  /** The app may be about to end: the second of the video is saved at once. */
  private readonly saveNow = (): void => {
    const { requestSaveLayout } = this.app.workspace;
    requestSaveLayout();
    void requestSaveLayout.run();
  };

  private saveInTime(): void {
    const { workspace } = this.app;
    const win = (): Window => this.contentEl.win;
    this.register(saveLayouts(this.session, win, workspace.requestSaveLayout));
    this.registerEvent(
      workspace.on('quit', (tasks) => {
        workspace.requestSaveLayout();
        tasks.add(async () => workspace.requestSaveLayout.run());
      }),
    );
    this.registerDomEvent(window, 'pagehide', this.saveNow);
    // A phone may end an app in the background without telling it.
    this.registerDomEvent(document, 'visibilitychange', () => {
      if (document.visibilityState === 'hidden') this.saveNow();
    });
  }

  /**
   * The app asks a view for its title only now and then, and has no public way to request that; without the private one, the title
   * lags.
   */
  private renewHeader(): void {
    const leaf: WorkspaceLeaf & { readonly updateHeader?: unknown } = this.leaf;
    if (typeof leaf.updateHeader === 'function') leaf.updateHeader.call(leaf);
  }

  /**
   * A hidden pane loads nothing, and YouTube does not allow a player to play while it is hidden. Files may, by the user's setting,
   * or in picture-in-picture. https://developers.google.com/youtube/terms/required-minimum-functionality
   */
  private watchWhetherSeen(): void {
    this.observer?.disconnect();
    // The observer of another window gets no reports while that window is covered or minimized.
    const { IntersectionObserver: Observer } = this.contentEl.win as ObservingWindow;
    this.observer = new Observer((entries) => {
      this.showWhetherSeen(entries.at(-1)?.isIntersecting ?? this.seen);
    });
    this.observer.observe(this.contentEl);
  }

  private showWhetherSeen(isSeen: boolean): void {
    const wasSeen = this.seen;
    this.seen = isSeen;
    if (isSeen) {
      this.showAgain();
      return;
    }
    if (this.pausesUnseen) this.session.pause();
    if (wasSeen) this.app.workspace.requestSaveLayout();
  }

  /** The pane is visible, perhaps again: a request that waited for that is carried out. */
  private showAgain(): void {
    this.session.wake();
    this.networkReturn.use();
  }

  private get provider(): Provider<Video> | undefined {
    const { video } = this.session;
    return video === undefined ? undefined : providerOf(video);
  }

  private get pausesUnseen(): boolean {
    if (this.provider?.mayPlayUnseen === false) return true;
    const inPicture = this.contentEl.doc.pictureInPictureElement ?? null;
    return (
      this.options.settings.peek().pauseHiddenMedia &&
      (inPicture === null || !this.contentEl.contains(inPicture))
    );
  }
}
