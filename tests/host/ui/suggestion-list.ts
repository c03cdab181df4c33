// A list of suggestions, one of which is selected: drawn by its owner, walked by keys and pointer.
import type * as Obsidian from 'obsidian';
import type { Scope } from './keymap';

/** How many entries a page key passes. */
const PAGE = 10;

type Chosen = MouseEvent | KeyboardEvent;

interface Owner<T> {
  renderSuggestion(value: T, el: HTMLElement): void;
  selectSuggestion(value: T, evt: Chosen): void;
}

export class SuggestionList<T> {
  values: readonly T[] = [];
  suggestions: HTMLElement[] = [];
  selectedItem = 0;

  constructor(
    private readonly owner: Owner<T>,
    readonly containerEl: HTMLElement,
    scope: Scope,
  ) {
    const move = (key: string, by: () => number): void => {
      scope.register([], key, (event) => this.#moveTo(this.selectedItem + by(), event));
    };
    move('ArrowDown', () => 1);
    move('ArrowUp', () => -1);
    move('PageDown', () => Math.min(PAGE, this.values.length - 1 - this.selectedItem));
    move('PageUp', () => -Math.min(PAGE, this.selectedItem));
    scope.register([], 'Enter', (event) => (event.isComposing ? undefined : !this.useSelectedItem(event)));
    // A press would take the focus from where the user types.
    containerEl.addEventListener('mousedown', (event) => event.preventDefault());
  }

  setSuggestions(values: readonly T[]): void {
    this.containerEl.empty();
    this.values = values;
    this.suggestions = values.map((value) => this.#draw(value));
    this.setSelectedItem(0);
  }

  /** Past an end it goes on at the other one. */
  setSelectedItem(index: number): void {
    const count = this.values.length;
    this.suggestions[this.selectedItem]?.removeClass('is-selected');
    this.selectedItem = count === 0 ? 0 : (index + count) % count;
    this.suggestions[this.selectedItem]?.addClass('is-selected');
  }

  /** False when there is nothing to use. */
  useSelectedItem(event: Chosen): boolean {
    if (this.selectedItem >= this.values.length) return false;
    this.owner.selectSuggestion(this.values[this.selectedItem] as T, event);
    return true;
  }

  #moveTo(index: number, event: KeyboardEvent): false | undefined {
    if (event.isComposing || this.values.length === 0) return undefined;
    this.setSelectedItem(index);
    this.suggestions[this.selectedItem]?.scrollIntoView({ block: 'nearest' });
    return false;
  }

  #draw(value: T): HTMLElement {
    const el = this.containerEl.createDiv('suggestion-item');
    this.owner.renderSuggestion(value, el);
    el.addEventListener('click', (event) => {
      this.setSelectedItem(this.suggestions.indexOf(el));
      this.useSelectedItem(event);
    });
    el.addEventListener('mousemove', () => this.setSelectedItem(this.suggestions.indexOf(el)));
    return el;
  }
}

/** What keys do, below a list. */
export function drawInstructions(el: HTMLElement, instructions: readonly Obsidian.Instruction[]): void {
  el.empty();
  for (const { command, purpose } of instructions) {
    const instruction = el.createDiv('prompt-instruction');
    instruction.createSpan({ cls: 'prompt-instruction-command', text: command });
    instruction.createSpan({ text: purpose });
  }
}
