// What may be saved, and what it means.
import { describe, expect, it } from 'vitest';
import {
  CHIPS,
  DEFAULTS,
  PLAYING,
  PREVIEW,
  WRITING,
  YOUTUBE,
  decodeSettings,
  type SettingRow,
  type Settings,
} from '../../src/settings/settings';

const other: Settings = {
  bareTimes: false,
  links: false,
  lineTimes: 'always',
  parentheses: false,
  addresses: false,
  label: 'as-written',
  hoverPreview: 'still',
  timestampFormat: 'link',
  timestampTemplate: 'at {{time}}',
  quoteTemplate: '“{{quote}}” {{time}}',
  lookBack: 5,
  spaceAfter: false,
  pasteAddresses: false,
  suggestTrigger: ';;',
  pauseOnInsert: true,
  pauseWhileTyping: true,
  resumeAfter: 0,
  playOnMove: true,
  returnFocus: false,
  showList: false,
  listTab: 'transcript',
  newPanePlace: 'window',
  followActiveNote: true,
  oneSound: false,
  pauseAtClipEnd: false,
  shortSkip: 3,
  longSkip: 60,
  pauseHiddenMedia: false,
  youTubeHost: 'youtube',
  otherYouTubeHost: false,
  noteFolder: 'Videos',
  noteTemplate: '# {{title}}\n',
  videoProperties: ['clip', 'url'],
};

describe('settings', () => {
  it('are by default those of the manual', () => {
    expect(DEFAULTS).toEqual({
      bareTimes: true,
      links: true,
      lineTimes: 'runs',
      parentheses: true,
      addresses: true,
      label: 'compact',
      hoverPreview: 'clip',
      timestampFormat: 'anchor',
      timestampTemplate: '[{{time}}]({{url}})',
      quoteTemplate: '{{quote}} {{time}}',
      lookBack: 0,
      spaceAfter: true,
      pasteAddresses: true,
      suggestTrigger: '@@',
      pauseOnInsert: false,
      pauseWhileTyping: false,
      resumeAfter: 2,
      playOnMove: false,
      returnFocus: true,
      showList: true,
      listTab: 'moments',
      newPanePlace: 'split',
      followActiveNote: false,
      oneSound: true,
      pauseAtClipEnd: true,
      shortSkip: 5,
      longSkip: 10,
      pauseHiddenMedia: true,
      youTubeHost: 'privacy-enhanced',
      otherYouTubeHost: true,
      noteFolder: '',
      noteTemplate: '---\nvideoId: {{id}}\ntitle: {{title}}\nauthor: {{author}}\n---\n\n',
      videoProperties: [
        ...['videoId', 'video', 'media', 'media_link', 'url', 'source'],
        ...['video_url', 'video_id', 'youtube_id', 'source_url', 'youtube', 'link'],
      ],
    });
  });

  it('are what was saved', () => {
    expect(decodeSettings(other)).toEqual(other);
    expect(Object.keys(other)).toEqual(Object.keys(DEFAULTS));
  });

  it.each([[null], [undefined], ['text'], [12], [[]], [{}], [{ volume: 1 }], [() => other]])(
    'are the defaults in %o',
    (saved) => expect(decodeSettings(saved)).toEqual(DEFAULTS),
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
    ['hoverPreview', true],
    ['hoverPreview', 'poster'],
    ['timestampFormat', 'html'],
    ['timestampTemplate', 12],
    ['lookBack', '5'],
    ['lookBack', -1],
    ['lookBack', Number.NaN],
    ['resumeAfter', 601],
    ['newPanePlace', 'left'],
    ['followActiveNote', 1],
    ['shortSkip', 0],
    ['longSkip', Infinity],
    ['pauseAtClipEnd', 'yes'],
    ['youTubeHost', 'www.example.com'],
    ['otherYouTubeHost', 1],
    ['suggestTrigger', '@ @'],
    ['suggestTrigger', 'longer than that'],
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
  const settings = { ...CHIPS, ...PREVIEW, ...WRITING, ...PLAYING, ...YOUTUBE };
  type Key = keyof typeof settings;
  const rows = Object.entries(settings).map(([key, { row }]) => ({ key: key as Key, row }));

  const valuesOf = (control: SettingRow['control']): readonly unknown[] => {
    if (control.type === 'dropdown') return Object.keys(control.options);
    if (control.type === 'number') return [control.min, control.max];
    return control.type === 'toggle' ? [true, false] : ['{{time}}'];
  };

  it.each(rows)('offers what the setting $key can be, and nothing else', ({ key, row: { control } }) => {
    const values = valuesOf(control);
    expect(values.map((value) => decodeSettings({ [key]: value })[key])).toEqual(values);
  });

  it.each<[Key, string, string | undefined]>([
    ['timestampTemplate', 'at {{time}}', undefined],
    ['timestampTemplate', 'at', 'Add {{time}}, {{seconds}} or {{url}}.'],
    ['suggestTrigger', '', undefined],
    ['suggestTrigger', ';;', undefined],
    ['suggestTrigger', 'a b', 'Up to ten characters, without spaces.'],
  ])('refuses for %s what cannot be: %j', (key, text, reason) => {
    const { control } = rows.find((row) => row.key === key)?.row ?? {};
    expect(control?.type === 'text' ? control.validate?.(text) : 'no text').toBe(reason);
  });

  it.each(rows)('says in words what the setting $key is', ({ row }) => {
    expect(row.name).toMatch(/^[A-Z]/);
    expect(row.desc).toMatch(/^[A-Z].*\.$/);
  });
});
