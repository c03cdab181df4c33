// The looped clip on the timeline: a range with a handle at either end; or the start of a clip without an end.
import type { Clip } from '../core/mean/clips';
import { formatCompact, spokenTimecode } from '../core/mean/timecode';
import { partAt } from './track';
import { SIDES, SIDE_NAMES, type ClipSide } from './loop-bar';

export interface ClipHandlesOptions {
  /** Covers the track, at the same width. */
  readonly layer: HTMLElement;
  readonly length: () => number | undefined;
  /** The second at `x` pixels from the start of the track. */
  readonly secondsAt: (x: number) => number;
  /** Called when the user points at a handle or moves it; with undefined when they have finished. */
  readonly onPoint: (pointed: PointedHandle | undefined) => void;
  /** Called with the clip as drawn, also while a handle is moved; with undefined if there is none any more. */
  readonly onDraw: (clip: Clip | undefined) => void;
  /** Called when a handle was released. */
  readonly onChange: (clip: Clip) => void;
}

export interface PointedHandle {
  readonly side: ClipSide;
  readonly clip: Clip;
}

/** Seconds of the shortest clip: notes have whole seconds. */
const SHORTEST = 1;
const STEP = { small: 1, large: 5 };

export class ClipHandles {
  private readonly el: HTMLElement;
  private readonly opened: HTMLElement;
  private readonly handles: Readonly<Record<ClipSide, HTMLElement>>;
  private clip: Clip | undefined;
  /** The changed clip while the user moves a handle; undefined otherwise. */
  private moved: Clip | undefined;
  private held: ClipSide | undefined;
  /** The distance between pointer and handle, so that the handle does not jump. Seconds. */
  private heldBeside = 0;

  constructor(private readonly options: ClipHandlesOptions) {
    const { layer } = options;
    this.opened = layer.createDiv({ cls: 'playhead-clip-opened is-absent' });
    this.el = layer.createDiv({ cls: 'playhead-clip is-absent' });
    this.handles = { start: this.addHandle('start'), end: this.addHandle('end') };
  }

  /** A handle that the user is moving stays at the pointer. */
  show(clip: Clip | undefined): void {
    this.clip = clip;
    this.el.toggleClass('is-absent', clip === undefined);
    if (clip === undefined) this.options.onDraw(undefined);
    if (this.moved === undefined) this.draw();
  }

  /** `start` is the start of a clip without an end. */
  showOpened(start: number | undefined): void {
    this.opened.toggleClass('is-absent', start === undefined);
    if (start === undefined) return;
    this.opened.setCssProps({ '--playhead-from': partAt(start, this.options.length()).toFixed(5) });
  }

  /** Moves a side by some seconds, as a complete change. */
  step(side: ClipSide, seconds: number): void {
    if (this.clip === undefined) return;
    this.move(side, Math.floor(this.clip[side]) + seconds);
    this.options.onPoint(undefined);
    this.drop();
  }

  private addHandle(side: ClipSide): HTMLElement {
    const attr = { role: 'slider', tabindex: '0', 'aria-label': SIDE_NAMES[side], 'aria-valuemin': '0' };
    const handle = this.el.createDiv({ cls: ['playhead-handle', `is-${side}`], attr });
    handle.addEventListener('pointerdown', (event) => {
      if (event.button !== 0) return;
      // Otherwise the track would seek there.
      event.stopPropagation();
      event.preventDefault();
      handle.focus();
      handle.setPointerCapture(event.pointerId);
      this.held = side;
      this.heldBeside = this.secondsOf(event) - (this.clip?.[side] ?? 0);
    });
    handle.addEventListener('pointermove', (event) => {
      event.stopPropagation();
      if (this.held !== side) return;
      this.move(side, Math.round(this.secondsOf(event) - this.heldBeside));
    });
    handle.addEventListener('pointerenter', () => {
      if (this.held === undefined) this.point(side, this.clip);
    });
    handle.addEventListener('pointerleave', () => {
      if (this.held === undefined) this.options.onPoint(undefined);
    });
    for (const type of ['pointerup', 'pointercancel'] as const) {
      handle.addEventListener(type, (event) => {
        event.stopPropagation();
        this.held = undefined;
        if (type === 'pointerup') this.drop();
        else this.forget();
      });
    }
    handle.addEventListener('keydown', (event) => this.press(side, event));
    // Repeated keys are one change.
    handle.addEventListener('keyup', () => this.drop());
    handle.addEventListener('blur', () => {
      if (this.held !== undefined) return;
      this.drop();
      this.options.onPoint(undefined);
    });
    return handle;
  }

  private secondsOf({ clientX }: PointerEvent): number {
    return this.options.secondsAt(clientX - this.options.layer.getBoundingClientRect().left);
  }

  private press(side: ClipSide, event: KeyboardEvent): void {
    const forward = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 }[event.key];
    const clip = this.moved ?? this.clip;
    if (event.key === 'Escape' && this.moved !== undefined) this.forget();
    else if (forward === undefined || clip === undefined || event.ctrlKey || event.metaKey || event.altKey)
      return;
    else this.move(side, Math.floor(clip[side]) + forward * (event.shiftKey ? STEP.large : STEP.small));
    event.preventDefault();
    event.stopPropagation();
  }

  private move(side: ClipSide, seconds: number): void {
    const clip = this.moved ?? this.clip;
    if (clip === undefined) return;
    const { start, end } = clip;
    const length = this.options.length() ?? Infinity;
    this.moved =
      side === 'start'
        ? { start: Math.max(0, Math.min(seconds, Math.ceil(end) - SHORTEST)), end }
        : { start, end: Math.min(Math.max(seconds, Math.floor(start) + SHORTEST), length) };
    this.point(side, this.moved);
    this.draw();
  }

  private point(side: ClipSide, clip: Clip | undefined): void {
    this.options.onPoint(clip === undefined ? undefined : { side, clip });
  }

  private drop(): void {
    const { moved, clip } = this;
    this.moved = undefined;
    if (moved === undefined || clip === undefined) return;
    // Until the note is written: the user may move the handle again before that.
    this.clip = moved;
    this.draw();
    if (moved.start !== clip.start || moved.end !== clip.end) this.options.onChange(moved);
  }

  private forget(): void {
    this.moved = undefined;
    this.draw();
  }

  private draw(clip: Clip | undefined = this.moved ?? this.clip): void {
    if (clip === undefined) return;
    const length = this.options.length();
    const [from, to] = [partAt(clip.start, length), partAt(clip.end, length)];
    this.el.setCssProps({ '--playhead-from': from.toFixed(5), '--playhead-to': to.toFixed(5) });
    this.options.onDraw(clip);
    for (const side of SIDES) {
      const seconds = clip[side];
      this.handles[side].setAttrs({
        'aria-valuenow': Math.floor(seconds),
        'aria-valuemax': Math.floor(length ?? 0),
        'aria-valuetext': `${spokenTimecode(Math.floor(seconds))}, ${formatCompact(seconds)}`,
      });
    }
  }
}
