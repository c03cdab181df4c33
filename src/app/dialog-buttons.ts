// The two buttons at the end of a dialog that asks a question: cancel, and do it.
import { Setting, type Modal } from 'obsidian';
import { words } from '../texts/texts';

/** Adds the two buttons; cancel closes the dialog. */
export function addDialogButtons(modal: Modal, label: string, onAgree: () => void): void {
  new Setting(modal.contentEl)
    .addButton((button) => button.setButtonText(words.shared.cancel).onClick(() => modal.close()))
    .addButton((button) => button.setButtonText(label).setCta().onClick(onAgree));
}
