// The left side of the settings window: the search field, and the tabs in their groups.
import { setIcon } from '../icons';
import { pressable } from '../pressable';
import { SearchComponent } from '../search-field';
import { findSettings } from './search';
import { type OpenResult, renderResults } from './search-results';
import type { SettingTab } from './setting-tab';

const ENTRIES =
  '.vertical-tab-nav-item, .setting-search-result-tab, .setting-search-result-item, .setting-search-result-more';

export interface SidebarHost {
  /** The tabs, by the heading of their group. */
  tabs(): Readonly<Record<string, readonly SettingTab[]>>;
  openTab(tab: SettingTab): void;
  openResult: OpenResult;
}

export class Sidebar {
  readonly el = createDiv('vertical-tab-header');
  readonly #field: SearchComponent;
  readonly #resultsEl: HTMLElement;
  readonly #groupsEl: HTMLElement;

  constructor(private readonly host: SidebarHost) {
    this.#field = new SearchComponent(this.el.createDiv('setting-search-container'))
      .setPlaceholder('Search settings…')
      .onChange(() => this.#showResults());
    this.#field.inputEl.setAttr('aria-label', 'Search settings');
    this.#resultsEl = this.el.createDiv('setting-search-results');
    this.#groupsEl = this.el.createDiv('vertical-tab-header-groups');
    this.el.addEventListener('keydown', (event) => this.#onKey(event));
    this.#showResults();
  }

  /** The tabs have changed, or what they hold. */
  refresh(active: SettingTab | null): void {
    this.#groupsEl.empty();
    for (const [heading, tabs] of Object.entries(this.host.tabs())) {
      if (tabs.length === 0) continue;
      const groupEl = this.#groupsEl.createDiv('vertical-tab-header-group');
      groupEl.createDiv({ cls: 'vertical-tab-header-group-title', text: heading });
      const itemsEl = groupEl.createDiv('vertical-tab-header-group-items');
      for (const tab of tabs) this.#addTab(itemsEl, tab, tab === active);
    }
    this.#showResults();
  }

  focus(): void {
    this.#field.inputEl.focus();
  }

  /** Ends a search; false when there is none. */
  endSearch(): boolean {
    if (this.#field.getValue() === '') return false;
    this.#field.setValue('').onChanged();
    this.focus();
    return true;
  }

  #addTab(itemsEl: HTMLElement, tab: SettingTab, isActive: boolean): void {
    const el = itemsEl.createDiv({ cls: 'vertical-tab-nav-item', attr: { 'data-setting-id': tab.id } });
    el.toggleClass('is-active', isActive);
    if (isActive) el.setAttr('aria-current', 'page');
    if (tab.icon !== '') setIcon(el.createDiv('vertical-tab-nav-item-icon'), tab.icon);
    el.createDiv({ cls: 'vertical-tab-nav-item-title', text: tab.name });
    setIcon(el.createDiv('vertical-tab-nav-item-chevron'), 'chevron-right');
    pressable(el, () => this.host.openTab(tab));
  }

  #showResults(): void {
    const query = this.#field.getValue();
    const pages = findSettings(Object.values(this.host.tabs()).flat(), query);
    const isSearching = query.trim() !== '';
    this.#resultsEl.toggle(isSearching);
    this.#groupsEl.toggle(!isSearching);
    if (isSearching) renderResults(this.#resultsEl, { pages, query }, this.host.openResult);
    else this.#resultsEl.empty();
  }

  #openFirstResult(): void {
    const first = ['.setting-search-result-item', '.setting-search-result-tab']
      .map((selector) => this.#resultsEl.querySelector<HTMLElement>(selector))
      .find((el) => el !== null);
    first?.click();
  }

  /** The arrow keys walk the entries; from the field, Enter opens the first result. */
  #onKey(event: KeyboardEvent): void {
    const entries = this.el.findAll(ENTRIES).filter((entry) => entry.isShown());
    const at = entries.findIndex((entry) => entry === this.el.doc.activeElement);
    const isInField = event.target === this.#field.inputEl;
    if (event.key === 'ArrowDown') entries[at + 1]?.focus();
    else if (event.key === 'ArrowUp' && at > 0) entries[at - 1]?.focus();
    else if (event.key === 'ArrowUp' && at === 0) this.focus();
    else if (event.key === 'Enter' && isInField) this.#openFirstResult();
    else return;
    event.preventDefault();
  }
}
