// Prompts: an input with a list of suggestions below it, as the command palette and the quick switcher are.
import type * as Obsidian from 'obsidian';
import type { App } from '../app';
import { prepareFuzzySearch, renderMatches } from './fuzzy';
import { Modal } from './modal';

export abstract class SuggestModal<T> extends Modal implements Obsidian.SuggestModal<T> {
  limit = 100;
  emptyStateText = 'No match found.';
  readonly inputEl: HTMLInputElement;
  readonly resultContainerEl: HTMLElement;
  readonly #instructionsEl: HTMLElement;
  #shown: { value: T; el: HTMLElement }[] = [];
  #selected = 0;

  constructor(app: App) {
    super(app);
    this.modalEl.empty();
    this.modalEl.className = 'prompt';
    const inputContainer = this.modalEl.createDiv('prompt-input-container');
    this.inputEl = inputContainer.createEl('input', { cls: 'prompt-input', type: 'text' });
    this.inputEl.setAttrs({ autocapitalize: 'off', spellcheck: 'false' });
    this.resultContainerEl = this.modalEl.createDiv('prompt-results');
    this.#instructionsEl = this.modalEl.createDiv('prompt-instructions');
    this.inputEl.addEventListener('input', () => void this.#update());
    this.scope.register([], 'ArrowDown', () => this.#select(this.#selected + 1));
    this.scope.register([], 'ArrowUp', () => this.#select(this.#selected - 1));
    this.scope.register(null, 'Enter', (event) => {
      if (event.isComposing) return undefined;
      this.selectActiveSuggestion(event);
      return false;
    });
  }

  abstract getSuggestions(query: string): T[] | Promise<T[]>;
  abstract renderSuggestion(value: T, el: HTMLElement): void;
  abstract onChooseSuggestion(item: T, evt: MouseEvent | KeyboardEvent): void;

  override open(): void {
    super.open();
    this.inputEl.focus();
    void this.#update();
  }

  setPlaceholder(placeholder: string): void {
    this.inputEl.placeholder = placeholder;
  }

  setInstructions(instructions: Obsidian.Instruction[]): void {
    this.#instructionsEl.empty();
    for (const { command, purpose } of instructions) {
      const el = this.#instructionsEl.createDiv('prompt-instruction');
      el.createSpan({ cls: 'prompt-instruction-command', text: command });
      el.createSpan({ text: purpose });
    }
  }

  onNoSuggestion(): void {
    this.resultContainerEl.createDiv({ cls: 'suggestion-empty', text: this.emptyStateText });
  }

  selectSuggestion(value: T, evt: MouseEvent | KeyboardEvent): void {
    this.close();
    this.onChooseSuggestion(value, evt);
  }

  selectActiveSuggestion(evt: MouseEvent | KeyboardEvent): void {
    const chosen = this.#shown[this.#selected];
    if (chosen !== undefined) this.selectSuggestion(chosen.value, evt);
  }

  async #update(): Promise<void> {
    const query = this.inputEl.value;
    const values = await this.getSuggestions(query);
    // A slower answer to an older query must not replace a newer one.
    if (query !== this.inputEl.value) return;
    this.resultContainerEl.empty();
    this.#shown = values.slice(0, this.limit).map((value) => ({ value, el: this.#row(value) }));
    if (this.#shown.length === 0) this.onNoSuggestion();
    this.#select(0);
  }

  #row(value: T): HTMLElement {
    const el = this.resultContainerEl.createDiv('suggestion-item');
    this.renderSuggestion(value, el);
    el.addEventListener('click', (event) => {
      this.selectSuggestion(value, event);
    });
    el.addEventListener('mousemove', () => {
      this.#select(this.#shown.findIndex((one) => one.el === el));
    });
    return el;
  }

  #select(index: number): false {
    const count = this.#shown.length;
    this.#shown[this.#selected]?.el.removeClass('is-selected');
    this.#selected = count === 0 ? 0 : (index + count) % count;
    const el = this.#shown[this.#selected]?.el;
    el?.addClass('is-selected');
    el?.scrollIntoView({ block: 'nearest' });
    return false;
  }
}

export abstract class FuzzySuggestModal<T>
  extends SuggestModal<Obsidian.FuzzyMatch<T>>
  implements Obsidian.FuzzySuggestModal<T>
{
  abstract getItems(): T[];
  abstract getItemText(item: T): string;
  abstract onChooseItem(item: T, evt: MouseEvent | KeyboardEvent): void;

  getSuggestions(query: string): Obsidian.FuzzyMatch<T>[] {
    const search = prepareFuzzySearch(query);
    const found = this.getItems().flatMap((item) => {
      const match = search(this.getItemText(item));
      return match === null ? [] : [{ item, match }];
    });
    return query === '' ? found : found.sort((a, b) => b.match.score - a.match.score);
  }

  renderSuggestion({ item, match }: Obsidian.FuzzyMatch<T>, el: HTMLElement): void {
    renderMatches(el, this.getItemText(item), match.matches);
  }

  onChooseSuggestion({ item }: Obsidian.FuzzyMatch<T>, evt: MouseEvent | KeyboardEvent): void {
    this.onChooseItem(item, evt);
  }
}
