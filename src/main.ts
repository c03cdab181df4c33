// The composition root: builds, wires and registers; decides nothing.
import { Plugin, type EditorPosition } from 'obsidian';
import { allCommands } from './composition/all-commands';
import { registerVideoPanes } from './composition/video-panes';
import { watching } from './composition/watching';
import { writing } from './composition/writing';
import { liveChips } from './chips/live-preview/live-chips';
import { showSource } from './app/show-source';
import { vaultStorage } from './app/storage';
import { VaultSources } from './app/vault-sources';
import { contextOf } from './app/note-context';
import type { NoteContext } from './core/read/shown';
import { DataFile } from './settings/data-file';
import { SettingsStore } from './settings/settings-store';
import { SettingsTab } from './settings/settings-tab';
import { noteChecks } from './check/note-checks';
import { ChipActions } from './chips/chip-actions';
import { copyLink, openAddress } from './app/links';
import { listHeight } from './moments/list-height';
import { PaneLists } from './moments/pane-lists';
import { rowMenu } from './moments/row-menu';
import { saidActions } from './moments/said-menu';
import { previewing } from './preview/previewing';
import { ReadingView } from './chips/reading-view/reading-view';
import { Openings } from './app/openings';
import { quoteInserter } from './writing/quote';
import { videoPrompts } from './app/set-video';

export default class PlayheadPlugin extends Plugin {
  private readonly store = new SettingsStore(new DataFile(this));
  private readonly tab = new SettingsTab(this, this.store);

  override async onload(): Promise<void> {
    await this.store.load();
    const { app } = this;
    const { settings } = this.store;
    const sources = this.addChild(new VaultSources(app, settings));
    const { notes, memory, noteTexts, shownNotes, youTube } = sources;
    const opened = new Openings();
    this.register(opened.end);
    const prompts = videoPrompts(app, notes, opened);
    const watched = watching(this, sources);
    const { playback, following, media } = watched;
    const written = writing(this, sources, { playback, prompts });
    const { shownPlayers } = watched.panes;
    const previews = previewing(this, media, {
      notes,
      memory,
      settings,
      shownNotes,
      playback,
      youTube,
      shownPlayers,
    });
    const context = (path: string): NoteContext => contextOf(path, { notes, memory, settings });
    const actions = new ChipActions({ playback, preview: previews, opened, ...prompts });
    const chipSources = { notes, memory, settings, shownNotes, nowPlaying: following.nowPlaying };
    const showSourceAt = (path: string, place: EditorPosition): Promise<void> => showSource(app, path, place);
    const rowMenuOptions = { sources: chipSources, actions, texts: noteTexts, showSource: showSourceAt };
    const insertQuote = quoteInserter({
      ...written,
      transcriptOf: (session) => lists.transcriptOf(session),
    });
    const storage = vaultStorage(app);
    const lists: PaneLists = new PaneLists({
      settings,
      saidActions: saidActions(opened, insertQuote),
      transcripts: {
        notes,
        texts: noteTexts,
        storage,
        subtitles: (path) => media.subtitles(path),
        subtitleAt: media.subtitleAt,
      },
      set: (key, value) => this.store.set(key, value),
      height: listHeight(storage),
      previews,
      openMenu: rowMenu(rowMenuOptions),
    });
    registerVideoPanes(this, sources, { ...written, ...watched, previews, lists, insertQuote });
    this.registerEditorExtension(liveChips({ sources: chipSources, actions, contextOf: context }));
    const readingView = new ReadingView(chipSources, actions, {
      texts: noteTexts,
      showSource: showSourceAt,
    });
    this.registerMarkdownPostProcessor(readingView.process);
    this.register(readingView.end);

    const checking = { notes, memory, settings, playback, texts: noteTexts, previews, opened };
    const all = allCommands({
      ...written,
      insertQuote,
      ...noteChecks(app, checking),
      captions: media.captions,
      openAddress,
      copyLink,
      texts: noteTexts,
      recentNote: sources.recentNote,
      contextOf: context,
    });
    for (const command of all) this.addCommand(command);
    this.addSettingTab(this.tab);
  }

  override async onExternalSettingsChange(): Promise<void> {
    await this.store.load();
    this.tab.update();
  }
}
