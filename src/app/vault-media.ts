// The media files of the vault: their addresses and subtitles, also when files are renamed, deleted or added.
import { signal, type ReadonlySignal } from '@preact/signals-core';
import { Component, getLanguage, TFile, type App, type TAbstractFile } from 'obsidian';
import { fileAt, providerOf } from '../core/mean/provider';
import { languageIn } from '../core/read/transcript-link';
import { fileCame, fileGone, fileMoved } from './moved-files';
import type { PaneSession } from '../playback/pane-session';
import type { PaneState } from '../playback/pane-state';
import type { Panes } from '../playback/panes';
import type { FileBytes, MediaFiles, SubtitleFile } from '../playback/ports';
import type { VideoMemory } from '../playback/video-memory';
import type { RenamedFiles } from './renamed-files';
import { storedSwitch, vaultStorage } from './storage';

const SUBTITLES = /\.(?:vtt|srt)$/;

/** The part between the name of a media file and the ending of its subtitles: `en`, `pt-BR`. */
const LANGUAGE = /^\.([a-z]{2,3}(?:-[a-z\d]{2,8})*)$/i;

export class VaultMedia extends Component implements MediaFiles {
  /** Whether captions are shown: on at first, since a user who puts a subtitle file beside a video wants to see it. */
  readonly captions: ReturnType<typeof storedSwitch>;
  /** Changes whenever a subtitle file of the vault does. */
  private readonly subtitleFiles;
  /** The subtitles of the transcript, by the path of their media file. */
  private readonly shown = signal<ReadonlyMap<string, SubtitleFile>>(new Map());

  constructor(
    private readonly app: App,
    private readonly panes: Panes,
    private readonly memory: VideoMemory,
    /** It learns of renames before this does. */
    private readonly renamed: Pick<RenamedFiles, 'now' | 'forget'>,
  ) {
    super();
    this.subtitleFiles = signal({ vault: app.vault });
    this.captions = storedSwitch(vaultStorage(app), 'playhead-captions');
  }

  override onload(): void {
    const { vault, workspace } = this.app;
    this.registerEvent(vault.on('rename', (file, oldPath) => this.onRename(file, oldPath)));
    this.registerEvent(
      vault.on('delete', ({ path }) => {
        for (const session of this.sessions()) fileGone(session, fileAt(path));
      }),
    );
    const tell = ({ path }: TAbstractFile): void => {
      if (SUBTITLES.test(path)) this.subtitleFiles.value = { vault };
    };
    this.registerEvent(vault.on('modify', tell));
    this.registerEvent(vault.on('create', tell));
    this.registerEvent(vault.on('delete', tell));
    this.registerEvent(vault.on('rename', tell));
    let hasEnded = false;
    this.register(() => {
      hasEnded = true;
    });
    // Before the layout is ready, the app reports every file that it finds.
    workspace.onLayoutReady(() => {
      if (!hasEnded) this.registerEvent(vault.on('create', this.fileAdded));
    });
  }

  private readonly fileAdded = ({ path }: TAbstractFile): void => {
    // The path now means the new file.
    this.renamed.forget(path);
    this.lookAgain();
  };

  get captionsOn(): ReadonlySignal<boolean> {
    return this.captions.isOn;
  }

  /** The address of a vault file's bytes; undefined if there is no such file now. */
  readonly resourceUrl = (path: string): string | undefined => {
    const file = this.find(path);
    return file === undefined ? undefined : this.app.vault.getResourcePath(file);
  };

  bytes(path: string): FileBytes | undefined {
    const file = this.find(path);
    if (file === undefined) return undefined;
    return { size: file.stat.size, read: () => this.app.vault.readBinary(file) };
  }

  /** For `talk.mp4`: `talk.vtt` and `talk.srt`, then those in the app's language, such as `talk.en.vtt`, then all others. */
  subtitles(path: string): readonly SubtitleFile[] {
    const media = this.subtitleFiles.value.vault.getFileByPath(path);
    const beside = (media?.parent?.children ?? []).filter((file) => file instanceof TFile);
    const rank = ({ language, format }: SubtitleFile): string =>
      `${language === undefined ? 0 : language === getLanguage() ? 1 : 2}${format === 'vtt' ? 0 : 1}${language ?? ''}`;
    return beside
      .map((file) => this.subtitleFile(file, media?.basename ?? ''))
      .filter((file) => file !== undefined)
      .sort((one, other) => (rank(one) < rank(other) ? -1 : 1));
  }

  /** The subtitles that the transcript shows, else the first file beside the video. */
  captionsOf(path: string): SubtitleFile | undefined {
    return this.shown.value.get(path) ?? this.subtitles(path)[0];
  }

  /** Makes these subtitles the transcript of the media file at `path`; with undefined, it has none. */
  readonly showSubtitles = (path: string, file: SubtitleFile | undefined): void => {
    const shown = new Map(this.shown.peek());
    if (file === undefined) shown.delete(path);
    else shown.set(path, file);
    this.shown.value = shown;
  };

  /** When the file at a path was changed last, in milliseconds; undefined if there is none. */
  readonly changedAt = (path: string): number | undefined => this.find(path)?.stat.mtime;

  /** The subtitle file at a path, whichever media file it belongs to. */
  readonly subtitleAt = (path: string): SubtitleFile | undefined => {
    const file = this.subtitleFiles.value.vault.getFileByPath(path);
    return file === null ? undefined : subtitleFile(this.app, file, languageIn(path));
  };

  /** Replaces the path in a saved state of a pane by the file's present path. */
  readonly withPresentPath = (state: PaneState): PaneState => {
    const { video } = state;
    const path = providerOf(video).pathOf(video);
    const now = path === undefined ? undefined : this.renamed.now(path);
    return now === undefined ? state : { ...state, video: fileAt(now) };
  };

  private subtitleFile(file: TFile, name: string): SubtitleFile | undefined {
    const { basename } = file;
    if (!basename.startsWith(name)) return undefined;
    const rest = basename.slice(name.length);
    const language = LANGUAGE.exec(rest)?.[1];
    return rest !== '' && language === undefined ? undefined : subtitleFile(this.app, file, language);
  }

  private onRename(file: TAbstractFile, oldPath: string): void {
    const from = fileAt(oldPath);
    const to = fileAt(file.path);
    this.memory.rename(from, to);
    for (const session of this.sessions()) fileMoved(session, from, to);
    this.app.workspace.requestSaveLayout();
    this.lookAgain();
  }

  private lookAgain(): void {
    for (const session of this.sessions()) fileCame(session, (path) => this.find(path) !== undefined);
  }

  private sessions(): readonly PaneSession[] {
    return this.panes
      .all()
      .map(({ session }) => session)
      .filter((session) => session !== undefined);
  }

  /**
   * By the path alone, not as a link: a link was resolved where it was read, and a file of the same name elsewhere is another
   * video.
   */
  private find(path: string): TFile | undefined {
    return this.app.vault.getFileByPath(path) ?? undefined;
  }
}

function subtitleFile(app: App, file: TFile, language: string | undefined): SubtitleFile | undefined {
  const { path, extension, stat } = file;
  if (extension !== 'vtt' && extension !== 'srt') return undefined;
  const { size, mtime: changedAt } = stat;
  return { path, format: extension, language, size, changedAt, read: () => app.vault.readBinary(file) };
}
