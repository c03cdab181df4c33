// One timestamp on screen: its element, what it shows, and what the user does to it.
import { Keymap } from 'obsidian';
import type { Interpretation } from '../core/mean/interpretation';
import type { Cited } from '../core/mean/timestamp';
import type { UnusableProperty, Video } from '../core/mean/video';
import type { ChipLabel, ChipText } from '../app/chip-text';
import { whenHovered } from '../preview/hover-events';
import { onLongPress, type LongPress } from './long-press';

/** The meaning of a chip at this moment. */
export interface ChipState {
  readonly video: Video | undefined;
  /** The video's length in seconds, as far as it is known. */
  readonly length: number | undefined;
  /** That length if it is certain: what is written goes by this one. */
  readonly sureLength?: number | undefined;
  readonly interpretation: Interpretation;
  /** The second at which the timestamp says that its clip ends. */
  readonly end: number | undefined;
  readonly label: ChipLabel;
  /** The property that would name the note's video. */
  readonly property?: string | undefined;
  /** The one that should, and says something else. */
  readonly unusable?: UnusableProperty | undefined;
  readonly text: ChipText;
}

/** A request of the user to a chip. */
export type ChipGesture = 'play' | 'play-new-pane' | 'play-new-tab' | 'menu';

export type ChipEvent = MouseEvent | KeyboardEvent | LongPress;

export type OnChipGesture = (chip: Chip, gesture: ChipGesture, event: ChipEvent) => void;

/** A mouse is on a chip now, or a key is pressed while it has the focus. */
export type OnChipHover = (chip: Chip, event: MouseEvent | KeyboardEvent) => void;

/** A table in Live Preview, whose cells are edited in place. */
const TABLE = '.cm-table-widget';

/** Timestamps that differ from what is written look a little different. */
const CORRECTED = 'is-corrected';
const INERT = 'is-inert';

/** Themes dress every button; a span with a button's role keeps the line height, and its text can be copied. */
const ATTRIBUTES = {
  role: 'button',
  tabindex: '0',
  // Below it is its preview, over which nothing may be.
  'data-tooltip-position': 'top',
} as const;

/** The events that begin a press. */
const PRESSES = ['pointerdown', 'mousedown', 'touchstart'] as const;

const EVENTS = ['click', 'auxclick', 'mousedown', 'keydown', 'contextmenu'] as const;

export class Chip {
  readonly el: HTMLElement;
  /** An element of its own, which paper leaves out. */
  private readonly face: HTMLElement;
  private shown: ChipState | undefined;

  constructor(
    readonly cited: Cited,
    private readonly onGesture: OnChipGesture,
    private readonly onHover?: OnChipHover,
  ) {
    const attr = { ...ATTRIBUTES, 'data-label': cited.written.label };
    const cls = cited.isBold === true ? ['playhead-chip', 'playhead-chip-bold'] : 'playhead-chip';
    this.el = createSpan({ cls, attr });
    this.face = this.el.createSpan({ cls: 'playhead-chip-face' });
    // Before all else: what it swallows is no gesture.
    onLongPress(this.el, (press) => {
      this.onGesture(this, 'menu', press);
    });
    for (const event of EVENTS) this.el.addEventListener(event, this.react);
    for (const event of PRESSES) this.el.addEventListener(event, keepFromTable);
    whenHovered(this.el, (event) => this.onHover?.(this, event));
  }

  get state(): ChipState | undefined {
    return this.shown;
  }

  /** Shows `state`; touches the document only where something differs from what is shown. */
  show(state: ChipState): void {
    const before = this.shown?.text;
    const { text } = state;
    this.shown = state;
    if (before?.name === text.name && before.face === text.face) return;
    this.face.textContent = text.face;
    this.el.setAttribute('aria-label', text.name);
    this.el.toggleClass(INERT, !text.playable);
    this.el.toggleClass(CORRECTED, text.playable && text.remark !== undefined);
  }

  /** Whether it is the moment that plays. Said to who hears the note, and seen by who sees it. */
  mark(isCurrent: boolean): void {
    if (isCurrent) this.el.setAttribute('aria-current', 'true');
    else this.el.removeAttribute('aria-current');
  }

  private readonly react = (event: MouseEvent | KeyboardEvent): void => {
    // The caret, the selection and the focus stay where they are; a key held down does not scroll the note.
    if (event.type === 'mousedown' || isHeld(event)) event.preventDefault();
    const gesture = gestureOf(event);
    if (gesture === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    this.onGesture(this, gesture, event);
  };
}

/** A table in Live Preview edits the cell that a press begins on, and the chip would be gone before it is clicked. */
function keepFromTable(event: UIEvent): void {
  const { targetNode } = event;
  if (targetNode?.instanceOf(Element) === true && targetNode.closest(TABLE) !== null) event.stopPropagation();
}

function gestureOf(event: MouseEvent | KeyboardEvent): ChipGesture | undefined {
  const play = Keymap.isModifier(event, 'Mod') ? 'play-new-pane' : 'play';
  if (event.instanceOf(KeyboardEvent)) return isPress(event) && !event.repeat ? play : undefined;
  if (event.type === 'click') return play;
  if (event.type === 'contextmenu') return 'menu';
  return event.type === 'auxclick' && event.button === 1 ? 'play-new-tab' : undefined;
}

/** A button is pressed with Enter or Space. */
function isPress(event: KeyboardEvent): boolean {
  return event.key === 'Enter' || event.key === ' ';
}

function isHeld(event: MouseEvent | KeyboardEvent): boolean {
  return event.instanceOf(KeyboardEvent) && event.repeat && isPress(event);
}
