// The composition root: builds, wires and registers; decides nothing.
import { Plugin } from 'obsidian';
import { allCommands } from './commands/all';
import { Inserting } from './commands/insert';
import { TimestampWriter } from './commands/timestamp-writer';
import { liveChips } from './editor/chips';
import { TimestampSuggest } from './editor/suggest';
import { typing } from './editor/typing';
import { focusEditor, writingPlaceIn } from './editor/writing-place';
import { FocusReturn } from './obsidian/focus-return';
import { later } from './obsidian/later';
import { Leaves, placeOfNewPane } from './obsidian/leaves';
import { NoteFollowing } from './obsidian/note-following';
import { RecentEditor, type OpenEditor } from './obsidian/recent-editor';
import { showSource } from './obsidian/show-source';
import { VaultMedia } from './obsidian/vault-media';
import { VaultSources } from './obsidian/vault-sources';
import { noteTicks } from './playback/note-ticks';
import type { PaneSession } from './playback/pane-session';
import { Playback } from './playback/playback';
import { WritingPause } from './playback/writing-pause';
import { DataFile } from './settings/data-file';
import type { Settings } from './settings/settings';
import { SettingsStore } from './settings/settings-store';
import { SettingsTab } from './settings/settings-tab';
import { contextOf } from './ui/check/check-note-modal';
import { noteChecks } from './ui/check/note-checks';
import { ChipActions } from './ui/chip-actions';
import { VIDEO_PANE, VideoPane } from './ui/pane/video-pane';
import { previewing } from './ui/preview/previewing';
import { ReadingView } from './ui/reading-view';
import { attempt, sayPastEnd } from './ui/report';
import { videoPrompts } from './ui/set-video';

export default class PlayheadPlugin extends Plugin {
  private readonly store = new SettingsStore(new DataFile(this));
  private readonly tab = new SettingsTab(this, this.store);

  override async onload(): Promise<void> {
    await this.store.load();
    const { app } = this;
    const { settings } = this.store;
    const sources = this.addChild(new VaultSources(app, settings));
    const { notes, memory, texts: liveTexts, noteTexts: texts } = sources;
    const current = (): Settings => settings.peek();
    const panes = new Leaves(app.workspace);
    const playback = new Playback(panes, () => placeOfNewPane(current().newPanePlace));
    const media = this.addChild(new VaultMedia(app, panes, memory));
    const prompts = videoPrompts(app, notes);
    this.addChild(new NoteFollowing(app.workspace, sources, panes));

    const recentEditor = this.addChild(new RecentEditor(app.workspace, sources.note, focusEditor));
    const editor = (): OpenEditor | undefined => recentEditor.current;
    this.addChild(new FocusReturn(app.workspace, editor, () => current().returnFocus));
    const writingPause = new WritingPause({
      playing: () => playback.now(undefined)?.session,
      settings: current,
      later,
    });
    this.register(writingPause.end);
    const writing = {
      ...prompts,
      playback,
      notes,
      memory,
      attempt,
      settings: current,
      writer: new TimestampWriter(notes, current),
      writingPlace: () => writingPlaceIn(editor()),
      pause: writingPause.pause,
    };
    const inserting = new Inserting(writing);
    this.registerEditorExtension(typing(writingPause.typed));
    this.registerEditorSuggest(new TimestampSuggest(app, { ...writing, write: inserting.write }));
    const watching = {
      memory,
      files: media,
      pastEnd: sayPastEnd,
      refuse: panes.refuse,
      ticks: (session: PaneSession) => noteTicks(session, sources),
      extras: (session: PaneSession) => ({
        captions: media.captions,
        insertTimestamp: () => {
          inserting.insert('here', session);
        },
      }),
    };
    this.registerView(VIDEO_PANE, (leaf) => new VideoPane(leaf, watching));

    const preview = previewing(this, media, { notes, memory, settings, texts: liveTexts, playback });
    const actions = new ChipActions({ playback, preview, ...prompts });
    this.registerEditorExtension(liveChips({ sources, actions }));
    const readingView = new ReadingView(sources, actions, {
      texts,
      showSource: (path, place) => showSource(app, path, place),
    });
    this.registerMarkdownPostProcessor(readingView.process);
    this.register(readingView.end);

    const checking = { notes, memory, playback, texts };
    const all = allCommands({
      ...writing,
      ...noteChecks(app, checking),
      inserting,
      captions: media.captions,
      texts,
      recentNote: sources.recentNote,
      contextOf: (path) => contextOf(path, checking),
    });
    for (const command of all) this.addCommand(command);
    this.addSettingTab(this.tab);
  }

  override async onExternalSettingsChange(): Promise<void> {
    await this.store.load();
    this.tab.update();
  }
}
