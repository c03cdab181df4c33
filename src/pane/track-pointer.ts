// The pointer on a track: resting, pressing, dragging.

export interface TrackPointerOptions {
  readonly track: HTMLElement;
  /** The pointer is `x` pixels from the start of the track; undefined when it has left. */
  readonly onHover: (x: number | undefined, event: PointerEvent) => void;
  /** The button was pressed or released. */
  readonly onGrab: (isHeld: boolean) => void;
  readonly onDrag: (x: number) => void;
  readonly onDrop: (x: number) => void;
  readonly onPress: (x: number, byTouch: boolean) => void;
  /** The app took the pointer away during a drag. */
  readonly onCancel: () => void;
}

/** Pixels. A pointer that moves less is pressing, not dragging. */
const DRAG_THRESHOLD = 4;

export class TrackPointer {
  /** The x at which the button was pressed; undefined while it is not. */
  private from: number | undefined;
  private isDragging = false;

  constructor(private readonly options: TrackPointerOptions) {
    const { track, onHover } = options;
    track.addEventListener('pointerdown', (event) => this.down(event));
    track.addEventListener('pointermove', (event) => this.move(event));
    track.addEventListener('pointerup', (event) => this.up(event));
    track.addEventListener('pointercancel', (event) => {
      if (this.isDragging) options.onCancel();
      this.end();
      onHover(undefined, event);
    });
    track.addEventListener('pointerleave', (event) => {
      if (this.from === undefined) onHover(undefined, event);
    });
  }

  private down(event: PointerEvent): void {
    if (event.button !== 0) return;
    const { track } = this.options;
    // A drag goes on outside of the track.
    track.setPointerCapture(event.pointerId);
    this.from = this.xOf(event);
    this.options.onGrab(true);
  }

  private move(event: PointerEvent): void {
    const x = this.xOf(event);
    this.isDragging ||= this.from !== undefined && Math.abs(x - this.from) >= DRAG_THRESHOLD;
    if (this.isDragging) this.options.onDrag(x);
    this.options.onHover(x, event);
  }

  private up(event: PointerEvent): void {
    if (this.from === undefined) return;
    const x = this.xOf(event);
    const byTouch = event.pointerType === 'touch';
    if (this.isDragging) this.options.onDrop(x);
    else this.options.onPress(x, byTouch);
    this.end();
    if (byTouch) this.options.onHover(undefined, event);
  }

  private end(): void {
    this.options.onGrab(false);
    this.from = undefined;
    this.isDragging = false;
  }

  private xOf(event: PointerEvent): number {
    return event.clientX - this.options.track.getBoundingClientRect().left;
  }
}
