// A group of rows, or a list of entries, from its definition.
import { SettingGroup } from '../setting-group';
import { type Group, holds, isList, isPage } from './definitions';
import { makeList } from './list';
import { type PageHost, renderRow, type Row } from './row';

export interface Rendering {
  refresh(): void;
  end(): void;
}

export function renderGroup(containerEl: HTMLElement, definition: Group, host: PageHost): Rendering {
  const group = new SettingGroup(containerEl).setHeading(definition.heading ?? '');
  if (definition.cls !== undefined) group.addClass(definition.cls);
  for (const fill of definition.extraButtons ?? []) group.addExtraButton(fill);
  const rows = (definition.items ?? []).map((item) => renderRow(group, item, host));
  // As in the app: a row that a `render` callback has added to the group itself does not stay.
  group.listEl.setChildrenInPlace(rows.map((row) => row.el));
  if (isList(definition)) makeList({ group, definition, rows });
  if (definition.search !== undefined) addSearch(group, definition, { rows, host });
  const rendering: Rendering = {
    refresh: () => {
      group.groupEl.toggle(holds(definition.visible, true));
      for (const row of rows) row.refresh();
    },
    end: () => {
      for (const row of rows) row.end();
    },
  };
  rendering.refresh();
  return rendering;
}

function addSearch(
  group: SettingGroup,
  { search, heading = '' }: Group,
  { rows, host }: { rows: readonly Row[]; host: PageHost },
): void {
  const filter = (query: string): void => {
    host.queries.set(heading, query);
    for (const row of rows) {
      const { definition } = row;
      // Only settings are asked after: a page's entry stays.
      const isAsked = !isPage(definition) && holds(definition.searchable, true);
      row.isFound = query === '' || !isAsked || search?.match(definition, query) === true;
      row.refresh();
    }
  };
  group.addSearch((field) => {
    field.setPlaceholder(search?.placeholder ?? 'Search…').onChange(filter);
    field.setValue(host.queries.get(heading) ?? '');
    filter(field.getValue());
  });
}
