// What a plugin's setting definitions say, before anything of it is shown.
import type * as Obsidian from 'obsidian';

export type Item = Obsidian.SettingDefinitionItem;
export type Group = Obsidian.SettingDefinitionGroup | Obsidian.SettingDefinitionList;
export type List = Obsidian.SettingDefinitionList;
export type Page = Obsidian.SettingDefinitionPage;
export type RowDefinition = Obsidian.SettingGroupItem;

/** A flag of a definition, evaluated now. */
export function holds(flag: boolean | (() => boolean) | undefined, otherwise: boolean): boolean {
  return (typeof flag === 'function' ? flag() : flag) ?? otherwise;
}

export function isGroup(item: Item): item is Group {
  return 'type' in item && item.type !== 'page';
}

export function isList(group: Group): group is List {
  return group.type === 'list';
}

export function isPage(item: Item): item is Page {
  return 'type' in item && item.type === 'page';
}

/** As the app draws it: what stands outside of a group forms one of its own with its neighbours. */
export function inGroups(items: readonly Item[]): Group[] {
  const groups: Group[] = [];
  let loose: RowDefinition[] | undefined;
  for (const item of items) {
    if (isGroup(item)) {
      groups.push(item);
      loose = undefined;
    } else if (loose === undefined) {
      loose = [item];
      groups.push({ type: 'group', items: loose });
    } else {
      loose.push(item);
    }
  }
  return groups;
}

/** The pages that one step leads to, in or out of groups. */
export function pagesIn(items: readonly Item[]): Page[] {
  return inGroups(items).flatMap((group) => (group.items ?? []).filter(isPage));
}

/** The page that the names lead to, from the tab down. */
export function pageAt(items: readonly Item[], path: readonly string[]): Page | undefined {
  const [name, ...rest] = path;
  const page = pagesIn(items).find((candidate) => candidate.name === name);
  return page === undefined || rest.length === 0 ? page : pageAt(page.items ?? [], rest);
}

/** Names by which two pages of one level go: the way to them is by name. */
export function sharedPageNames(items: readonly Item[]): string[] {
  const pages = pagesIn(items);
  const names = pages.map((page) => page.name);
  const shared = names.filter((name, index) => names.indexOf(name) < index);
  return [...shared, ...pages.flatMap((page) => sharedPageNames(page.items ?? []))];
}

/** A description can be drawn more than once. */
export function copyOf(desc: string | DocumentFragment | undefined): string | DocumentFragment {
  if (desc === undefined || typeof desc === 'string') return desc ?? '';
  return desc.cloneNode(true) as DocumentFragment;
}
