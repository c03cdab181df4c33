// The app's own popover with a preview in it: built when it is shown, ended when it is hidden.
import { HoverPopover, type Component, type HoverParent, type Point } from 'obsidian';

/** How long the pointer rests before anything happens. Milliseconds. */
const REST = 300;

export interface PreviewPopoverOptions {
  readonly parent: HoverParent;
  readonly targetEl: HTMLElement;
  /** Where it stands, if not at its target. */
  readonly at?: Point | undefined;
  /** Makes what is shown. Called when the popover is: nothing has happened before. */
  readonly build: (el: HTMLElement) => Component;
}

export class PreviewPopover extends HoverPopover {
  private readonly build: PreviewPopoverOptions['build'];
  private isShown = false;

  constructor({ parent, targetEl, at, build }: PreviewPopoverOptions) {
    super(parent, targetEl, REST, at);
    this.build = build;
  }

  /** Whether it is on screen now. */
  get isOpen(): boolean {
    return this.isShown;
  }

  override onload(): void {
    this.isShown = true;
    this.hoverEl.addClass('playhead-preview-popover');
    // A press on a button of it takes the focus from nowhere.
    this.registerDomEvent(this.hoverEl, 'mousedown', (event) => {
      event.preventDefault();
    });
    this.addChild(this.build(this.hoverEl));
    // Not among what Tab leads to: the focus would keep the popover, and be far from the note.
    for (const button of this.hoverEl.findAll('button')) button.tabIndex = -1;
  }

  override onunload(): void {
    this.isShown = false;
  }

  /** Ends it, shown or not yet. The public API leaves that to the pointer; what a popover is called off with may be missing. */
  close(): void {
    const { hide } = this as { readonly hide?: unknown };
    if (typeof hide === 'function') {
      hide.call(this);
      return;
    }
    this.unload();
    this.hoverEl.remove();
  }
}
