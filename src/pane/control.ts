// One control of the video pane: what it says and does, and its button, which changes only where that does.
import { displayTooltip, Platform, setIcon } from 'obsidian';
import type { SkipSteps } from '../playback/transport';
import type { Player, Snapshot } from '../player/player';

/** The state that controls depend on. */
export interface PaneFacts {
  readonly player: Player;
  readonly snapshot: Snapshot;
  readonly steps: SkipSteps;
}

/** How wide a pane must be to show a control; styles.css says how wide that is. A control that is not shown is in the menu. */
export type Room = 'always' | 'narrow' | 'medium' | 'wide' | 'wider' | 'widest' | 'menu';

/** As long as the app lets the pointer rest. Milliseconds. */
const TOOLTIP_DELAY = 1000;

type Told = string | ((facts: PaneFacts) => string);

export interface Control {
  readonly room: Room;
  readonly icon: Told;
  readonly name: Told;
  /** The key of the pane that does the same. */
  readonly key?: string;
  /** Its place in the menu. */
  readonly section?: 'note' | 'view' | 'link';
  /** Words in place of the icon. */
  readonly face?: Told;
  /** Whether what it switches is on; a control without this is no switch. */
  readonly isOn?: () => boolean;
  /** Whether it is shown at any width while it is on: not on a phone, where the row has no room. */
  readonly isKept?: boolean;
  /** Whether there is such a thing for this video; always, where this is missing. */
  readonly isOffered?: (facts: PaneFacts) => boolean;
  /** `el` is the button that was pressed: the control's own, or that of the menu which listed it. */
  readonly run: (el: HTMLElement) => void;
}

export function tell(told: Told, facts: PaneFacts): string {
  return typeof told === 'string' ? told : told(facts);
}

export class ControlButton {
  readonly el: HTMLButtonElement;
  private face = '';

  constructor(
    container: HTMLElement,
    readonly control: Control,
  ) {
    this.el = container.createEl('button', {
      cls: ['clickable-icon', 'playhead-control', `playhead-room-${control.room}`],
      attr: { type: 'button' },
    });
    this.el.addEventListener('click', () => control.run(this.el));
    if (control.key !== undefined) tellKey(this.el, control.key);
  }

  show(facts: PaneFacts): void {
    const { icon, name, face, isOn, isOffered, isKept = false } = this.control;
    this.showFace(face === undefined ? undefined : tell(face, facts), tell(icon, facts));
    setAttribute(this.el, 'aria-label', tell(name, facts));
    this.el.toggleClass('is-absent', isOffered?.(facts) === false);
    if (isOn === undefined) return;
    setAttribute(this.el, 'aria-pressed', String(isOn()));
    this.el.toggleClass('is-active', isOn());
    this.el.toggleClass('is-kept', isKept && isOn());
  }

  private showFace(text: string | undefined, icon: string): void {
    const face = text ?? icon;
    if (face === this.face) return;
    this.face = face;
    if (text === undefined) setIcon(this.el, icon);
    else this.el.setText(text);
  }
}

/** The tooltip also says the key, which is no part of the name. The app's own would show the name alone. */
function tellKey(el: HTMLElement, key: string): void {
  let waiting: number | undefined;
  const stop = (): void => {
    if (waiting !== undefined) el.win.clearTimeout(waiting);
    waiting = undefined;
  };
  el.addClass('has-key');
  el.addEventListener('mouseenter', () => {
    if (Platform.isMobile) return;
    stop();
    waiting = el.win.setTimeout(() => {
      const name = el.getAttribute('aria-label');
      if (el.isConnected && name !== null) displayTooltip(el, `${name} (${key})`);
    }, TOOLTIP_DELAY);
  });
  for (const event of ['mouseleave', 'mousedown', 'keydown']) el.addEventListener(event, stop);
}

/** A text that is written anew is read out anew: so only where it is another. */
function setAttribute(el: HTMLElement, name: string, value: string): void {
  if (el.getAttribute(name) !== value) el.setAttribute(name, value);
}
