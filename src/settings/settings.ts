// The settings. Each entry has the values of a setting, its default and its row in the tab.
import type { SettingControl, SettingDefinitionBase } from 'obsidian';
import * as v from 'valibot';
import { noteTemplateFault } from '../core/write/note-template';
import { quoteTemplateFault } from '../core/write/quote';
import { readTemplate } from '../core/write/template';
import { words } from '../texts/texts';

/** A row of the tab. Its key is the name of the setting. */
export interface SettingRow extends SettingDefinitionBase {
  readonly control: Keyless<SettingControl>;
}
type Keyless<C> = C extends unknown ? Omit<C, 'key'> : never;

/** Seconds; the upper limit of every setting of seconds. */
const LONGEST = 600;
const SHORTEST_SKIP = 1;
/** Up to ten characters without a space, or nothing. */
const TRIGGER = /^\S{0,10}$/;

/** The settings of chips, in the order of their rows. */
export const CHIPS = {
  bareTimes: setting(v.boolean(), true, {
    name: words.shared.timesInBrackets,
    desc: words.settings.bracketsDesc,
    control: { type: 'toggle' },
  }),
  links: setting(v.boolean(), true, {
    name: words.settings.links,
    desc: words.settings.linksDesc,
    control: { type: 'toggle' },
  }),
  lineTimes: setting(v.picklist(['off', 'runs', 'always']), 'runs', {
    name: words.settings.lineTimes,
    desc: words.settings.lineTimesDesc,
    control: {
      type: 'dropdown',
      options: {
        off: words.settings.never,
        runs: words.settings.inListsOfTimes,
        always: words.settings.always,
      },
    },
  }),
  parentheses: setting(v.boolean(), true, {
    name: words.settings.parentheses,
    desc: words.settings.parenthesesDesc,
    control: { type: 'toggle' },
  }),
  addresses: setting(v.boolean(), true, {
    name: words.settings.bareAddresses,
    desc: words.settings.bareAddressesDesc,
    control: { type: 'toggle' },
  }),
  label: setting(v.picklist(['compact', 'as-written']), 'compact', {
    name: words.settings.chipLabel,
    desc: words.settings.chipLabelDesc,
    control: {
      type: 'dropdown',
      options: { compact: words.settings.compact, 'as-written': words.settings.asWritten },
    },
  }),
};

/** The settings of previews, in the order of their rows. */
export const PREVIEW = {
  hoverPreview: setting(v.picklist(['clip', 'still', 'off']), 'clip', {
    name: words.settings.hoverPreview,
    desc: words.settings.hoverPreviewDesc,
    control: {
      type: 'dropdown',
      options: {
        clip: words.settings.clipWithoutSound,
        still: words.settings.stillPicture,
        off: words.settings.nothing,
      },
    },
  }),
};

/** The settings of writing, in the order of their rows. */
export const WRITING = {
  timestampFormat: setting(v.picklist(['anchor', 'link', 'template']), 'anchor', {
    name: words.settings.format,
    desc: words.settings.formatDesc,
    control: {
      type: 'dropdown',
      options: {
        anchor: words.settings.timestamp,
        link: words.settings.linkToYouTube,
        template: words.settings.ownTemplate,
      },
    },
  }),
  timestampTemplate: setting(v.string(), '[{{time}}]({{url}})', {
    name: words.settings.template,
    desc: words.settings.templateDesc,
    control: { type: 'text', validate: templateFault },
  }),
  quoteTemplate: setting(v.string(), '{{quote}} {{time}}', {
    name: words.settings.quote,
    desc: words.settings.quoteTemplateDesc,
    control: { type: 'text', validate: quoteTemplateFault },
  }),
  lookBack: setting(seconds(), 0, {
    name: words.settings.lookBack,
    desc: words.settings.lookBackDesc,
    control: { type: 'number', min: 0, max: LONGEST },
  }),
  spaceAfter: setting(v.boolean(), true, {
    name: words.settings.spaceAfter,
    desc: words.settings.spaceAfterDesc,
    control: { type: 'toggle' },
  }),
  pasteAddresses: setting(v.boolean(), true, {
    name: words.settings.pasteAddresses,
    desc: words.settings.pasteAddressesDesc,
    control: { type: 'toggle' },
  }),
  suggestTrigger: setting(v.pipe(v.string(), v.regex(TRIGGER)), '@@', {
    name: words.settings.suggestTimestamps,
    desc: words.settings.suggestTimestampsDesc,
    control: { type: 'text', validate: triggerFault },
  }),
  pauseOnInsert: setting(v.boolean(), false, {
    name: words.settings.pauseOnInsert,
    desc: words.settings.pauseOnInsertDesc,
    control: { type: 'toggle' },
  }),
  pauseWhileTyping: setting(v.boolean(), false, {
    name: words.settings.pauseWhileTyping,
    desc: words.settings.pauseWhileTypingDesc,
    control: { type: 'toggle' },
  }),
  resumeAfter: setting(seconds(), 2, {
    name: words.settings.resumeAfter,
    desc: words.settings.resumeAfterDesc,
    control: { type: 'number', min: 0, max: LONGEST },
  }),
  playOnMove: setting(v.boolean(), false, {
    name: words.settings.playOnMove,
    desc: words.settings.playOnMoveDesc,
    control: { type: 'toggle' },
  }),
  returnFocus: setting(v.boolean(), true, {
    name: words.settings.returnToNote,
    desc: words.settings.returnToNoteDesc,
    control: { type: 'toggle' },
  }),
};

/** The settings of the video pane, in the order of their rows. */
export const PLAYING = {
  showList: setting(v.boolean(), true, {
    name: words.settings.list,
    desc: words.settings.listDesc,
    control: { type: 'toggle' },
  }),
  listTab: setting(v.picklist(['moments', 'transcript']), 'moments', {
    name: words.settings.listTab,
    desc: words.settings.listTabDesc,
    control: {
      type: 'dropdown',
      options: { moments: words.shared.moments, transcript: words.shared.transcript },
    },
  }),
  newPanePlace: setting(v.picklist(['split', 'tab', 'sidebar', 'window']), 'split', {
    name: words.settings.newPane,
    desc: words.settings.newPaneDesc,
    control: {
      type: 'dropdown',
      options: {
        split: words.settings.splitRight,
        tab: words.settings.tab,
        sidebar: words.settings.rightSidebar,
        window: words.settings.window,
      },
    },
  }),
  followActiveNote: setting(v.boolean(), false, {
    name: words.settings.followActiveNote,
    desc: words.settings.followActiveNoteDesc,
    control: { type: 'toggle' },
  }),
  oneSound: setting(v.boolean(), true, {
    name: words.settings.oneSound,
    desc: words.settings.oneSoundDesc,
    control: { type: 'toggle' },
  }),
  pauseAtClipEnd: setting(v.boolean(), true, {
    name: words.settings.pauseAtClipEnd,
    desc: words.settings.pauseAtClipEndDesc,
    control: { type: 'toggle' },
  }),
  shortSkip: setting(seconds(SHORTEST_SKIP), 5, {
    name: words.settings.skip,
    desc: words.settings.skipDesc,
    control: { type: 'number', min: SHORTEST_SKIP, max: LONGEST },
  }),
  longSkip: setting(seconds(SHORTEST_SKIP), 10, {
    name: words.settings.longSkip,
    desc: words.settings.longSkipDesc,
    control: { type: 'number', min: SHORTEST_SKIP, max: LONGEST },
  }),
  pauseHiddenMedia: setting(v.boolean(), true, {
    name: words.settings.pauseFilesWhenHidden,
    desc: words.settings.pauseFilesWhenHiddenDesc,
    control: { type: 'toggle' },
  }),
};

/** The settings of YouTube, in the order of their rows. */
export const YOUTUBE = {
  youTubeHost: setting(v.picklist(['privacy-enhanced', 'youtube']), 'privacy-enhanced', {
    name: words.settings.youTubeHost,
    desc: words.settings.youTubeHostDesc,
    control: {
      type: 'dropdown',
      options: { 'privacy-enhanced': 'youtube-nocookie.com', youtube: 'youtube.com' },
    },
  }),
  otherYouTubeHost: setting(v.boolean(), true, {
    name: words.settings.otherHost,
    desc: words.settings.otherHostDesc,
    control: { type: 'toggle' },
  }),
};

/** Properties that would be empty are left out. */
const NOTE_TEMPLATE = `---
videoId: {{id}}
title: {{title}}
author: {{author}}
---

`;

/** The settings of new notes, in the order of their rows. */
export const NEW_NOTE = {
  noteFolder: setting(v.string(), '', {
    name: words.settings.newNoteFolder,
    desc: words.settings.newNoteFolderDesc,
    control: { type: 'folder', placeholder: words.settings.folder, includeRoot: true },
  }),
  noteTemplate: setting(v.string(), NOTE_TEMPLATE, {
    name: words.settings.newNoteTemplate,
    desc: words.settings.newNoteTemplateDesc,
    control: { type: 'textarea', rows: 6, placeholder: words.settings.template, validate: noteTemplateFault },
  }),
};

/** The properties that are read, and the characters of a name. */
const PROPERTIES = { count: 50, length: 100 };

const Schema = v.object({
  ...CHIPS,
  ...PREVIEW,
  ...WRITING,
  ...PLAYING,
  ...YOUTUBE,
  ...NEW_NOTE,
  /** The properties that may hold a note's video, without repetitions; the first that holds one counts. */
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

/** Settings that have an effect only with certain values of others. */
const CONDITIONS: Partial<Record<string, (settings: Settings) => boolean>> = {
  timestampTemplate: ({ timestampFormat }) => timestampFormat === 'template',
  resumeAfter: ({ pauseWhileTyping }) => pauseWhileTyping,
  listTab: ({ showList }) => showList,
};

/** Whether a setting has an effect, with the present values of the others. */
export function isUsed(key: string, settings: Settings): boolean {
  return CONDITIONS[key]?.(settings) ?? true;
}

export const DEFAULTS: Settings = v.parse(Schema, {});

/** The settings in saved data. A missing or malformed one has its default, whatever the others are. */
export function decodeSettings(saved: unknown): Settings {
  const decoded = v.safeParse(Schema, saved);
  return decoded.success ? decoded.output : DEFAULTS;
}

/** A setting whose default is `fallback`. */
function setting<const S extends v.GenericSchema>(values: S, fallback: v.InferOutput<S>, row: SettingRow) {
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
  return TRIGGER.test(text) ? undefined : words.settings.suggestTriggerInvalid;
}

/** The names of properties in an untrusted list, in order: trimmed, without repetitions. */
export function propertyNames(list: unknown[]): readonly string[] {
  const names = list.map((entry) => (typeof entry === 'string' ? entry.trim() : ''));
  const usable = names.filter((name) => name !== '' && name.length <= PROPERTIES.length);
  return [...new Set(usable)].slice(0, PROPERTIES.count);
}
