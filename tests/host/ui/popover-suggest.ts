// The API's popover of suggestions, beside what they are for.
import type * as Obsidian from 'obsidian';
import type { App } from '../app';
import { Scope } from './keymap';
import { SuggestionList } from './suggestion-list';

const GAP = 4;

export abstract class PopoverSuggest<T> implements Obsidian.PopoverSuggest<T> {
  readonly scope: Scope;
  readonly suggestEl = createDiv('suggestion-container');
  readonly suggestInnerEl = this.suggestEl.createDiv('suggestion');
  readonly suggestions: SuggestionList<T>;
  isOpen = false;

  constructor(
    readonly app: App,
    scope?: Scope,
  ) {
    this.scope = new Scope(scope);
    this.suggestions = new SuggestionList(this, this.suggestInnerEl, this.scope);
    this.scope.register([], 'Escape', () => {
      this.close();
      return false;
    });
  }

  abstract renderSuggestion(value: T, el: HTMLElement): void;
  abstract selectSuggestion(value: T, evt: MouseEvent | KeyboardEvent): void;

  open(): void {
    this.#openIn(activeDocument);
  }

  close(): void {
    if (!this.isOpen) return;
    this.isOpen = false;
    this.app.keymap.popScope(this.scope);
    this.suggestEl.detach();
    this.suggestions.setSuggestions([]);
  }

  onHistoryBack(): void {
    this.close();
  }

  /** Shows the values beside a place on the screen of a document; none close it. */
  protected showBeside(
    values: readonly T[],
    { doc, place }: { doc: Document; place: () => DOMRect | undefined },
  ): void {
    if (values.length === 0) {
      this.close();
      return;
    }
    this.suggestions.setSuggestions(values);
    this.#openIn(doc);
    this.reposition(place());
  }

  /** Below the place, or above it where there is no room. */
  reposition(place: DOMRect | undefined): void {
    if (place === undefined || !this.isOpen) return;
    const { innerWidth, innerHeight } = this.suggestEl.win;
    const { width, height } = this.suggestEl.getBoundingClientRect();
    const below = place.bottom + GAP;
    const above = place.top - GAP - height;
    const top = below + height > innerHeight && above >= 0 ? above : below;
    const left = Math.max(0, Math.min(place.left, innerWidth - width));
    this.suggestEl.setCssStyles({ left: `${left}px`, top: `${top}px` });
  }

  #openIn(doc: Document): void {
    if (this.suggestEl.parentElement !== doc.body) doc.body.appendChild(this.suggestEl);
    if (this.isOpen) return;
    this.isOpen = true;
    this.app.keymap.pushScope(this.scope);
  }
}
