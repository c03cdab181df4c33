// Gives the note the focus back after a click in a player has started or paused its video: keys that are pressed in a player's
// frame never reach the app, and with them no hotkey.
import { effect } from '@preact/signals-core';
import { Component, Platform, type Workspace } from 'obsidian';
import type { PaneSession } from '../playback/pane-session';
import { VIDEO_PANE, VideoPane } from './video-pane';
import { eachWindow } from '../app/app-windows';
import type { OpenEditor } from '../app/recent-editor';

/** A second click within this time fills the screen, and then the player keeps the keys. Milliseconds. */
const DOUBLE_CLICK = 300;

/** Whoever came by key gets there within this time. Milliseconds. */
const BY_KEY = 100;

export class FocusReturn extends Component {
  /** Ends the watch over the player that the user is in. */
  private leave: (() => void) | undefined;

  constructor(
    private readonly workspace: Workspace,
    private readonly editor: () => OpenEditor | undefined,
    private readonly isOn: () => boolean,
  ) {
    super();
  }

  override onload(): void {
    // A phone would bring up its keyboard.
    if (Platform.isMobile) return;
    eachWindow(this.workspace, this, (win) => this.watch(win));
  }

  override onunload(): void {
    this.leave?.();
  }

  private watch(win: Window): () => void {
    let tabbed = -Infinity;
    const onKey = ({ key, timeStamp }: KeyboardEvent): void => {
      if (key === 'Tab') tabbed = timeStamp;
    };
    // Into a frame nothing enters that could be seen: the window loses the focus, while the frame is what has it.
    const onMove = ({ timeStamp }: FocusEvent): void => {
      this.enter(timeStamp - tabbed > BY_KEY ? win.document.activeElement : null);
    };
    win.addEventListener('keydown', onKey, true);
    win.addEventListener('blur', onMove);
    win.addEventListener('focusin', onMove);
    return () => {
      win.removeEventListener('keydown', onKey, true);
      win.removeEventListener('blur', onMove);
      win.removeEventListener('focusin', onMove);
    };
  }

  private enter(player: Element | null): void {
    this.leave?.();
    this.leave = undefined;
    const session = player === null ? undefined : this.sessionAround(player);
    if (player === null || session === undefined) return;
    let before = session.player.peek()?.snapshot.peek().status;
    let timer = 0;
    const stop = effect(() => {
      const status = session.player.value?.snapshot.value.status;
      if (status !== before && (status === 'playing' || status === 'paused')) {
        player.win.clearTimeout(timer);
        timer = player.win.setTimeout(() => {
          this.giveBack(player);
        }, DOUBLE_CLICK);
      }
      before = status;
    });
    this.leave = () => {
      stop();
      player.win.clearTimeout(timer);
    };
  }

  /** Unless the user has gone on to something else, or fills the screen with the player. */
  private giveBack(player: Element): void {
    const { doc, win } = player;
    const isThere = doc.activeElement === player && doc.hasFocus() && doc.fullscreenElement === null;
    if (!isThere || !this.isOn()) return;
    const editor = this.editor();
    if (editor?.win === win) editor.focus();
    // The app hears the keys of a window in which nothing has the focus.
    else if (player.instanceOf(HTMLElement)) player.blur();
  }

  private sessionAround(player: Element): PaneSession | undefined {
    return this.workspace
      .getLeavesOfType(VIDEO_PANE)
      .map(({ view }) => view)
      .find((view): view is VideoPane => view instanceof VideoPane && view.isPlayer(player))?.session;
  }
}
