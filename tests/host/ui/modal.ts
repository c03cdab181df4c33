// Dialogs over the app: focus is kept inside, Escape or a click beside closes, the caret comes back afterwards.
import type * as Obsidian from 'obsidian';
import type { App } from '../app';
import { Scope } from './keymap';

let count = 0;

export class Modal implements Obsidian.Modal {
  readonly scope = new Scope();
  readonly containerEl = createDiv('modal-container mod-dim');
  readonly modalEl: HTMLElement;
  readonly titleEl: HTMLElement;
  readonly contentEl: HTMLElement;
  shouldRestoreSelection = true;
  #restore: (() => void) | undefined;
  #closeCallback: (() => unknown) | undefined;
  #isOpen = false;

  constructor(readonly app: App) {
    const background = this.containerEl.createDiv('modal-bg');
    this.modalEl = this.containerEl.createDiv('modal');
    const closeButton = this.modalEl.createDiv('modal-close-button');
    const header = this.modalEl.createDiv('modal-header');
    this.titleEl = header.createDiv('modal-title');
    this.contentEl = this.modalEl.createDiv('modal-content');
    this.titleEl.id = `modal-title-${++count}`;
    this.modalEl.setAttrs({
      role: 'dialog',
      'aria-modal': 'true',
      'aria-labelledby': this.titleEl.id,
      tabindex: '-1',
    });
    closeButton.setAttr('aria-label', 'Close');
    for (const el of [background, closeButton]) {
      el.addEventListener('click', () => this.close());
    }
    this.scope.register([], 'Escape', () => {
      this.onEscapeKey();
      return false;
    });
    this.scope.register(null, 'Tab', (event) => this.#cycleFocus(event));
  }

  open(): void {
    if (this.#isOpen) return;
    this.#isOpen = true;
    this.#restore = keepSelection(activeDocument);
    this.app.keymap.pushScope(this.scope);
    activeDocument.body.appendChild(this.containerEl);
    void this.onOpen();
    if (!this.modalEl.contains(activeDocument.activeElement)) (this.#focusable()[0] ?? this.modalEl).focus();
  }

  close(): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    this.app.keymap.popScope(this.scope);
    this.containerEl.detach();
    if (this.shouldRestoreSelection) this.#restore?.();
    this.onClose();
    this.#closeCallback?.();
  }

  onOpen(): Promise<void> | void {
    // For subclasses.
  }

  onClose(): void {
    // For subclasses.
  }

  /** The app's own: what Escape does. */
  onEscapeKey(): void {
    this.close();
  }

  setTitle(title: string): this {
    this.titleEl.setText(title);
    return this;
  }

  setContent(content: string | DocumentFragment): this {
    this.contentEl.setText(content);
    return this;
  }

  setCloseCallback(callback: () => unknown): this {
    this.#closeCallback = callback;
    return this;
  }

  onHistoryBack(): void {
    this.close();
  }

  #focusable(): HTMLElement[] {
    const selector = 'input, textarea, select, button, a[href], [tabindex="0"]';
    return this.contentEl.findAll(selector).filter((el) => el.isShown());
  }

  #cycleFocus(event: KeyboardEvent): false | undefined {
    const stops = this.#focusable();
    const { activeElement } = this.modalEl.doc;
    const last = event.shiftKey ? stops[0] : stops.at(-1);
    const isInside = this.modalEl.contains(activeElement);
    if (stops.length > 0 && isInside && activeElement !== last) return undefined;
    (event.shiftKey ? stops.at(-1) : stops[0])?.focus();
    return false;
  }
}

/** Notes what has the focus and what is selected; the function that is returned brings both back. */
function keepSelection(doc: Document): () => void {
  const { activeElement } = doc;
  const selection = doc.getSelection();
  const range = selection !== null && selection.rangeCount > 0 ? selection.getRangeAt(0) : undefined;
  return () => {
    (activeElement as HTMLElement | null)?.focus({ preventScroll: true });
    // A field brings its own.
    if (range === undefined || activeElement !== doc.body || !range.startContainer.isConnected) return;
    doc.getSelection()?.removeAllRanges();
    doc.getSelection()?.addRange(range);
  };
}
