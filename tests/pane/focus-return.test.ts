// The focus after a click in a player: when the note has it again, and when it stays where it is.
import { Platform } from 'obsidian';
import { afterEach, beforeEach, describe, expect, it, vi, type MockInstance } from 'vitest';
import { FocusReturn } from '../../src/pane/focus-return';
import type { OpenEditor } from '../../src/app/recent-editor';
import { film } from '../playback/videos';
import { FakeWorkspace } from '../support/fake-workspace';

let world: FakeWorkspace;
let focusReturn: FocusReturn;
let editor: Pick<OpenEditor, 'win' | 'focus'> | undefined;
let isOn: boolean;
let hasFocus: MockInstance<() => boolean>;
let player: HTMLVideoElement;
const focus = vi.fn<() => void>();

beforeEach(async () => {
  vi.useFakeTimers();
  hasFocus = vi.spyOn(document, 'hasFocus').mockReturnValue(true);
  Object.defineProperty(document, 'fullscreenElement', { configurable: true, value: null });
  world = new FakeWorkspace();
  const { leaf, pane } = await world.openPane();
  Object.assign(leaf, { getContainer: () => ({ win: window }) });
  document.body.append(pane.containerEl);
  pane.session.show(film);
  const found = pane.containerEl.querySelector('video');
  if (found === null) throw new Error('The pane has no player.');
  player = found;
  player.tabIndex = 0;
  tell('loadedmetadata');
  editor = { win: window, focus };
  isOn = true;
  start();
});

afterEach(() => {
  focusReturn.unload();
  world.close();
  document.body.empty();
  focus.mockClear();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

function start(): void {
  focusReturn = new FocusReturn(
    world.workspace,
    () => editor as OpenEditor | undefined,
    () => isOn,
  );
  focusReturn.load();
}

/** The player says what has become of it. */
function tell(event: 'loadedmetadata' | 'playing' | 'pause' | 'waiting' | 'ended'): void {
  player.dispatchEvent(new Event(event));
}

/** More time than between the two clicks of a double click. */
const pass = (): void => {
  vi.advanceTimersByTime(400);
};

describe('after a click in the player', () => {
  it('the note has the focus again when the video plays, and when it pauses', () => {
    player.focus();
    tell('playing');
    expect(focus).not.toHaveBeenCalled();
    pass();
    expect(focus).toHaveBeenCalledTimes(1);
    tell('pause');
    pass();
    expect(focus).toHaveBeenCalledTimes(2);
  });

  it.each(['waiting', 'ended'] as const)('the focus stays when the player only says: %s', (event) => {
    player.focus();
    tell(event);
    pass();
    expect(focus).not.toHaveBeenCalled();
  });

  it('the focus stays when the video goes on after it waited for more: the user may be in a menu of the player', () => {
    tell('playing');
    player.focus();
    tell('waiting');
    tell('playing');
    pass();
    expect(focus).not.toHaveBeenCalled();
    tell('pause');
    pass();
    expect(focus).toHaveBeenCalledTimes(1);
  });

  it('the note has it when the video waits for more before it plays', () => {
    player.focus();
    tell('waiting');
    tell('playing');
    pass();
    expect(focus).toHaveBeenCalledTimes(1);
  });

  it('the focus stays when the video starts by itself a while later, and not when it is clicked then', () => {
    player.focus();
    vi.advanceTimersByTime(1001);
    tell('playing');
    pass();
    expect(focus).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1001);
    player.dispatchEvent(new Event('pointerdown'));
    tell('pause');
    pass();
    expect(focus).toHaveBeenCalledTimes(1);
  });

  it('the focus stays until no second click has come', () => {
    player.focus();
    tell('playing');
    vi.advanceTimersByTime(200);
    tell('pause');
    vi.advanceTimersByTime(200);
    expect(focus).not.toHaveBeenCalled();
    pass();
    expect(focus).toHaveBeenCalledTimes(1);
  });

  it.each<[string, () => void]>([
    ['fills the screen', () => Object.defineProperty(document, 'fullscreenElement', { value: player })],
    [
      'is in a window that the user has left',
      () => {
        hasFocus.mockReturnValue(false);
      },
    ],
    ['has lost the focus to something else', () => document.body.createEl('input').focus()],
    [
      'may keep it',
      () => {
        isOn = false;
      },
    ],
  ])('the note has no focus when the player %s', (_, act) => {
    player.focus();
    tell('playing');
    act();
    pass();
    expect(focus).not.toHaveBeenCalled();
  });

  it.each<[string, () => void]>([
    [
      'the note is in another window',
      () => {
        editor = { win: {} as Window, focus };
      },
    ],
    [
      'no note is being edited',
      () => {
        editor = undefined;
      },
    ],
  ])('the player loses the focus, so that hotkeys work, when %s', (_, act) => {
    act();
    player.focus();
    tell('playing');
    pass();
    expect(focus).not.toHaveBeenCalled();
    expect(document.activeElement).toBe(document.body);
  });
});

describe('the focus stays', () => {
  it('in a player that was reached by key', () => {
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Tab', bubbles: true }));
    player.focus();
    tell('playing');
    pass();
    expect(focus).not.toHaveBeenCalled();
  });

  it('in its place when a video plays that nobody clicked', () => {
    document.body.createEl('input').focus();
    tell('playing');
    pass();
    expect(focus).not.toHaveBeenCalled();
  });

  it('on a phone, whose keyboard would come up', () => {
    focusReturn.unload();
    Object.assign(Platform, { isMobile: true });
    start();
    player.focus();
    tell('playing');
    pass();
    Object.assign(Platform, { isMobile: false });
    expect(focus).not.toHaveBeenCalled();
  });

  it('when all of this has ended', () => {
    player.focus();
    tell('playing');
    focusReturn.unload();
    pass();
    expect(focus).not.toHaveBeenCalled();
  });
});
