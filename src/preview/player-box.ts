// The box of a preview's player: in the body of the window, laid over the popover's stage. It is never in the popover, since the app
// takes that out of the document before it tells so, and a frame that leaves the document is lost.

/** Hidden until the player has anything to show, and then as it is: nobody may change how a player of YouTube looks. */
export type Look = 'hidden' | 'clear';

export class PlayerBox {
  readonly el: HTMLElement;
  private box = '';

  constructor(readonly doc: Document) {
    // Inert: nothing in it takes the focus, and the pointer meets the popover below it.
    this.el = doc.body.createDiv({
      cls: 'playhead-preview-player is-parked',
      attr: { inert: '', 'aria-hidden': 'true' },
    });
  }

  /** Shows it where `stage` is now. */
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

  /** Out of sight, as large as it was: a player that changes its size draws itself anew. */
  park(): void {
    this.el.addClass('is-parked');
  }

  remove(): void {
    this.el.remove();
  }
}
