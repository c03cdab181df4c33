// A preview in a dialog, for devices without a pointer: opened from a menu, closed by a tap beside it.
import { Component, Modal, type App } from 'obsidian';
import { words } from '../texts/texts';

export class PreviewModal extends Modal {
  private readonly life = new Component();

  constructor(
    app: App,
    private readonly build: (el: HTMLElement, modal: PreviewModal) => Component,
  ) {
    super(app);
  }

  override onOpen(): void {
    this.modalEl.addClass('playhead-preview-modal');
    this.setTitle(words.shared.preview);
    this.life.load();
    this.life.addChild(this.build(this.contentEl, this));
  }

  override onClose(): void {
    this.life.unload();
    this.contentEl.empty();
  }
}
