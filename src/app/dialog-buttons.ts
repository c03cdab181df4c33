// The buttons at the end of a dialog that asks for something: one gives up, the other does it.
import { Setting, type Modal } from 'obsidian';
import { words } from '../texts/texts';

/** Adds them; giving up closes the dialog. */
export function addDialogButtons(modal: Modal, label: string, onAgree: () => void): void {
  new Setting(modal.contentEl)
    .addButton((button) => button.setButtonText(words.shared.cancel).onClick(() => modal.close()))
    .addButton((button) => button.setButtonText(label).setCta().onClick(onAgree));
}
