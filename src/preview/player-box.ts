// The box of a preview's player, in the body of the window, over the popover's stage. It is not in the popover: the app removes
// that from the document before it reports so, and a frame that leaves the document loses its page.

/** Hidden until the player shows its video, then unchanged: YouTube does not allow anything to change the look of its player. */
export type Look = 'hidden' | 'clear';

export class PlayerBox {
  readonly el: HTMLElement;
  private box = '';

  constructor(readonly doc: Document) {
    // Inert: the focus does not enter it, and the pointer reaches the popover below.
    this.el = doc.body.createDiv({
      cls: 'playhead-preview-player is-parked',
      attr: { inert: '', 'aria-hidden': 'true' },
    });
  }

  /** Shows it at the present place of `stage`. */
  cover(stage: HTMLElement, look: Look): void {
    const { left, top, width, height } = stage.getBoundingClientRect();
    const place = [left, top, width, height].join();
    if (place !== this.box) {
      this.el.setCssProps({
        '--playhead-x': `${left}px`,
        '--playhead-y': `${top}px`,
        '--playhead-width': `${width}px`,
        '--playhead-height': `${height}px`,
      });
    }
    this.box = place;
    this.el.removeClass('is-parked');
    this.el.dataset.look = look;
  }

  /** Hides it at its size: a player that changes its size draws itself anew. */
  park(): void {
    this.el.addClass('is-parked');
  }

  remove(): void {
    this.el.remove();
  }
}
