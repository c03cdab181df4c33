// One timestamp on screen: its element, what it shows, and what the user does to it.
import { Keymap } from 'obsidian';
import type { Interpretation } from '../core/mean/interpretation';
import type { Cited } from '../core/mean/timestamp';
import type { UnusableProperty, Video } from '../core/mean/video';
import type { ChipLabel, ChipText } from '../app/chip-text';
import { addChip, type ChipInput, type GestureTarget } from './chip-gestures';
import { withHeldWidth } from './held-width';
import type { LongPress } from './long-press';

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

export type ChipEvent = ChipInput | LongPress;

export type OnChipGesture = (chip: Chip, gesture: ChipGesture, event: ChipEvent) => void;

/** A mouse is on a chip now, or a key is pressed while it has the focus. */
export type OnChipHover = (chip: Chip, event: ChipInput) => void;

/** Timestamps that differ from what is written look a little different. */
const CORRECTED = 'is-corrected';
const INERT = 'is-inert';
const QUIET = 'is-quiet';

/** Themes dress every button; a span with a button's role keeps the line height, and its text can be copied. */
const ATTRIBUTES = {
  role: 'button',
  tabindex: '0',
  // Below it is its preview, over which nothing may be.
  'data-tooltip-position': 'top',
} as const;

let template: HTMLElement | undefined;

/** A chip that says nothing yet: copying one is quicker than making each from its parts. */
function emptyChip(): HTMLElement {
  if (template === undefined) {
    template = createSpan({ cls: 'playhead-chip', attr: ATTRIBUTES });
    template.createSpan({ cls: 'playhead-chip-face' });
  }
  return template.cloneNode(true) as HTMLElement;
}

export class Chip implements GestureTarget {
  readonly el: HTMLElement;
  /** An element of its own, which paper leaves out. */
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

  /** Shows `state`; touches the document only where something differs from what is shown. */
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

  /** In a transcript it reads as text, until it is pointed at. */
  quieten(isQuiet: boolean): void {
    if (this.isQuiet !== isQuiet) this.el.toggleClass(QUIET, isQuiet);
    this.isQuiet = isQuiet;
  }

  /** Whether it is the moment that plays. Said to who hears the note, and seen by who sees it. */
  mark(isCurrent: boolean): void {
    if (isCurrent) this.el.setAttribute('aria-current', 'true');
    else this.el.removeAttribute('aria-current');
  }

  react(event: ChipInput): void {
    // The caret, the selection and the focus stay where they are; a key held down does not scroll the note.
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

/** A button is pressed with Enter or Space. */
function isPress(event: KeyboardEvent): boolean {
  return event.key === 'Enter' || event.key === ' ';
}

function isHeld(event: ChipInput): boolean {
  return event.instanceOf(KeyboardEvent) && event.repeat && isPress(event);
}
