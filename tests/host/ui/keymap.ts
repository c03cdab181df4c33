// Which keys do what, now: scopes with key handlers, the topmost of which is asked first.
import type * as Obsidian from 'obsidian';

interface Handler extends Obsidian.KeymapInfo {
  scope: Scope;
  func: Obsidian.KeymapEventListener;
}

export class Scope implements Obsidian.Scope {
  readonly #handlers: Handler[] = [];

  constructor(private readonly parent?: Scope) {}

  register(
    modifiers: Obsidian.Modifier[] | null,
    key: string | null,
    func: Obsidian.KeymapEventListener,
  ): Obsidian.KeymapEventHandler {
    const held = modifiers === null ? null : joinModifiers(modifiers);
    const handler: Handler = { scope: this, modifiers: held, key, func };
    this.#handlers.push(handler);
    return handler;
  }

  unregister(handler: Obsidian.KeymapEventHandler): void {
    const index = this.#handlers.findIndex((candidate) => candidate === handler);
    if (index >= 0) this.#handlers.splice(index, 1);
  }

  /** False when a handler has dealt with the key and wants nothing else to. */
  handleKey(event: KeyboardEvent): unknown {
    const held = joinModifiers(modifiersOf(event));
    for (const { modifiers, key, func } of [...this.#handlers]) {
      if (modifiers !== null && modifiers !== held) continue;
      if (key !== null && key.toLowerCase() !== event.key.toLowerCase() && key !== keyOfCode(event.code))
        continue;
      return func(event, { modifiers: held, key: event.key, vkey: keyOfCode(event.code) }) as unknown;
    }
    return this.parent?.handleKey(event);
  }
}

export class Keymap implements Obsidian.Keymap {
  readonly #stack: Scope[] = [];
  /** The active view's own scope; it stands below what is pushed, and above the app's. */
  viewScope: Scope | null = null;

  constructor(private readonly rootScope: Scope) {}

  static isModifier(event: MouseEvent | TouchEvent | KeyboardEvent, modifier: Obsidian.Modifier): boolean {
    return modifiersOf(event).includes(modifier === 'Mod' ? 'Ctrl' : modifier);
  }

  static isModEvent(event?: Obsidian.UserEvent | null): Obsidian.PaneType | boolean {
    if (event === null || event === undefined) return false;
    const middle = 'button' in event && event.button === 1;
    const mod = event.ctrlKey || event.metaKey;
    if (!mod) return middle ? 'tab' : false;
    if (!event.altKey) return 'tab';
    return event.shiftKey ? 'window' : 'split';
  }

  pushScope(scope: Scope): void {
    this.popScope(scope);
    this.#stack.push(scope);
  }

  popScope(scope: Scope): void {
    const index = this.#stack.indexOf(scope);
    if (index >= 0) this.#stack.splice(index, 1);
  }

  /** Listens on a window. A modal or a menu that is open keeps the app's own keys away. */
  listen(win: Window): void {
    win.addEventListener(
      'keydown',
      (event) => {
        if (event.isComposing) return;
        const scope = this.#stack.at(-1) ?? this.viewScope ?? this.rootScope;
        if (scope.handleKey(event) !== false) return;
        event.preventDefault();
        event.stopPropagation();
      },
      true,
    );
  }
}

export function modifiersOf(event: MouseEvent | TouchEvent | KeyboardEvent): Obsidian.Modifier[] {
  const held: [Obsidian.Modifier, boolean][] = [
    ['Alt', event.altKey],
    ['Ctrl', event.ctrlKey],
    ['Meta', event.metaKey],
    ['Shift', event.shiftKey],
  ];
  return held.filter(([, down]) => down).map(([modifier]) => modifier);
}

/** `Mod` is Ctrl: the host shows the app as it is on Linux and Windows. */
function joinModifiers(modifiers: readonly Obsidian.Modifier[]): string {
  const plain = modifiers.map((modifier) => (modifier === 'Mod' ? 'Ctrl' : modifier));
  return [...new Set(plain)].sort().join(',');
}

/** Whether exactly these modifiers are held. */
export function sameModifiers(modifiers: readonly Obsidian.Modifier[], event: KeyboardEvent): boolean {
  return joinModifiers(modifiers) === joinModifiers(modifiersOf(event));
}

/** The letter or digit of a key, whatever it writes with the modifiers that are held. */
export function keyOfCode(code: string): string {
  return code.replace(/^(Key|Digit)/, '');
}
