// The keys of a video pane, the same as in well-known players: they work while the pane is active, wherever the focus in it is.
import type { Modifier, Scope } from 'obsidian';
import type { TransportAction } from '../playback/transport';

export interface KeyActions {
  readonly perform: (action: TransportAction) => void;
  /** Goes to some tenths of the video. */
  readonly seekToTenth: (tenths: number) => void;
  /** Shows the sheet of keys. */
  readonly showKeys: () => void;
}

const KEYS: Readonly<Record<string, TransportAction>> = {
  ' ': 'play-or-pause',
  k: 'play-or-pause',
  j: 'skip-back-further',
  l: 'skip-forward-further',
  ArrowLeft: 'skip-back',
  ArrowRight: 'skip-forward',
  ArrowUp: 'volume-up',
  ArrowDown: 'volume-down',
  m: 'mute-or-unmute',
  f: 'full-screen',
};

/** Whether one of these needs Shift depends on the keyboard. */
const SHIFTED_KEYS: Readonly<Record<string, TransportAction>> = { '<': 'play-slower', '>': 'play-faster' };

const MOD_KEYS: Readonly<Record<string, TransportAction>> = {
  ArrowLeft: 'go-to-previous-chapter',
  ArrowRight: 'go-to-next-chapter',
};

/** A key that is held down would turn a switch back. */
const SWITCHES: ReadonlySet<TransportAction> = new Set(['play-or-pause', 'mute-or-unmute', 'full-screen']);

const DIGITS = 10;

export function registerKeys(
  scope: Pick<Scope, 'register'>,
  { perform, seekToTenth, showKeys }: KeyActions,
): void {
  const act = (key: string, run: (event: KeyboardEvent) => void) => (event: KeyboardEvent) => {
    if (belongsToFocused(event, key)) return undefined;
    run(event);
    return false;
  };
  const performs = (key: string, action: TransportAction) =>
    act(key, ({ repeat }) => {
      if (!repeat || !SWITCHES.has(action)) perform(action);
    });
  for (const [key, action] of Object.entries(KEYS)) scope.register([], key, performs(key, action));
  for (const [key, action] of Object.entries(SHIFTED_KEYS)) {
    for (const modifiers of [[], ['Shift'] as const]) {
      scope.register([...modifiers], key, performs(key, action));
    }
  }
  for (const [key, action] of Object.entries(MOD_KEYS)) {
    registerKey(scope, ['Mod'], key, (event) => {
      const { targetNode } = event;
      if (targetNode?.instanceOf(HTMLElement) === true && isTyped(targetNode)) return false;
      perform(action);
      return true;
    });
  }
  for (const modifiers of [[], ['Shift'] as const]) {
    scope.register(
      [...modifiers],
      '?',
      act('?', ({ repeat }) => {
        if (!repeat) showKeys();
      }),
    );
  }
  for (let digit = 0; digit < DIGITS; digit++) {
    const key = String(digit);
    scope.register(
      [],
      key,
      act(key, () => seekToTenth(digit)),
    );
  }
}

/** A key for a switch. `switched` returns the switch; undefined if it is not offered. */
export function registerSwitchKey(
  scope: Pick<Scope, 'register'>,
  key: string,
  switched: () => { toggle(): void } | undefined,
): void {
  scope.register([], key, (event) => {
    const found = switched();
    if (found === undefined || belongsToFocused(event, key)) return undefined;
    if (!event.repeat) found.toggle();
    return false;
  });
}

/** A key that may have no effect: `run` returns whether it had one. */
export function registerKey(
  scope: Pick<Scope, 'register'>,
  modifiers: Modifier[],
  key: string,
  run: (event: KeyboardEvent) => boolean,
): void {
  scope.register(modifiers, key, (event) => {
    if (modifiers.length === 0 && belongsToFocused(event, key)) return undefined;
    return run(event) ? false : undefined;
  });
}

/** Whether the focused element (a text field, button or slider) needs the key itself. */
function belongsToFocused({ targetNode }: KeyboardEvent, key: string): boolean {
  if (targetNode?.instanceOf(HTMLElement) !== true) return false;
  if (isTyped(targetNode)) return true;
  if (key === ' ') return targetNode.matches(PRESSED);
  if (key === 'ArrowUp' || key === 'ArrowDown') return targetNode.matches(`${MOVED}, ${LISTED}`);
  return key.startsWith('Arrow') && targetNode.matches(MOVED);
}

function isTyped(el: HTMLElement): boolean {
  return el.isContentEditable || el.matches(TYPED);
}

const TYPED = 'textarea, select, input:not([type="range"])';
const PRESSED = 'button, a, summary, [role="button"]';
const MOVED = 'input[type="range"], [role="slider"], [role="tab"]';
const LISTED = '[role="listbox"], [role="separator"]';
