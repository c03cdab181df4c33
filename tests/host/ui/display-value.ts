// The API's display value: what a row's own page is set to, said on the row.
import type * as Obsidian from 'obsidian';
import { setIcon } from './icons';

export class DisplayValueComponent implements Obsidian.DisplayValueComponent {
  readonly valueEl: HTMLElement;
  readonly #statusEl: HTMLElement;

  constructor(containerEl: HTMLElement) {
    const boxEl = containerEl.createDiv('setting-item-display-value');
    this.#statusEl = boxEl.createSpan('setting-item-status');
    this.valueEl = boxEl.createSpan('setting-item-value');
  }

  setValue(value: string | null): this {
    this.valueEl.setText(value ?? '');
    return this;
  }

  setStatus(status: 'warning' | null): this {
    this.#statusEl.toggleClass('mod-warning', status === 'warning');
    if (status === 'warning') setIcon(this.#statusEl, 'triangle-alert');
    else this.#statusEl.empty();
    return this;
  }
}
