// The composition root: builds, wires and registers; decides nothing.
import { Notice, Plugin } from 'obsidian';
import { commands } from './commands/commands';
import { insertCommands } from './commands/insert';
import { repairCommands } from './commands/repair';
import { TimestampWriter } from './commands/timestamp-writer';
import { liveChips } from './editor/chips';
import { writingPlace } from './editor/writing-place';
import { later } from './obsidian/later';
import { Leaves, newPanePlace } from './obsidian/leaves';
import { VaultNoteTexts } from './obsidian/note-texts';
import { RecentEditor } from './obsidian/recent-editor';
import { RecentNote } from './obsidian/recent-note';
import { showSource } from './obsidian/show-source';
import { vaultStorage } from './obsidian/storage';
import { VaultNotes } from './obsidian/vault-notes';
import { Playback } from './playback/playback';
import { VideoMemory } from './playback/video-memory';
import { WritingPause } from './playback/writing-pause';
import { DataFile } from './settings/data-file';
import type { Settings } from './settings/settings';
import { SettingsStore } from './settings/settings-store';
import { SettingsTab } from './settings/settings-tab';
import { checkNote } from './ui/check/check-note-modal';
import { CheckVaultModal } from './ui/check/check-vault-modal';
import { ChipActions } from './ui/chip-actions';
import { pastEndText } from './ui/chip-text';
import { VIDEO_PANE, VideoPane } from './ui/pane/video-pane';
import { ReadingView } from './ui/reading-view';
import { attempt } from './ui/report';
import { videoPrompts } from './ui/set-video';

export default class PlayheadPlugin extends Plugin {
  private readonly store = new SettingsStore(new DataFile(this));
  private readonly tab = new SettingsTab(this, this.store);

  override async onload(): Promise<void> {
    await this.store.load();
    const { app } = this;
    const { settings } = this.store;
    const register = this.registerEvent.bind(this);
    const notes = new VaultNotes(app, settings);
    const recentNote = new RecentNote(app.workspace);
    notes.listen(register);
    recentNote.listen(register);

    const texts = new VaultNoteTexts(app);
    const memory = new VideoMemory(vaultStorage(app));
    const playback = new Playback(new Leaves(app.workspace), newPanePlace);
    const prompts = videoPrompts(app, notes);
    const current = (): Settings => settings.peek();

    this.registerView(
      VIDEO_PANE,
      (leaf) =>
        new VideoPane(leaf, {
          memory,
          resourceUrl: (path) => notes.resourceUrl(path),
          pastEnd: (cue, length) => {
            new Notice(pastEndText(cue.written, length));
          },
        }),
    );

    const actions = new ChipActions({ playback, ...prompts });
    const sources = { notes, memory, settings };
    this.registerEditorExtension(liveChips({ sources, actions }));
    const readingView = new ReadingView(sources, actions, {
      texts,
      showSource: (path, offset) => showSource(app, path, offset),
    });
    this.registerMarkdownPostProcessor(readingView.process);
    this.register(() => {
      readingView.end();
    });

    const options = { playback, notes, recentNote: () => recentNote.path, attempt, ...prompts };
    const checking = { notes, memory, playback, texts };
    const repairs = repairCommands({
      recentNote: options.recentNote,
      checkNote: (path) => {
        checkNote(app, path, checking);
      },
      checkVault: () => {
        new CheckVaultModal(app, checking).open();
      },
    });
    const recentEditor = this.addChild(new RecentEditor(app.workspace, recentNote));
    const writingPause = new WritingPause({
      playing: () => playback.now(undefined)?.session,
      settings: current,
      later,
    });
    this.register(() => {
      writingPause.end();
    });
    const inserts = insertCommands({
      ...options,
      settings: current,
      writer: new TimestampWriter(notes, current),
      writingPlace: () => {
        const editing = recentEditor.current;
        return editing === undefined ? undefined : writingPlace(editing);
      },
      pause: (session) => {
        writingPause.pause(session);
      },
    });
    for (const command of [...commands(options), ...repairs, ...inserts]) this.addCommand(command);
    this.addSettingTab(this.tab);
  }

  override async onExternalSettingsChange(): Promise<void> {
    await this.store.load();
    this.tab.update();
  }
}
