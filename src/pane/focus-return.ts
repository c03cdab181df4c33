// Gives the note the focus back after a click in a player has started or paused its video, since keys that are pressed in a player's
// frame never reach the app, and with them no hotkey; and after a click on a control of a pane, where the user was writing.
import { effect } from '@preact/signals-core';
import { Component, Platform, type Workspace } from 'obsidian';
import type { Status } from '../player/player';
import type { PaneSession } from '../playback/pane-session';
import { VIDEO_PANE, VideoPane } from './video-pane';
import { eachWindow } from '../app/app-windows';
import type { OpenEditor } from '../app/recent-editor';

/** A second click within this time fills the screen, and then the player keeps the keys. Milliseconds. */
const DOUBLE_CLICK = 300;

/** Whoever came by key gets there within this time. Milliseconds. */
const BY_KEY = 100;

/** For this long after a click, a player report counts as its result. Milliseconds. */
const BY_CLICK = 1000;

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
      // A menu that was opened here belongs to it.
      isWriting = isHere || (isWriting && isIn(targetNode, '.menu'));
    };
    const onClick = ({ detail }: MouseEvent): void => {
      // A click without a button is made by a key.
      if (!isWriting || detail === 0) return;
      timer = win.setTimeout(() => {
        timer = undefined;
        const { activeElement } = doc;
        // A menu that is open has the keys; one that has closed leaves them to nobody.
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

/**
 * Calls back when a click in the player, which has just got the focus, has started or paused its video. A video that goes on after it
 * waited for more, or after an advertisement, was not clicked: the user may be in a menu of the player then. Returns what ends it.
 */
function onClicks(session: PaneSession, player: Element, react: () => void): () => void {
  let clicked = performance.now();
  // In a frame no click can be seen but the one that gives it the focus.
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

/** Any other status is on its way from one of them to another. */
const SETTLED: ReadonlySet<Status> = new Set(['paused', 'playing', 'ended', 'blocked']);

/** Whether the video played when the player got the focus; what waits for more did. */
function settledStatus(session: PaneSession): Status {
  return session.isPlaying ? 'playing' : 'paused';
}

function isIn(node: Node | null, selector: string): boolean {
  return node?.instanceOf(Element) === true && node.closest(selector) !== null;
}
