// What writes timestamps: the editor that the user was in last, suggestions, and the pauses that go with typing.
import type { Plugin } from 'obsidian';
import { frameInserter, type InsertFrame } from '../writing/frame';
import { Inserting, type InsertingOptions } from '../writing/insert';
import { TimestampWriter } from '../writing/timestamp-writer';
import { TimestampSuggest } from '../writing/suggest';
import { spaceOnce } from '../writing/space-once';
import { typing } from '../writing/typing';
import { focusEditor, writingPlaceIn } from '../writing/writing-place';
import { FocusReturn } from '../pane/focus-return';
import { later } from '../app/later';
import { RecentEditor, type OpenEditor } from '../app/recent-editor';
import { vaultAttachments } from '../writing/vault-attachments';
import type { VaultSources } from '../app/vault-sources';
import type { Playback } from '../playback/playback';
import { WritingPause } from '../writing/writing-pause';
import type { Settings } from '../settings/settings';
import { attempt } from '../app/report';
import type { VideoPrompts } from '../app/set-video';

export interface Writing extends Omit<InsertingOptions, keyof VideoPrompts>, VideoPrompts {
  readonly memory: VaultSources<Settings>['memory'];
  readonly settings: () => Settings;
  readonly inserting: Inserting;
  readonly insertFrame: InsertFrame;
}

export interface WritingParts {
  readonly playback: Playback;
  readonly prompts: VideoPrompts;
}

/** Ends with the plugin. */
export function writing(
  plugin: Plugin,
  sources: VaultSources<Settings>,
  { playback, prompts }: WritingParts,
): Writing {
  const { app } = plugin;
  const { notes, memory } = sources;
  const settings = (): Settings => sources.settings.peek();
  const recentEditor = plugin.addChild(new RecentEditor(app.workspace, sources.recent, focusEditor));
  const editor = (): OpenEditor | undefined => recentEditor.current;
  plugin.addChild(new FocusReturn(app.workspace, editor, () => settings().returnFocus));
  const pause = new WritingPause({ playing: () => playback.now(undefined)?.session, settings, later });
  plugin.register(pause.end);
  const options = {
    ...prompts,
    playback,
    notes,
    memory,
    later,
    attempt,
    settings,
    writer: new TimestampWriter(notes, settings),
    writingPlace: () => writingPlaceIn(editor()),
    pause: pause.pause,
  };
  const inserting = new Inserting(options);
  plugin.registerEditorExtension(typing(pause.typed));
  plugin.registerEditorExtension(spaceOnce());
  plugin.registerEditorSuggest(new TimestampSuggest(app, { ...options, write: inserting.write }));
  const insertFrame = frameInserter({ ...options, inserting, attachments: vaultAttachments(app) });
  return { ...options, inserting, insertFrame };
}
