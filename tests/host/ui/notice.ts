// Notices: short messages in a corner of the active window. A click or their time ends them.
import type * as Obsidian from 'obsidian';

const DEFAULT_DURATION = 5000;

export class Notice implements Obsidian.Notice {
  readonly containerEl: HTMLElement;
  readonly messageEl: HTMLElement;
  readonly #boxEl: HTMLElement;

  constructor(message: string | DocumentFragment, duration = DEFAULT_DURATION) {
    const { body } = activeDocument;
    const list = body.querySelector<HTMLElement>(':scope > .notice-container');
    this.containerEl = list ?? body.createDiv('notice-container');
    this.#boxEl = this.containerEl.createDiv('notice');
    this.messageEl = this.#boxEl.createDiv('notice-message');
    this.setMessage(message);
    this.#boxEl.addEventListener('click', () => {
      this.hide();
    });
    if (duration > 0) {
      window.setTimeout(() => {
        this.hide();
      }, duration);
    }
  }

  get noticeEl(): HTMLElement {
    return this.#boxEl;
  }

  setMessage(message: string | DocumentFragment): this {
    this.messageEl.setText(message);
    return this;
  }

  hide(): void {
    this.#boxEl.detach();
    if (this.containerEl.childElementCount === 0) this.containerEl.detach();
  }
}
