// A pointer that rests while the user does something else: an element that moves under it gets no preview.

const MODIFIERS: readonly string[] = ['Control', 'Meta', 'Shift', 'Alt', 'AltGraph', 'CapsLock'];

export class StillPointer {
  /** The position when the user turned to something else; undefined once the pointer has moved. */
  private at: MouseEvent | undefined;
  private tracking: AbortController | undefined;

  /** `typed` is called when a key is pressed or text is entered while the pointer is tracked. */
  constructor(private readonly typed: () => void) {}

  /** Whether the pointer has not moved since then. */
  isStill({ screenX, screenY }: MouseEvent): boolean {
    return screenX === this.at?.screenX && screenY === this.at.screenY;
  }

  /** Tracks the pointer, and what the user types. */
  track(event: MouseEvent): void {
    this.forget();
    this.listen(event);
  }

  /** The user turns to something else, with the pointer at this position. */
  rest(event: MouseEvent): void {
    this.track(event);
    this.at = event;
  }

  forget(): void {
    this.at = undefined;
    this.tracking?.abort();
    this.tracking = undefined;
  }

  private listen(event: MouseEvent): void {
    const { doc } = event.targetNode ?? {};
    this.tracking = new AbortController();
    // Other listeners still get the events.
    const options = { capture: true, signal: this.tracking.signal };
    let last = event;
    const turn = (): void => {
      this.at = last;
      this.typed();
    };
    doc?.addEventListener(
      'mousemove',
      (moved) => {
        if (!this.isStill(moved)) this.at = undefined;
        last = moved;
      },
      options,
    );
    doc?.addEventListener(
      'keydown',
      ({ key }) => {
        if (!MODIFIERS.includes(key)) turn();
      },
      options,
    );
    doc?.addEventListener('beforeinput', turn, options);
  }
}
