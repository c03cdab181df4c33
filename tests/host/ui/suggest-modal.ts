// Prompts: an input with a list of suggestions below it, as the command palette and the quick switcher are.
import type * as Obsidian from 'obsidian';
import type { App } from '../app';
import { prepareFuzzySearch, renderMatches } from './fuzzy';
import { Modal } from './modal';
import { drawInstructions, SuggestionList } from './suggestion-list';

export abstract class SuggestModal<T> extends Modal implements Obsidian.SuggestModal<T> {
  limit = 100;
  emptyStateText = 'No match found.';
  readonly inputEl: HTMLInputElement;
  readonly resultContainerEl: HTMLElement;
  readonly chooser: SuggestionList<T>;
  readonly #instructionsEl: HTMLElement;

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
    this.chooser = new SuggestionList(this, this.resultContainerEl, this.scope);
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
    drawInstructions(this.#instructionsEl, instructions);
  }

  onNoSuggestion(): void {
    this.resultContainerEl.createDiv({ cls: 'suggestion-empty', text: this.emptyStateText });
  }

  selectSuggestion(value: T, evt: MouseEvent | KeyboardEvent): void {
    this.close();
    this.onChooseSuggestion(value, evt);
  }

  selectActiveSuggestion(evt: MouseEvent | KeyboardEvent): void {
    this.chooser.useSelectedItem(evt);
  }

  async #update(): Promise<void> {
    const query = this.inputEl.value;
    const values = await this.getSuggestions(query);
    // A slower answer to an older query must not replace a newer one.
    if (query !== this.inputEl.value) return;
    this.chooser.setSuggestions(values.slice(0, this.limit));
    if (values.length === 0) this.onNoSuggestion();
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
