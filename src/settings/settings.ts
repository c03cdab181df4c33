// What can be set: of each setting its values, the one that counts until another is chosen, and its row in the tab.
import type { SettingControl, SettingDefinitionBase } from 'obsidian';
import * as v from 'valibot';

/** A row of the tab. Its key is the name of its setting. */
export interface Row extends SettingDefinitionBase {
  readonly control: Keyless<SettingControl>;
}
type Keyless<C> = C extends unknown ? Omit<C, 'key'> : never;

/** The settings of chips, in the order of their rows. */
export const CHIPS = {
  bareTimes: setting(v.boolean(), true, {
    name: 'Times in brackets',
    desc: 'In notes that have a video, show times in brackets, such as [11:12], as chips.',
    control: { type: 'toggle' },
  }),
  links: setting(v.boolean(), true, {
    name: 'Links to YouTube',
    desc: 'Show a link to a moment of a video as a chip, where the text of the link is a time.',
    control: { type: 'toggle' },
  }),
  label: setting(v.picklist(['compact', 'as-written']), 'compact', {
    name: 'Chip label',
    desc: 'Show times without leading zeros, or just as the note has them.',
    control: { type: 'dropdown', options: { compact: 'Compact', 'as-written': 'As written' } },
  }),
};

/** How many properties are looked through, and how many characters the name of one may have. */
const PROPERTIES = { count: 50, length: 100 };

const Schema = v.object({
  ...CHIPS,
  /** The properties that may hold a note's video, the first that does being taken: some, each once. */
  videoProperties: v.fallback(v.pipe(v.array(v.unknown()), v.transform(propertyNames), v.nonEmpty()), [
    'videoId',
    'video',
    'media',
    'media_link',
    'url',
    'source',
  ]),
});

export type Settings = Readonly<v.InferOutput<typeof Schema>>;

export const DEFAULTS: Settings = v.parse(Schema, {});

/** The settings in what was saved; one that is missing or malformed is as by default, whatever the others are. */
export function decodeSettings(saved: unknown): Settings {
  const decoded = v.safeParse(Schema, saved);
  return decoded.success ? decoded.output : DEFAULTS;
}

/** A setting that is `fallback` where none of `values` is saved. */
function setting<const S extends v.GenericSchema>(values: S, fallback: v.InferOutput<S>, row: Row) {
  return Object.assign(v.fallback(values, fallback), { row });
}

/** The names of properties in a list that may hold anything, in its order: trimmed, each once. */
export function propertyNames(list: unknown[]): readonly string[] {
  const names = list.map((entry) => (typeof entry === 'string' ? entry.trim() : ''));
  const usable = names.filter((name) => name !== '' && name.length <= PROPERTIES.length);
  return [...new Set(usable)].slice(0, PROPERTIES.count);
}
