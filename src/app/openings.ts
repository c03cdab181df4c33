// The dialogs, menus and notices with buttons that the plugin has opened: all close when the plugin ends.
import { Notice, type Menu, type Modal } from 'obsidian';

/** Milliseconds that an offer stays. */
const OFFER_STAYS = 12_000;

interface Opening {
  readonly isOpen: () => boolean;
  readonly close: () => void;
}

export class Openings {
  private openings: readonly Opening[] = [];
  private isEnded = false;

  /** Opens a dialog, unless the plugin has ended meanwhile. */
  openModal(modal: Modal): void {
    if (this.isEnded) return;
    this.add({
      isOpen: () => modal.containerEl.isConnected,
      close: () => modal.close(),
    });
    modal.open();
  }

  /** Takes a menu that is about to be shown. */
  addMenu(menu: Menu): void {
    let isOpen = true;
    menu.onHide(() => {
      isOpen = false;
    });
    this.add({
      isOpen: () => isOpen,
      close: () => {
        menu.hide();
      },
    });
  }

  /** A notice with a button. */
  offer(text: string, button: string, act: () => void): Notice {
    const message = createFragment((fragment) => {
      fragment.createDiv({ text });
      fragment
        .createEl('button', { cls: 'playhead-notice-button', text: button })
        .addEventListener('click', act);
    });
    const notice = new Notice(message, OFFER_STAYS);
    this.add({
      isOpen: () => notice.messageEl.isConnected,
      close: () => notice.hide(),
    });
    return notice;
  }

  /** Closes all of them; after this none opens any more. */
  readonly dispose = (): void => {
    this.isEnded = true;
    // The last one first: when it closes, the one below may get the focus back.
    for (const { close } of [...this.openings].reverse()) close();
    this.openings = [];
  };

  /** One that has closed by itself is forgotten when the next one comes. */
  private add(opening: Opening): void {
    this.openings = [...this.openings.filter(({ isOpen }) => isOpen()), opening];
  }
}
