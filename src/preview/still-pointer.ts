// A pointer that rests while the user does something else: what comes under it was moved there, and is not looked at.

const MODIFIERS: readonly string[] = ['Control', 'Meta', 'Shift', 'Alt', 'AltGraph', 'CapsLock'];

export class StillPointer {
  /** Its place when the user turned to something else, until it moves. */
  private at: MouseEvent | undefined;
  private tracking: AbortController | undefined;

  /** `typed` is called when a key is pressed, or text changes, while the pointer is watched. */
  constructor(private readonly typed: () => void) {}

  /** Whether it has not moved since then. */
  isStill({ screenX, screenY }: MouseEvent): boolean {
    return screenX === this.at?.screenX && screenY === this.at.screenY;
  }

  /** Follows it from here, with what the user types meanwhile. */
  track(event: MouseEvent): void {
    this.forget();
    this.listen(event);
  }

  /** The user has turned to something else, with the pointer here. */
  stand(event: MouseEvent): void {
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
    // Nothing is taken from who else hears of it.
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
