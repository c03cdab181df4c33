// Links that leave the app: opened, or copied.
import { Notice } from 'obsidian';
import { attempt } from './report';

/** Opens an address outside the app, from the window that the user is in. */
export function openAddress(url: string, win: Window = activeWindow): void {
  win.open(url);
}

/** Copies a link, and says so. Only the window that has the focus may write to the clipboard. */
export function copyLink(link: string, win: Window = activeWindow): void {
  attempt('copy the link', async () => {
    await win.navigator.clipboard.writeText(link);
    new Notice('Link copied to clipboard.');
  });
}
