// The API's pages below a settings tab: a bar with the way back and the title, and what the page shows.
import type * as Obsidian from 'obsidian';
import { setIcon } from '../icons';
import { pressable } from '../pressable';
import { setTooltip } from '../tooltip';

export abstract class SettingPage implements Obsidian.SettingPage {
  readonly rootEl = createDiv('setting-page vertical-tab-content');
  readonly titlebarEl = this.rootEl.createDiv('setting-page-titlebar');
  readonly containerEl = this.rootEl.createDiv('setting-page-content');
  title = '';

  abstract display(): void;

  hide(): void {
    // For subclasses.
  }
}

/** Writes a page's bar anew. */
export function fillTitlebar(
  { titlebarEl, title }: Pick<Obsidian.SettingPage, 'titlebarEl' | 'title'>,
  goBack: () => void,
): void {
  titlebarEl.empty();
  const backEl = titlebarEl.createDiv('clickable-icon setting-page-back-button');
  setIcon(backEl, 'chevron-left');
  setTooltip(backEl, 'Back');
  pressable(backEl, goBack);
  titlebarEl.createDiv({ cls: 'setting-page-title', text: title });
}
