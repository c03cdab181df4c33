// What the search over all settings has found, below the search field: by tab and page, three settings of each at first.
import { prepareSimpleSearch, renderMatches } from '../fuzzy';
import { pressable } from '../pressable';
import type { Place } from './page';
import { type FoundPage } from './search';

const SHOWN_AT_FIRST = 3;

/** Opens a place, and shows the setting there, if one is named. */
export type OpenResult = (place: Place, setting?: string) => void;

export function renderResults(
  el: HTMLElement,
  { pages, query }: { pages: readonly FoundPage[]; query: string },
  open: OpenResult,
): void {
  el.empty();
  if (pages.length === 0) el.createDiv({ cls: 'setting-search-empty', text: 'No settings found.' });
  for (const page of pages) renderPage(el, { page, query }, open);
}

function renderPage(
  el: HTMLElement,
  { page, query }: { page: FoundPage; query: string },
  open: OpenResult,
): void {
  const groupEl = el.createDiv('setting-search-result-group');
  const tabEl = groupEl.createDiv('setting-search-result-tab');
  tabEl.createSpan({ text: page.name });
  if (page.tabName !== undefined)
    tabEl.createSpan({ cls: 'setting-search-result-sublabel', text: page.tabName });
  pressable(tabEl, () => open(page.place));
  const show = (name: string): void => {
    const itemEl = groupEl.createDiv('setting-search-result-item');
    renderMatches(itemEl, name, prepareSimpleSearch(query)(name)?.matches ?? null);
    pressable(itemEl, () => open(page.place, name));
  };
  page.settings.slice(0, SHOWN_AT_FIRST).forEach(show);
  const rest = page.settings.slice(SHOWN_AT_FIRST);
  if (rest.length === 0) return;
  const moreEl = groupEl.createDiv({ cls: 'setting-search-result-more', text: `${rest.length} more` });
  pressable(moreEl, () => {
    moreEl.detach();
    rest.forEach(show);
    (groupEl.children[SHOWN_AT_FIRST + 1] as HTMLElement | undefined)?.focus();
  });
}
