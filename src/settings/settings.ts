// The settings: of each setting its values, the one that counts until another is chosen, and its row in the tab.
import type { SettingControl, SettingDefinitionBase } from 'obsidian';
import * as v from 'valibot';
import { noteTemplateFault } from '../core/write/note-template';
import { quoteTemplateFault } from '../core/write/quote';
import { readTemplate } from '../core/write/template';

/** A row of the tab. Its key is the name of its setting. */
export interface Row extends SettingDefinitionBase {
  readonly control: Keyless<SettingControl>;
}
type Keyless<C> = C extends unknown ? Omit<C, 'key'> : never;

/** More than anyone looks back or waits. Seconds. */
const LONGEST = 600;
const SHORTEST_SKIP = 1;
/** Anything short without a space in it; or nothing. */
const TRIGGER = /^\S{0,10}$/;

/** The settings of chips, in the order of their rows. */
export const CHIPS = {
  bareTimes: setting(v.boolean(), true, {
    name: 'Times in brackets',
    desc: 'Turn times such as [11:12] into timestamps, in notes with a video.',
    control: { type: 'toggle' },
  }),
  links: setting(v.boolean(), true, {
    name: 'Links to a moment',
    desc: 'Turn links to a moment of a video into timestamps if their text is a time.',
    control: { type: 'toggle' },
  }),
  lineTimes: setting(v.picklist(['off', 'runs', 'always']), 'runs', {
    name: 'Times at the start of a line',
    desc: 'Turn times at the start of a line into timestamps, as in transcripts and chapter lists, in notes with a video.',
    control: {
      type: 'dropdown',
      options: { off: 'Never', runs: 'In lists of times', always: 'Always' },
    },
  }),
  parentheses: setting(v.boolean(), true, {
    name: 'Times in parentheses',
    desc: 'Turn times such as (12:34) into timestamps, in notes with a video.',
    control: { type: 'toggle' },
  }),
  addresses: setting(v.boolean(), true, {
    name: 'YouTube URLs',
    desc: 'Turn the URL of a YouTube video with a time into a timestamp.',
    control: { type: 'toggle' },
  }),
  label: setting(v.picklist(['compact', 'as-written']), 'compact', {
    name: 'Chip label',
    desc: 'Show times without leading zeros, or just as the note has them.',
    control: { type: 'dropdown', options: { compact: 'Compact', 'as-written': 'As written' } },
  }),
};

/** The settings of previews, in the order of their rows. */
export const PREVIEW = {
  hoverPreview: setting(v.picklist(['clip', 'still', 'off']), 'clip', {
    name: 'Preview on hover',
    desc: 'The preview of a timestamp that you point at. To see it only while Ctrl (Cmd) is held, turn on Playhead in the settings of Page preview.',
    control: {
      type: 'dropdown',
      options: { clip: 'Clip, without sound', still: 'Still picture', off: 'Nothing' },
    },
  }),
};

/** The settings of writing, in the order of their rows. */
export const WRITING = {
  timestampFormat: setting(v.picklist(['anchor', 'link', 'template']), 'anchor', {
    name: 'Timestamp format',
    desc: 'The form in which timestamps are inserted. Links to YouTube also work without Playhead.',
    control: {
      type: 'dropdown',
      options: { anchor: 'Timestamp', link: 'Link to YouTube', template: 'Own template' },
    },
  }),
  timestampTemplate: setting(v.string(), '[{{time}}]({{url}})', {
    name: 'Template',
    desc: 'Your own format: one line with {{time}}, {{seconds}}, {{video}}, {{url}} or {{title}}.',
    control: { type: 'text', validate: templateFault },
  }),
  quoteTemplate: setting(v.string(), '{{quote}} {{time}}', {
    name: 'Quote',
    desc: 'The format of Insert quote: one line with {{quote}} and {{time}}. You can add {{end}}, {{speaker}} and {{title}}.',
    control: { type: 'text', validate: quoteTemplateFault },
  }),
  lookBack: setting(seconds(), 0, {
    name: 'Look back',
    desc: 'Seconds to subtract from the current time.',
    control: { type: 'number', min: 0, max: LONGEST },
  }),
  spaceAfter: setting(v.boolean(), true, {
    name: 'Space after a timestamp',
    desc: 'Add a space at the end of a line, so that you can write on. A space you type there is not doubled.',
    control: { type: 'toggle' },
  }),
  pasteAddresses: setting(v.boolean(), true, {
    name: 'Paste addresses as timestamps',
    desc: 'Write a timestamp when you paste a YouTube address with a time into a note about that video. Undo to get the address.',
    control: { type: 'toggle' },
  }),
  suggestTrigger: setting(v.pipe(v.string(), v.regex(TRIGGER)), '@@', {
    name: 'Suggest timestamps',
    desc: 'Type this to choose among timestamps around the current time. Leave empty to turn off.',
    control: { type: 'text', validate: triggerFault },
  }),
  pauseOnInsert: setting(v.boolean(), false, {
    name: 'Pause on insert',
    desc: 'Pause the video when you insert a timestamp.',
    control: { type: 'toggle' },
  }),
  pauseWhileTyping: setting(v.boolean(), false, {
    name: 'Pause while typing',
    desc: 'Pause the video while you type in a note.',
    control: { type: 'toggle' },
  }),
  resumeAfter: setting(seconds(), 2, {
    name: 'Resume after',
    desc: 'Seconds after your last key until the video resumes. With 0 it stays paused.',
    control: { type: 'number', min: 0, max: LONGEST },
  }),
  playOnMove: setting(v.boolean(), false, {
    name: 'Play timestamps you move to',
    desc: 'The commands that move the caret to a timestamp also play it.',
    control: { type: 'toggle' },
  }),
  returnFocus: setting(v.boolean(), true, {
    name: 'Return to the note',
    desc: 'Go back to the note after a click in the player, so that your hotkeys keep working.',
    control: { type: 'toggle' },
  }),
};

/** The settings of the video pane, in the order of their rows. */
export const PLAYING = {
  showList: setting(v.boolean(), true, {
    name: 'List below the player',
    desc: 'Show the timestamps of the note, and the transcript, below the player.',
    control: { type: 'toggle' },
  }),
  listTab: setting(v.picklist(['moments', 'transcript']), 'moments', {
    name: 'Tab of the list',
    desc: 'The tab to show first, if there is a transcript.',
    control: { type: 'dropdown', options: { moments: 'Moments', transcript: 'Transcript' } },
  }),
  newPanePlace: setting(v.picklist(['split', 'tab', 'sidebar', 'window']), 'split', {
    name: 'New video pane',
    desc: 'The place where a video opens. On a phone it is always a tab.',
    control: {
      type: 'dropdown',
      options: { split: 'Split right', tab: 'Tab', sidebar: 'Right sidebar', window: 'Window' },
    },
  }),
  followActiveNote: setting(v.boolean(), false, {
    name: 'Follow the active note',
    desc: 'When you switch to a note about another video, show that video, paused, in the open pane. A pane that is playing or pinned keeps its video.',
    control: { type: 'toggle' },
  }),
  oneSound: setting(v.boolean(), true, {
    name: 'One sound at a time',
    desc: 'When a video starts to play, pause the other panes. A muted video plays on.',
    control: { type: 'toggle' },
  }),
  pauseAtClipEnd: setting(v.boolean(), true, {
    name: 'Pause at the end of a clip',
    desc: 'When a timestamp has an end, such as [1:00 - 1:30], pause there.',
    control: { type: 'toggle' },
  }),
  shortSkip: setting(seconds(SHORTEST_SKIP), 5, {
    name: 'Skip',
    desc: 'Seconds to skip with ← and →.',
    control: { type: 'number', min: SHORTEST_SKIP, max: LONGEST },
  }),
  longSkip: setting(seconds(SHORTEST_SKIP), 10, {
    name: 'Skip further',
    desc: 'Seconds to skip with J and L.',
    control: { type: 'number', min: SHORTEST_SKIP, max: LONGEST },
  }),
  pauseHiddenMedia: setting(v.boolean(), true, {
    name: 'Pause files when hidden',
    desc: 'Turn this off to listen to audio and video files while their pane is hidden. YouTube videos always pause when hidden.',
    control: { type: 'toggle' },
  }),
};

/** The settings of YouTube, in the order of their rows. */
export const YOUTUBE = {
  youTubeHost: setting(v.picklist(['privacy-enhanced', 'youtube']), 'privacy-enhanced', {
    name: 'YouTube host',
    desc: 'The site that the player is loaded from. youtube-nocookie.com sets no cookies until a video plays; on youtube.com you may be signed in.',
    control: {
      type: 'dropdown',
      options: { 'privacy-enhanced': 'youtube-nocookie.com', youtube: 'youtube.com' },
    },
  }),
  otherYouTubeHost: setting(v.boolean(), true, {
    name: 'Try the other host',
    desc: 'If this host refuses to play in the app, use the other one.',
    control: { type: 'toggle' },
  }),
};

/** A property that comes out empty is left out. */
const NOTE_TEMPLATE = `---
videoId: {{id}}
title: {{title}}
author: {{author}}
---

`;

/** The settings of new notes, in the order of their rows. */
export const NEW_NOTE = {
  noteFolder: setting(v.string(), '', {
    name: 'Folder for new video notes',
    desc: 'Leave empty to put them where new notes go.',
    control: { type: 'folder', placeholder: 'Folder', includeRoot: true },
  }),
  noteTemplate: setting(v.string(), NOTE_TEMPLATE, {
    name: 'Template for new video notes',
    desc: 'The text of the note, with {{title}}, {{author}}, {{url}}, {{id}} and {{date}} in it.',
    control: { type: 'textarea', rows: 6, validate: noteTemplateFault },
  }),
};

/** How many properties are looked through, and how many characters the name of one may have. */
const PROPERTIES = { count: 50, length: 100 };

const Schema = v.object({
  ...CHIPS,
  ...PREVIEW,
  ...WRITING,
  ...PLAYING,
  ...YOUTUBE,
  ...NEW_NOTE,
  /** The properties that may hold a note's video, the first that does being taken: some, each once. */
  videoProperties: v.fallback(v.pipe(v.array(v.unknown()), v.transform(propertyNames), v.nonEmpty()), [
    'videoId',
    'video',
    'media',
    'media_link',
    'url',
    'source',
    'video_url',
    'video_id',
    'youtube_id',
    'source_url',
    'youtube',
    'link',
  ]),
});

export type Settings = Readonly<v.InferOutput<typeof Schema>>;

/** Settings that count only where another one says so; the rest always does. */
const CONDITIONS: Partial<Record<string, (settings: Settings) => boolean>> = {
  timestampTemplate: ({ timestampFormat }) => timestampFormat === 'template',
  resumeAfter: ({ pauseWhileTyping }) => pauseWhileTyping,
  listTab: ({ showList }) => showList,
};

/** Whether a setting makes any difference, as the others are. */
export function isUsed(key: string, settings: Settings): boolean {
  return CONDITIONS[key]?.(settings) ?? true;
}

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

function seconds(least = 0) {
  return v.pipe(v.number(), v.finite(), v.minValue(least), v.maxValue(LONGEST));
}

function templateFault(text: string): string | undefined {
  const read = readTemplate(text);
  return 'refused' in read ? read.refused : undefined;
}

function triggerFault(text: string): string | undefined {
  return TRIGGER.test(text) ? undefined : 'Up to ten characters, without spaces.';
}

/** The names of properties in a list that may hold anything, in its order: trimmed, each once. */
export function propertyNames(list: unknown[]): readonly string[] {
  const names = list.map((entry) => (typeof entry === 'string' ? entry.trim() : ''));
  const usable = names.filter((name) => name !== '' && name.length <= PROPERTIES.length);
  return [...new Set(usable)].slice(0, PROPERTIES.count);
}
