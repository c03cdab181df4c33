// One control of the video pane: its state, its action and its button, which is updated only if the state changes.
import { displayTooltip, Platform, setIcon } from 'obsidian';
import type { SkipSteps } from '../playback/transport';
import type { Player, Snapshot } from '../player/player';

/** The state on which controls depend. */
export interface PaneFacts {
  readonly player: Player;
  readonly snapshot: Snapshot;
  readonly steps: SkipSteps;
}

/** The width that a pane needs to show a control, as styles.css defines it. Other controls are in the menu. */
export type Room = 'always' | 'narrow' | 'medium' | 'wide' | 'wider' | 'widest' | 'menu';

/** Milliseconds; the same as the app's tooltips. */
const TOOLTIP_DELAY = 1000;

type Told = string | ((facts: PaneFacts) => string);

export interface Control {
  readonly room: Room;
  readonly icon: Told;
  readonly name: Told;
  /** The pane's key for the same action. */
  readonly key?: string;
  /** Its section of the menu. */
  readonly section?: 'note' | 'view' | 'link';
  /** A text instead of the icon. */
  readonly face?: Told;
  /** Whether the switch is on; a control without this function is no switch. */
  readonly isOn?: () => boolean;
  /** Whether it is shown at any width while it is on; not on a phone, whose row has no room. */
  readonly isKept?: boolean;
  /** Whether the control applies to this video; without this function it always does. */
  readonly isOffered?: (facts: PaneFacts) => boolean;
  /** `el` is the pressed button: that of the control, or that of the menu. */
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

/** A tooltip with the key, which is not part of the accessible name. The app's own tooltip would show only the name. */
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

/** A screen reader reads a text anew when it is set: so it is set only if it changes. */
function setAttribute(el: HTMLElement, name: string, value: string): void {
  if (el.getAttribute(name) !== value) el.setAttribute(name, value);
}
