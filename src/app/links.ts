// Opens links outside the app, and copies them.
import { Notice } from 'obsidian';
import { attempt } from './report';
import { words } from '../texts/texts';

/**
 * Opens an address outside the app: in the browser, or where the user has told the app to open it. The app replaces `open` only in
 * the main window; in a pop-out it is the browser engine's own.
 */
export function openAddress(url: string): void {
  window.open(url);
}

/**
 * Copies a link, and tells the user; without a link it tells the user that there is none. Only the focused window may write to the
 * clipboard.
 */
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
