// The setting for the properties that may hold a note's video: a list whose entries can be added, deleted and reordered.
import {
  Platform,
  type App,
  type Setting,
  type SettingDefinition,
  type SettingDefinitionList,
} from 'obsidian';
import { AddPropertyModal } from './add-property';
import { propertyNames } from './settings';
import type { SettingsStore } from './settings-store';
import { words } from '../texts/texts';

const PURPOSE = words.settings.videoPropertiesDesc;
const BY_KEY = words.settings.dragToReorder;

/** The keys that move a property together with Alt, and the distance. */
const STEPS: ReadonlyMap<string, number> = new Map([
  ['ArrowUp', -1],
  ['ArrowDown', 1],
]);

export class PropertyList {
  /** The dialog that was opened last. */
  private dialog: AddPropertyModal | undefined;

  constructor(
    private readonly app: App,
    private readonly store: SettingsStore,
    /** Draws the tab anew. */
    private readonly redraw: () => void,
  ) {}

  /** Closes its dialog. */
  readonly dispose = (): void => {
    this.dialog?.close();
  };

  /** The definition of the list. */
  row(): SettingDefinition {
    return {
      name: words.settings.videoProperties,
      desc: Platform.isMobile ? PURPOSE : `${PURPOSE} ${BY_KEY}`,
      aliases: ['frontmatter', 'order'],
    };
  }

  list(): SettingDefinitionList {
    return {
      type: 'list',
      // The app puts the button that adds an entry beside the heading; without a heading there may be no button.
      heading: words.settings.properties,
      extraButtons: [
        (button) =>
          button
            .setIcon('lucide-rotate-ccw')
            .setTooltip(words.settings.restoreDefault)
            .onClick(() => this.change(undefined)),
      ],
      items: this.names.map((name) => ({
        name,
        searchable: false,
        render: (setting) => this.moveByKey(setting, name),
      })),
      addItem: {
        name: words.settings.addProperty,
        action: () => {
          this.dialog = new AddPropertyModal(this.app, (name) => this.add(name));
          this.dialog.open();
        },
      },
      onReorder: (from, to) => this.move(from, to),
      onDelete: (deleted) => this.change(this.names.filter((_, index) => index !== deleted)),
    };
  }

  private get names(): readonly string[] {
    return this.store.settings.peek().videoProperties;
  }

  private change(names: readonly string[] | undefined): void {
    void this.store.set('videoProperties', names);
    this.redraw();
  }

  /** Returns false if the name is invalid, or in the list already. */
  private add(name: string): boolean {
    const names = propertyNames([...this.names, name]);
    const isNew = names.length > this.names.length;
    if (isNew) this.change(names);
    return isNew;
  }

  /** Not drawn anew, since the app has moved the row. */
  private move(from: number, to: number): void {
    const names = [...this.names];
    names.splice(to, 0, ...names.splice(from, 1));
    void this.store.set('videoProperties', names);
  }

  private moveByKey({ settingEl }: Setting, name: string): void {
    settingEl.addEventListener('keydown', (event) => {
      const step = STEPS.get(event.key);
      if (step === undefined || !event.altKey) return;
      event.preventDefault();
      const from = this.names.indexOf(name);
      this.move(from, Math.max(0, from + step));
      this.redraw();
    });
  }
}
