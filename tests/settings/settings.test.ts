// What may be saved, and what it means.
import { describe, expect, it } from 'vitest';
import { CHIPS, DEFAULTS, decodeSettings, type Settings } from '../../src/settings/settings';

const other: Settings = {
  bareTimes: false,
  links: false,
  label: 'as-written',
  videoProperties: ['clip', 'url'],
};

describe('settings', () => {
  it('are by default those of the manual', () => {
    expect(DEFAULTS).toEqual({
      bareTimes: true,
      links: true,
      label: 'compact',
      videoProperties: ['videoId', 'video', 'media', 'media_link', 'url', 'source'],
    });
  });

  it('are what was saved', () => {
    expect(decodeSettings(other)).toEqual(other);
    expect(Object.keys(other)).toEqual(Object.keys(DEFAULTS));
  });

  it.each([[null], [undefined], ['text'], [12], [[]], [{}], [{ volume: 1 }], [() => other]])(
    'are the defaults in %o',
    (saved) => {
      expect(decodeSettings(saved)).toEqual(DEFAULTS);
    },
  );

  it.each<[keyof Settings, unknown]>([
    ['bareTimes', 'false'],
    ['bareTimes', 0],
    ['bareTimes', null],
    ['links', undefined],
    ['links', { on: false }],
    ['label', 'long'],
    ['label', ['as-written']],
    ['label', ''],
    ['videoProperties', 'url'],
    ['videoProperties', []],
    ['videoProperties', ['', '  ', 12, null, ['url'], { url: 1 }]],
    ['videoProperties', { 0: 'url' }],
    ['videoProperties', ['x'.repeat(101)]],
  ])('fall back alone: %s where it is %o', (key, value) => {
    expect(decodeSettings({ ...other, [key]: value })).toEqual({ ...other, [key]: DEFAULTS[key] });
  });
});

describe('the properties that may hold a video', () => {
  it.each<[string, readonly unknown[], readonly string[]]>([
    ['keep their order', ['url', 'videoId'], ['url', 'videoId']],
    ['are trimmed', [' url\n', '\tmedia link '], ['url', 'media link']],
    ['are there once, at their first place', ['url', 'video', ' url'], ['url', 'video']],
    ['differ by case', ['Url', 'url'], ['Url', 'url']],
    ['are what of a list is a name', [1, 'url', null, '', ['video']], ['url']],
    ['may be long', ['x'.repeat(100)], ['x'.repeat(100)]],
  ])('%s', (_, videoProperties, expected) => {
    expect(decodeSettings({ videoProperties }).videoProperties).toEqual(expected);
  });

  it('are fifty at most', () => {
    const videoProperties = Array.from({ length: 1000 }, (_, index) => `p${index}`);
    expect(decodeSettings({ videoProperties }).videoProperties).toEqual(videoProperties.slice(0, 50));
  });
});

describe('a row of the tab', () => {
  const rows = Object.entries(CHIPS).map(([key, { row }]) => ({ key: key as keyof typeof CHIPS, row }));

  it.each(rows)('offers what the setting $key can be, and nothing else', ({ key, row: { control } }) => {
    const values = control.type === 'dropdown' ? Object.keys(control.options) : [true, false];
    expect(values.map((value) => decodeSettings({ [key]: value })[key])).toEqual(values);
  });

  it.each(rows)('says in words what the setting $key is', ({ row }) => {
    expect(row.name).toMatch(/^[A-Z]/);
    expect(row.desc).toMatch(/^[A-Z].*\.$/);
  });
});
