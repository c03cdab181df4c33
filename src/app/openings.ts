// The windows that the plugin has opened over the app, all of which close with the plugin: dialogs, menus, notices that offer something.
import type { Menu, Modal, Notice } from 'obsidian';

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

  /** A menu that is about to be shown. */
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

  addNotice(notice: Notice): void {
    this.add({
      isOpen: () => notice.messageEl.isConnected,
      close: () => notice.hide(),
    });
  }

  /** Closes all; nothing opens any more. */
  readonly dispose = (): void => {
    this.isEnded = true;
    // The one on top first: what is below may take the focus back.
    for (const { close } of [...this.openings].reverse()) close();
    this.openings = [];
  };

  /** A window that has closed by itself is forgotten with the next one. */
  private add(opening: Opening): void {
    this.openings = [...this.openings.filter(({ isOpen }) => isOpen()), opening];
  }
}
