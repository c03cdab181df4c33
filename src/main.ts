// The composition root: makes the services once, hands them to each feature, and decides nothing.
import './app/language';
import { Plugin } from 'obsidian';
import { VaultServices } from './app/services';
import { registerCheck } from './check/register';
import { registerChips } from './chips/register';
import { registerFollow } from './follow/register';
import { paneTranscripts } from './moments/pane-transcripts';
import { registerMoments } from './moments/register';
import { registerOutside } from './outside/register';
import { Leaves, locationOfNewPane } from './pane/leaves';
import { registerPanes } from './pane/register';
import { Playback } from './playback/playback';
import { stepsOf } from './playback/transport';
import { registerNewNote } from './new-note/register';
import { registerPreviews } from './preview/register';
import { DataFile } from './settings/data-file';
import { SettingsStore } from './settings/settings-store';
import { SettingsTab } from './settings/settings-tab';
import { registerWriting } from './writing/register';

export default class PlayheadPlugin extends Plugin {
  private readonly store = new SettingsStore(new DataFile(this));
  private readonly tab = new SettingsTab(this, this.store);

  override async onload(): Promise<void> {
    await this.store.load();
    const { settings } = this.store;
    const leaves: Leaves = new Leaves(this.app.workspace, (state) => services.media.withPresentPath(state));
    const playback = new Playback(
      leaves,
      () => locationOfNewPane(settings.peek().newPanePlace),
      stepsOf(settings),
    );
    const services = this.addChild(new VaultServices(this.app, settings, { panes: leaves, playback }));
    const preview = registerPreviews(this, services, leaves.shownPlayers);
    const { nowPlaying, opened } = registerFollow(this, services);
    const chips = registerChips(this, services, { preview, nowPlaying });
    registerCheck(this, services, preview);
    const transcriptOf = paneTranscripts(services);
    const writing = registerWriting(this, services, transcriptOf);
    const newNote = registerNewNote(this, services);
    const { buttons, insertQuote } = writing;
    const others = registerOutside(this, services, { writing, newNote });
    // For other plugins and scripts, under a fixed name.
    Object.assign(this, { api: others.api });
    const set = this.store.set.bind(this.store);
    const lists = registerMoments(services, { previews: preview, chips, set, transcriptOf, insertQuote });
    registerPanes(this, services, {
      leaves,
      previews: preview,
      lists,
      buttons,
      opened: [opened, others.opened],
    });
    this.addSettingTab(this.tab);
  }

  override async onExternalSettingsChange(): Promise<void> {
    await this.store.load();
    this.tab.update();
  }
}
