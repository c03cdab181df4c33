// The API's suggestions for a text field: below it, while it has the focus.
import type * as Obsidian from 'obsidian';
import type { App } from '../app';
import { PopoverSuggest } from './popover-suggest';

const DEFAULT_LIMIT = 100;

export abstract class AbstractInputSuggest<T>
  extends PopoverSuggest<T>
  implements Omit<Obsidian.AbstractInputSuggest<T>, 'onSelect'>
{
  limit = DEFAULT_LIMIT;
  #callback: ((value: T, evt: MouseEvent | KeyboardEvent) => unknown) | undefined;
  #turn = 0;

  constructor(
    app: App,
    readonly textInputEl: HTMLInputElement | HTMLDivElement,
  ) {
    super(app);
    for (const type of ['focus', 'input'] as const) {
      textInputEl.addEventListener(type, () => void this.#ask());
    }
    textInputEl.addEventListener('blur', () => this.close());
  }

  protected abstract getSuggestions(query: string): T[] | Promise<T[]>;

  getValue(): string {
    return 'value' in this.textInputEl ? this.textInputEl.value : this.textInputEl.textContent;
  }

  setValue(value: string): void {
    if ('value' in this.textInputEl) this.textInputEl.value = value;
    else this.textInputEl.setText(value);
  }

  selectSuggestion(value: T, evt: MouseEvent | KeyboardEvent): void {
    this.#callback?.(value, evt);
  }

  onSelect(callback: (value: T, evt: MouseEvent | KeyboardEvent) => unknown): this {
    this.#callback = callback;
    return this;
  }

  override close(): void {
    this.#turn++;
    super.close();
  }

  async #ask(): Promise<void> {
    const turn = ++this.#turn;
    const values = await this.getSuggestions(this.getValue());
    // The field was left meanwhile, or says something else.
    if (turn !== this.#turn) return;
    const el = this.textInputEl;
    const shown = this.limit > 0 ? values.slice(0, this.limit) : values;
    this.showBeside(shown, { doc: el.doc, place: () => el.getBoundingClientRect() });
  }
}
