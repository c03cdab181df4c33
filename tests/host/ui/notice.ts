// Notices: short messages in a corner of the active window. A click or their time ends them.
import type * as Obsidian from 'obsidian';

const DEFAULT_DURATION = 5000;

export class Notice implements Obsidian.Notice {
  readonly containerEl: HTMLElement;
  readonly messageEl: HTMLElement;
  readonly #timer: number | undefined;

  constructor(message: string | DocumentFragment, duration = DEFAULT_DURATION) {
    const { body, defaultView } = activeDocument;
    const listEl =
      body.querySelector<HTMLElement>(':scope > .notice-container') ?? body.createDiv('notice-container');
    this.containerEl = listEl.createDiv({ cls: 'notice', attr: { role: 'status' } });
    this.messageEl = this.containerEl.createDiv('notice-message');
    this.setMessage(message);
    this.containerEl.addEventListener('click', () => this.hide());
    if (duration > 0) {
      this.#timer = defaultView?.setTimeout(() => this.hide(), duration);
    }
  }

  /** Deprecated: the message. */
  get noticeEl(): HTMLElement {
    return this.messageEl;
  }

  setMessage(message: string | DocumentFragment): this {
    this.messageEl.setText(message);
    return this;
  }

  hide(): void {
    const { parentElement, win } = this.containerEl;
    win.clearTimeout(this.#timer);
    this.containerEl.detach();
    if (parentElement?.childElementCount === 0) parentElement.detach();
  }
}
