// The API's search field: an input with a button that empties it.
import type * as Obsidian from 'obsidian';
import { AbstractTextComponent } from './controls';
import { setTooltip } from './tooltip';

export class SearchComponent
  extends AbstractTextComponent<HTMLInputElement>
  implements Obsidian.SearchComponent
{
  readonly clearButtonEl: HTMLElement;

  constructor(containerEl: HTMLElement) {
    const fieldEl = containerEl.createDiv('search-input-container');
    super(fieldEl.createEl('input', { type: 'search' }));
    this.inputEl.setAttrs({ enterkeyhint: 'search', spellcheck: 'false' });
    this.clearButtonEl = fieldEl.createDiv('search-input-clear-button');
    setTooltip(this.clearButtonEl, 'Clear search');
    this.clearButtonEl.addEventListener('click', () => {
      this.setValue('');
      this.inputEl.focus();
      this.onChanged();
    });
    this.#showClearButton();
  }

  override setValue(value: string): this {
    super.setValue(value);
    this.#showClearButton();
    return this;
  }

  override onChanged(): void {
    this.#showClearButton();
    super.onChanged();
  }

  #showClearButton(): void {
    this.clearButtonEl.toggle(this.getValue() !== '');
  }
}
