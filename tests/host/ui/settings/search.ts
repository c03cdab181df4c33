// The search over all settings: by name, other names and description, never by the heading or page above.
import { copyOf, holds, inGroups, isPage, type Item, type RowDefinition } from './definitions';
import type { Place } from './page';
import type { SettingTab } from './setting-tab';

/** A tab or a page, with those of its settings that were found. */
export interface FoundPage {
  readonly place: Place;
  readonly name: string;
  /** The tab that a page is on. */
  readonly tabName: string | undefined;
  readonly settings: readonly string[];
}

interface Searched {
  readonly name: string;
  readonly texts: readonly string[];
}

export function findSettings(tabs: readonly SettingTab[], query: string): FoundPage[] {
  const words = query
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return [];
  const found = tabs.flatMap((tab) => search({ tab, path: [] }, tab.settingItems, words));
  return found.sort((a, b) => a.rank - b.rank).map(({ page }) => page);
}

interface Ranked {
  readonly page: FoundPage;
  readonly rank: number;
}

function search(place: Place, items: readonly Item[], words: readonly string[]): Ranked[] {
  const { tab, path } = place;
  const name = path.at(-1) ?? tab.name;
  const rows = inGroups(items)
    .filter((group) => holds(group.visible, true))
    .flatMap((group) => group.items ?? [])
    .filter((row) => holds(row.visible, true));
  const settings = rows.flatMap((row) => searchedTexts(row) ?? []);
  const ranked = settings
    .map((setting) => ({ setting, rank: rankOf(setting, words) }))
    .filter(({ rank }) => Number.isFinite(rank))
    .sort((a, b) => a.rank - b.rank);
  const own = rankOf({ name, texts: [name] }, words);
  const rank = Math.min(own, ...ranked.map((one) => one.rank));
  const tabName = path.length === 0 ? undefined : tab.name;
  const page = { place, name, tabName, settings: ranked.map(({ setting }) => setting.name) };
  const below = rows
    .filter(isPage)
    .flatMap((row) => search({ tab, path: [...path, row.name] }, row.items ?? [], words));
  return Number.isFinite(rank) ? [{ page, rank }, ...below] : below;
}

function searchedTexts(row: RowDefinition): Searched | undefined {
  if (isPage(row) || row.name === '' || !holds(row.searchable, true)) return undefined;
  const desc = copyOf(row.desc);
  const description = typeof desc === 'string' ? desc : desc.textContent;
  return { name: row.name, texts: [row.name, ...(row.aliases ?? []), description] };
}

/** By the first of the texts that holds all words: the name before another name before the description. */
function rankOf({ texts }: Searched, words: readonly string[]): number {
  const at = texts.findIndex((text) => words.every((word) => text.toLowerCase().includes(word)));
  return at < 0 ? Infinity : at;
}
