// The app's search bar for the note that is edited, on CodeMirror's own search: matches are marked, and Live Preview shows
// the source around them.
import {
  closeSearchPanel,
  findNext,
  findPrevious,
  getSearchQuery,
  openSearchPanel,
  search,
  SearchQuery,
  setSearchQuery,
} from '@codemirror/search';
import { EditorView, type Panel, type ViewUpdate } from '@codemirror/view';
import { setIcon } from '../ui/icons';

/** More matches than this are not counted. */
const COUNTED = 1000;

export const searchBar = search({ top: true, literal: true, createPanel: (view) => new SearchBar(view) });

export const openSearch = openSearchPanel;

class SearchBar implements Panel {
  readonly dom = createDiv('document-search-container');
  readonly top = true;
  readonly #input: HTMLInputElement;
  readonly #count: HTMLElement;

  constructor(private readonly view: EditorView) {
    const bar = this.dom.createDiv('document-search');
    const field = bar.createDiv('search-input-container document-search-input');
    // CodeMirror looks for the attribute when it is asked to open the bar again.
    const attr = { 'main-field': 'true', enterkeyhint: 'search' };
    this.#input = field.createEl('input', { type: 'text', placeholder: 'Find...', attr });
    this.#count = field.createDiv('document-search-count');
    const buttons = bar.createDiv('document-search-buttons');
    this.#addButton(buttons, ['arrow-up', 'Previous'], findPrevious);
    this.#addButton(buttons, ['arrow-down', 'Next'], findNext);
    this.#addButton(bar, ['x', 'Exit search'], (target) => {
      closeSearchPanel(target);
      target.focus();
    });
    this.#input.value = getSearchQuery(view.state).search;
    this.#input.addEventListener('input', () => this.#search());
    this.#input.addEventListener('keydown', (event) => this.#onKey(event));
    this.#showCount();
  }

  mount(): void {
    this.#input.focus();
    this.#input.select();
  }

  update({ docChanged, selectionSet, state, startState }: ViewUpdate): void {
    const query = getSearchQuery(state);
    if (query.search !== this.#input.value) this.#input.value = query.search;
    if (docChanged || selectionSet || query !== getSearchQuery(startState)) this.#showCount();
  }

  #search(): void {
    const query = new SearchQuery({ search: this.#input.value, literal: true });
    this.view.dispatch({ effects: setSearchQuery.of(query) });
    if (!query.valid) return;
    const first = query.getCursor(this.view.state, this.view.state.selection.main.from).next();
    if (first.done === true) return;
    this.view.dispatch({ effects: EditorView.scrollIntoView(first.value.from) });
  }

  #onKey(event: KeyboardEvent): void {
    if (event.key === 'Enter') (event.shiftKey ? findPrevious : findNext)(this.view);
    else if (event.key === 'Escape') {
      closeSearchPanel(this.view);
      this.view.focus();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }

  #showCount(): void {
    const query = getSearchQuery(this.view.state);
    const { main } = this.view.state.selection;
    let total = 0;
    let current = 0;
    if (query.valid) {
      const cursor = query.getCursor(this.view.state);
      for (let step = cursor.next(); step.done !== true && total < COUNTED; step = cursor.next()) {
        total += 1;
        if (step.value.from === main.from && step.value.to === main.to) current = total;
      }
    }
    this.#count.setText(query.search === '' ? '' : `${current} / ${total}`);
  }

  #addButton(
    parent: HTMLElement,
    [icon, label]: readonly [string, string],
    run: (view: EditorView) => unknown,
  ): void {
    const button = parent.createEl('button', {
      cls: 'clickable-icon document-search-button',
      attr: { 'aria-label': label },
    });
    setIcon(button, icon);
    button.addEventListener('click', () => {
      run(this.view);
    });
  }
}
