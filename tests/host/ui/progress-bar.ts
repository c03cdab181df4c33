// The API's progress bar, from 0 to 100.
import type * as Obsidian from 'obsidian';
import { ValueComponent } from './controls';

export class ProgressBarComponent extends ValueComponent<number> implements Obsidian.ProgressBarComponent {
  readonly #barEl: HTMLElement;
  readonly #innerEl: HTMLElement;
  #value = 0;

  constructor(containerEl: HTMLElement) {
    super();
    this.#barEl = containerEl.createDiv('setting-progress-bar');
    this.#barEl.setAttrs({ role: 'progressbar', 'aria-valuemin': 0, 'aria-valuemax': 100 });
    this.#innerEl = this.#barEl.createDiv('setting-progress-bar-inner');
    this.setValue(0);
  }

  getValue(): number {
    return this.#value;
  }

  setValue(value: number): this {
    this.#value = Math.clamp(value, 0, 100);
    this.#innerEl.setCssStyles({ width: `${this.#value}%` });
    this.#barEl.setAttr('aria-valuenow', this.#value);
    return this;
  }
}
