// The services that `main.ts` makes once and hands to every feature: the notes and videos of the vault, playback, and the plugin's
// open dialogs.
import type { ReadonlySignal } from '@preact/signals-core';
import { Component, Notice, Platform, type App } from 'obsidian';
import type { Playback } from '../playback/playback';
import type { Panes } from '../playback/panes';
import type { Notes, NoteTexts, ShownNotes } from '../playback/ports';
import type { VideoMemory } from '../playback/video-memory';
import { YouTubeHosts } from '../playback/youtube-hosts';
import type { Settings } from '../settings/settings';
import { VaultLiveTexts } from './live-texts';
import { VaultNoteTexts } from './note-texts';
import { Openings } from './openings';
import { RecentEditor } from './recent-editor';
import { RecentNote } from './recent-note';
import { RememberedVideos } from './remembered-videos';
import { RenamedFiles } from './renamed-files';
import { videoPrompts, type VideoPrompts } from './set-video';
import { VaultShownNotes } from './shown-notes';
import { attempt } from './report';
import { showSource } from './show-source';
import { vaultStorage } from './storage';
import { VaultMedia } from './vault-media';
import { VaultNotes } from './vault-notes';
import { words } from '../texts/texts';

export interface Services extends VideoPrompts {
  readonly app: App;
  readonly settings: ReadonlySignal<Settings>;
  readonly notes: Notes;
  /** The texts of notes as they are now. */
  readonly texts: NoteTexts;
  readonly shownNotes: ShownNotes;
  readonly memory: VideoMemory;
  readonly media: VaultMedia;
  readonly youTube: YouTubeHosts;
  readonly panes: Panes;
  readonly playback: Playback;
  /** The path of the note that the user was in last. If an effect asks for it, it runs again when the user goes to another note. */
  readonly recentNote: () => string | undefined;
  readonly recentEditor: Pick<RecentEditor, 'current'>;
  /** Tells the user that no editor is open, and offers to edit the note in reading view. */
  readonly offerEditing: () => void;
  /** The dialogs and menus that close with the plugin. */
  readonly opened: Openings;
}

export interface PlaybackServices {
  readonly panes: Panes;
  readonly playback: Playback;
}

/** The services; they follow the vault while this component is loaded. */
export class VaultServices extends Component implements Services {
  readonly notes: VaultNotes;
  readonly texts: VaultNoteTexts;
  readonly shownNotes: VaultShownNotes;
  readonly memory: VideoMemory;
  readonly media: VaultMedia;
  readonly youTube: YouTubeHosts;
  readonly panes: Panes;
  readonly playback: Playback;
  readonly recentEditor: RecentEditor;
  readonly offerVideo: VideoPrompts['offerVideo'];
  readonly askForVideo: VideoPrompts['askForVideo'];
  readonly opened = new Openings();
  private readonly recent: RecentNote;
  private readonly liveTexts: VaultLiveTexts;
  private readonly renamed: RenamedFiles;

  constructor(
    readonly app: App,
    readonly settings: ReadonlySignal<Settings>,
    { panes, playback }: PlaybackServices,
  ) {
    super();
    const storage = vaultStorage(app);
    this.panes = panes;
    this.playback = playback;
    this.recent = new RecentNote(app.workspace);
    this.texts = new VaultNoteTexts(app);
    this.liveTexts = new VaultLiveTexts(app, this.texts);
    this.renamed = new RenamedFiles(storage);
    const { texts, liveTexts, renamed } = this;
    this.notes = new VaultNotes(app, settings, { texts, liveTexts, renamed });
    // On iOS the pages of the app have no address that YouTube accepts, and no setting gives them one.
    this.youTube = new YouTubeHosts({ storage, settings, isRefusing: Platform.isIosApp });
    const remembered = this.addChild(new RememberedVideos(app));
    this.memory = remembered.memory;
    const { notes, memory } = this;
    this.shownNotes = new VaultShownNotes({ notes, memory, settings, texts: liveTexts });
    this.media = this.addChild(new VaultMedia(app, panes, memory, renamed));
    this.recentEditor = this.addChild(new RecentEditor(app.workspace, this.recent));
    const { offerVideo, askForVideo } = videoPrompts(app, notes, this.opened);
    this.offerVideo = offerVideo;
    this.askForVideo = askForVideo;
  }

  readonly recentNote = (): string | undefined => this.recent.path;

  readonly offerEditing = (): void => {
    const path = this.recentNote();
    if (path === undefined) new Notice(words.app.noNoteEdited);
    else
      this.opened.offer(words.app.noteIsRead, words.app.editNote, () =>
        attempt(words.actions.openNote, () => showSource(this.app, path)),
      );
  };

  override onload(): void {
    this.register(this.texts.dispose);
    this.register(this.opened.dispose);
    // First, since the other listeners ask for renames.
    this.renamed.listen(this.registerEvent.bind(this), this.app.vault);
    for (const source of [this.notes, this.recent, this.texts, this.liveTexts]) {
      source.listen(this.registerEvent.bind(this));
    }
  }
}
