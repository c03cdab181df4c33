// One timestamp on screen: its element, its state, and the gestures on it.
import { Keymap } from 'obsidian';
import type { Interpretation } from '../core/mean/interpretation';
import type { Cited } from '../core/mean/timestamp';
import type { UnusableProperty, Video } from '../core/mean/video';
import type { ChipLabel, ChipText } from '../app/chip-text';
import { addChip, type ChipInput, type GestureTarget } from './chip-gestures';
import { withHeldWidth } from './held-width';
import type { LongPress } from './long-press';

/** The state of a chip. */
export interface ChipState {
  readonly video: Video | undefined;
  /** The length of its video, in seconds; undefined if it is not known. */
  readonly length: number | undefined;
  /** The length if it is certain: notes are rewritten by this one. */
  readonly sureLength?: number | undefined;
  readonly interpretation: Interpretation;
  /** The end of the clip as the timestamp gives it. Seconds. */
  readonly end: number | undefined;
  readonly label: ChipLabel;
  /** The property in which the user can set the note's video. */
  readonly property?: string | undefined;
  /** A property that was meant to name the video, and holds a value that is no video. */
  readonly unusable?: UnusableProperty | undefined;
  readonly text: ChipText;
}

/** A gesture of the user on a chip. */
export type ChipGesture = 'play' | 'play-new-pane' | 'play-new-tab' | 'menu';

export type ChipEvent = ChipInput | LongPress;

export type OnChipGesture = (chip: Chip, gesture: ChipGesture, event: ChipEvent) => void;

/** Called when the pointer is over a chip, or a key is pressed while it has the focus. */
export type OnChipHover = (chip: Chip, event: ChipInput) => void;

/** A chip that plays another time than written looks slightly different. */
const CORRECTED = 'is-corrected';
const INERT = 'is-inert';
const QUIET = 'is-quiet';

/** Themes style every `button`; a span with the role of one keeps the line height, and its text can be copied. */
const ATTRIBUTES = {
  role: 'button',
  tabindex: '0',
  // The preview opens below, and must not be covered.
  'data-tooltip-position': 'top',
} as const;

let template: HTMLElement | undefined;

/** An empty chip to clone, which is quicker than building each one. */
function emptyChip(): HTMLElement {
  if (template === undefined) {
    template = createSpan({ cls: 'playhead-chip', attr: ATTRIBUTES });
    template.createSpan({ cls: 'playhead-chip-face' });
  }
  return template.cloneNode(true) as HTMLElement;
}

export class Chip implements GestureTarget {
  readonly el: HTMLElement;
  /** An element of its own, which is left out in print. */
  private readonly face: HTMLElement;
  private shown: ChipState | undefined;
  private isQuiet = false;

  constructor(
    readonly cited: Cited,
    private readonly onGesture: OnChipGesture,
    private readonly onHover?: OnChipHover,
  ) {
    this.el = emptyChip();
    this.face = this.el.firstElementChild as HTMLElement;
    this.el.setAttribute('data-label', cited.written.label);
    if (cited.isBold === true) this.el.addClass('playhead-chip-bold');
    if (cited.isItalic === true) this.el.addClass('playhead-chip-italic');
    addChip(this);
  }

  get state(): ChipState | undefined {
    return this.shown;
  }

  /** Shows `state`. Changes the document only where it differs. */
  show(state: ChipState): void {
    const before = this.shown?.text;
    const { text } = state;
    this.shown = state;
    if (before === undefined) this.setFace(text.face);
    else if (before.face !== text.face) withHeldWidth(this.el, () => this.setFace(text.face));
    if (before?.name !== text.name) this.el.setAttribute('aria-label', text.name);
    if (isInert(before) !== isInert(text)) this.el.classList.toggle(INERT);
    if (isCorrected(before) !== isCorrected(text)) this.el.classList.toggle(CORRECTED);
  }

  private setFace(face: string): void {
    this.face.textContent = face;
  }

  /** Shows the chip as plain text, as in a transcript, until the pointer is on it. */
  quieten(isQuiet: boolean): void {
    if (this.isQuiet !== isQuiet) this.el.toggleClass(QUIET, isQuiet);
    this.isQuiet = isQuiet;
  }

  /** Marks the chip of the current moment, visibly and for screen readers. */
  mark(isCurrent: boolean): void {
    if (isCurrent) this.el.setAttribute('aria-current', 'true');
    else this.el.removeAttribute('aria-current');
  }

  react(event: ChipInput): void {
    // The caret, the selection and the focus stay; holding a key does not scroll the note.
    if (event.type === 'mousedown' || isHeld(event)) event.preventDefault();
    const gesture = gestureOf(event);
    if (gesture === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    this.onGesture(this, gesture, event);
  }

  openMenu(press: LongPress): void {
    this.onGesture(this, 'menu', press);
  }

  hover(event: ChipInput): void {
    this.onHover?.(this, event);
  }
}

function isInert(text: ChipText | undefined): boolean {
  return text?.playable === false;
}

function isCorrected(text: ChipText | undefined): boolean {
  return text?.playable === true && text.remark !== undefined;
}

function gestureOf(event: ChipInput): ChipGesture | undefined {
  const play = Keymap.isModifier(event, 'Mod') ? 'play-new-pane' : 'play';
  if (event.instanceOf(KeyboardEvent)) return isPress(event) && !event.repeat ? play : undefined;
  if (event.type === 'click') return play;
  if (event.type === 'contextmenu') return 'menu';
  return event.type === 'auxclick' && event.button === 1 ? 'play-new-tab' : undefined;
}

/** Enter and Space press a button. */
function isPress(event: KeyboardEvent): boolean {
  return event.key === 'Enter' || event.key === ' ';
}

function isHeld(event: ChipInput): boolean {
  return event.instanceOf(KeyboardEvent) && event.repeat && isPress(event);
}
