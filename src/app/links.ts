// Links that leave the app: opened, or copied.
import { Notice } from 'obsidian';
import { attempt } from './report';
import { words } from '../texts/texts';

/**
 * Opens an address outside the app: in the browser, or where the app has been told to. Only the main window's `open` is the
 * app's own; that of a window which was popped out is the browser engine's.
 */
export function openAddress(url: string): void {
  window.open(url);
}

/** Copies a link, and says so; also if there is none. Only the window that has the focus may write to the clipboard. */
export function copyLink(link: string | undefined, win: Window = activeWindow): void {
  if (link === undefined) {
    new Notice(words.shared.unlinkableFile);
    return;
  }
  attempt(words.actions.copyLink, async () => {
    await win.navigator.clipboard.writeText(link);
    new Notice(words.app.linkCopied);
  });
}
