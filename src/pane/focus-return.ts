// Gives the focus back to the note, after a click in a player has started or paused its video: keys pressed in a player's frame
// never reach the app, nor do hotkeys work there. Also after a click on a control, if the user was writing.
import { effect } from '@preact/signals-core';
import { Component, Platform, type Workspace } from 'obsidian';
import type { Status } from '../player/player';
import type { PaneSession } from '../playback/pane-session';
import { VIDEO_PANE, VideoPane } from './video-pane';
import { eachWindow } from '../app/app-windows';
import type { OpenEditor } from '../app/recent-editor';

/** Milliseconds. A second click within this time enters full screen, in which the player keeps the focus. */
const DOUBLE_CLICK = 300;

/** Milliseconds within which a key moves the focus. */
const BY_KEY = 100;

/** Milliseconds after a click in which a player's report counts as its effect. */
const BY_CLICK = 1000;

export class FocusReturn extends Component {
  /** Ends the watch over the focused player. */
  private leave: (() => void) | undefined;

  constructor(
    private readonly workspace: Workspace,
    private readonly editor: () => OpenEditor | undefined,
    private readonly isOn: () => boolean,
  ) {
    super();
  }

  override onload(): void {
    // A phone would show its keyboard.
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
    // No event tells that the focus enters a frame: the window loses the focus, and the frame is the active element.
    const onMove = ({ timeStamp }: FocusEvent): void => {
      this.enter(timeStamp - tabbed > BY_KEY ? win.document.activeElement : null);
    };
    win.addEventListener('keydown', onKey, true);
    win.addEventListener('blur', onMove);
    win.addEventListener('focusin', onMove);
    const stopControls = this.watchControls(win);
    return () => {
      stopControls();
      win.removeEventListener('keydown', onKey, true);
      win.removeEventListener('blur', onMove);
      win.removeEventListener('focusin', onMove);
    };
  }

  private watchControls(win: Window): () => void {
    const { document: doc } = win;
    let timer: number | undefined;
    let isWriting = false;
    const onPress = ({ targetNode }: MouseEvent): void => {
      win.clearTimeout(timer);
      const wasWriting = timer !== undefined && isWriting;
      timer = undefined;
      const isHere =
        isIn(targetNode, '.playhead-under') && (wasWriting || isIn(doc.activeElement, '.cm-content'));
      // A menu that was opened here counts as part of it.
      isWriting = isHere || (isWriting && isIn(targetNode, '.menu'));
    };
    const onClick = ({ detail }: MouseEvent): void => {
      // A click without a button was made by a key.
      if (!isWriting || detail === 0) return;
      timer = win.setTimeout(() => {
        timer = undefined;
        const { activeElement } = doc;
        // An open menu has the focus. After it has closed, the focus is on the body.
        const isFree = activeElement === doc.body || isIn(activeElement, '.playhead-under');
        if (isFree && doc.querySelector('.menu') === null) this.giveBack(activeElement ?? doc.body);
      }, DOUBLE_CLICK);
    };
    win.addEventListener('mousedown', onPress, true);
    win.addEventListener('click', onClick);
    return () => {
      win.clearTimeout(timer);
      win.removeEventListener('mousedown', onPress, true);
      win.removeEventListener('click', onClick);
    };
  }

  private enter(player: Element | null): void {
    this.leave?.();
    this.leave = undefined;
    const session = player === null ? undefined : this.sessionAround(player);
    if (player === null || session === undefined) return;
    let timer = 0;
    const stop = onClicks(session, player, () => {
      player.win.clearTimeout(timer);
      timer = player.win.setTimeout(() => this.giveBack(player), DOUBLE_CLICK);
    });
    this.leave = () => {
      stop();
      player.win.clearTimeout(timer);
    };
  }

  /** Unless the user has gone elsewhere, or the player is in full screen. */
  private giveBack(player: Element): void {
    const { doc, win } = player;
    const isThere = doc.activeElement === player && doc.hasFocus() && doc.fullscreenElement === null;
    if (!isThere || !this.isOn()) return;
    const editor = this.editor();
    if (editor?.win === win) editor.focus();
    // If nothing has the focus, the app handles the keys.
    else if (player.instanceOf(HTMLElement)) player.blur();
  }

  private sessionAround(player: Element): PaneSession | undefined {
    return this.workspace
      .getLeavesOfType(VIDEO_PANE)
      .map(({ view }) => view)
      .find((view): view is VideoPane => view instanceof VideoPane && view.isPlayer(player))?.session;
  }
}

/**
 * Calls `react` when a click in the player, which has just got the focus, has started or paused its video. A video that goes on
 * after buffering or an advertisement was not clicked: the user may be in a menu of the player. The returned function ends the
 * watch.
 */
function onClicks(session: PaneSession, player: Element, react: () => void): () => void {
  let clicked = performance.now();
  // In a frame, only the click that moves the focus there is seen.
  const onClick = (): void => {
    clicked = performance.now();
  };
  player.addEventListener('pointerdown', onClick);
  let before = settledStatus(session);
  const stop = effect(() => {
    const status = session.player.value?.snapshot.value.status;
    if (status === undefined || !SETTLED.has(status)) return;
    const hasTurned = (status === 'playing') !== (before === 'playing') && status !== 'ended';
    before = status;
    if (!hasTurned || performance.now() - clicked > BY_CLICK) return;
    clicked = performance.now();
    react();
  });
  return () => {
    stop();
    player.removeEventListener('pointerdown', onClick);
  };
}

/** Any other status is a transition between these. */
const SETTLED: ReadonlySet<Status> = new Set(['paused', 'playing', 'ended', 'blocked']);

/** The status when the player got the focus; a buffering video counts as playing. */
function settledStatus(session: PaneSession): Status {
  return session.isPlaying ? 'playing' : 'paused';
}

function isIn(node: Node | null, selector: string): boolean {
  return node?.instanceOf(Element) === true && node.closest(selector) !== null;
}
