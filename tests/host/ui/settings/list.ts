// What a list of entries has more than a group: a way to add one, to delete one, and to drag them into another order.
import { Platform } from '../../platform';
import { Setting } from '../setting';
import type { SettingGroup } from '../setting-group';
import { isPage, type List } from './definitions';
import { dragToReorder } from './reorder';
import type { Row } from './row';

interface ListParts {
  readonly group: SettingGroup;
  readonly definition: List;
  readonly rows: readonly Row[];
}

export function makeList({ group, definition, rows }: ListParts): void {
  group.addClass('mod-list');
  const { emptyState, onDelete, onReorder } = definition;
  if (rows.length === 0 && emptyState !== undefined) {
    new Setting(group.listEl).setClass('mod-empty-state').setName(emptyState);
  }
  for (const row of rows) {
    // As in the app: the entry of a page counts as one of the list, and cannot be deleted or dragged.
    if (isPage(row.definition)) continue;
    if (onDelete !== undefined) {
      addDeletion(row, () => onDelete(group.listEl.indexOf(row.el)));
    }
    if (onReorder !== undefined) dragToReorder(row, group.listEl, onReorder);
  }
  // Whether the app draws a header for a list that has no heading is not known: here it does not.
  const hasPlace = Platform.isMobile || (definition.heading ?? '') !== '';
  if (definition.addItem !== undefined && hasPlace) addAddition(group, definition.addItem);
}

function addDeletion({ el, setting }: Row, deleteRow: () => void): void {
  setting.addExtraButton((button) => button.setIcon('trash-2').setTooltip('Delete').onClick(deleteRow));
  el.tabIndex = 0;
  el.addEventListener('keydown', (event) => {
    if (event.target !== el || (event.key !== 'Delete' && event.key !== 'Backspace')) return;
    event.preventDefault();
    deleteRow();
  });
}

/** A button in the heading; on a phone a row below the list, which is none of its entries. */
function addAddition(group: SettingGroup, { name, action }: NonNullable<List['addItem']>): void {
  if (!Platform.isMobile) {
    group.addExtraButton((button) =>
      button
        .setIcon('plus')
        .setTooltip(name)
        .onClick(() => action(button.extraSettingsEl)),
    );
    return;
  }
  const setting = new Setting(group.groupEl).setName(`+ ${name}`).setClass('mod-add-item');
  setting.setAction(() => action(setting.settingEl));
}
