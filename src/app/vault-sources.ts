// All that is known of the vault's notes and videos, kept up to date for as long as this is loaded.
import type { ReadonlySignal } from '@preact/signals-core';
import { Component, Platform, type App } from 'obsidian';
import type { SyntaxSettings } from '../core/mean/syntax';
import { YouTubeHosts, type YouTubeSettings } from '../playback/youtube-hosts';
import { VaultLiveTexts } from './live-texts';
import { VaultNoteTexts } from './note-texts';
import { RecentNote } from './recent-note';
import { RememberedVideos } from './remembered-videos';
import { RenamedFiles } from './renamed-files';
import { VaultShownNotes } from './shown-notes';
import { vaultStorage } from './storage';
import { VaultNotes, type NoteSettings } from './vault-notes';

export class VaultSources<S extends NoteSettings & SyntaxSettings & YouTubeSettings> extends Component {
  readonly notes: VaultNotes;
  /** The note that the user was in last. */
  readonly recent: RecentNote;
  /** The texts as they are now. */
  readonly noteTexts: VaultNoteTexts;
  /** What media files were called before. */
  readonly renamed: RenamedFiles;
  /** The texts as values. */
  readonly texts: VaultLiveTexts;
  /** What is shown of the notes, as values. */
  readonly shownNotes: VaultShownNotes;
  readonly youTube: YouTubeHosts;
  private readonly remembered: RememberedVideos;

  constructor(
    private readonly app: App,
    readonly settings: ReadonlySignal<S>,
  ) {
    super();
    this.recent = new RecentNote(app.workspace);
    this.noteTexts = new VaultNoteTexts(app);
    this.texts = new VaultLiveTexts(app, this.noteTexts);
    const storage = vaultStorage(app);
    this.renamed = new RenamedFiles(storage);
    this.notes = new VaultNotes(app, settings, {
      texts: this.noteTexts,
      liveTexts: this.texts,
      renamed: this.renamed,
    });
    // On iOS the app's pages have no address that YouTube takes, and nothing gives them one.
    this.youTube = new YouTubeHosts({ storage, settings, isRefusing: Platform.isIosApp });
    this.remembered = this.addChild(new RememberedVideos(app));
    this.shownNotes = new VaultShownNotes(this);
  }

  readonly recentNote = (): string | undefined => this.recent.path;

  get memory(): RememberedVideos['memory'] {
    return this.remembered.memory;
  }

  override onload(): void {
    this.register(this.noteTexts.end);
    // Before all others: they ask it.
    this.renamed.listen(this.registerEvent.bind(this), this.app.vault);
    for (const source of [this.notes, this.recent, this.texts]) source.listen(this.registerEvent.bind(this));
  }
}
