// The transcript of a pane's video: the available ones, the chosen one, and its rows once they are requested.
import { providerOf, type Video } from '../core/mean/provider';
import { sameVideo } from '../core/mean/video';
import { computed, effect, signal, untracked, type ReadonlySignal } from '@preact/signals-core';
import type { PaneSession } from '../playback/pane-session';
import type { Notes, NoteTexts, Storage, SubtitleFile } from '../playback/ports';
import type { Row } from './row';
import { fileSource, namedFor, noteSource, ownSource, type TranscriptSource } from './transcript-source';

export type TranscriptState =
  | { readonly kind: 'none' | 'unread' | 'loading' | 'failed' }
  | { readonly kind: 'there'; readonly rows: readonly Row[]; readonly guess: string | undefined };

export interface TranscriptSources {
  readonly notes: Pick<Notes, 'transcriptsOf'>;
  readonly texts: Pick<NoteTexts, 'read'>;
  readonly storage: Storage;
  /** The subtitles beside the media file at a path. */
  readonly subtitles: (path: string) => readonly SubtitleFile[];
  /** The subtitle file at a path; undefined if it is none. */
  readonly subtitleAt: (path: string) => SubtitleFile | undefined;
  /** Makes a transcript's subtitles the captions of the media file too. */
  readonly showSubtitles: (path: string, file: SubtitleFile | undefined) => void;
  /** When the file at a path was changed last, in milliseconds. */
  readonly changedAt: (path: string) => number | undefined;
}

/** The part of a transcript that the user has selected. */
export interface SelectedWords {
  readonly words: string;
  readonly rows: readonly Row[];
}

const LANGUAGE = 'playhead-transcript-language';

export class Transcript {
  readonly sources: ReadonlySignal<readonly TranscriptSource[]>;
  readonly chosen: ReadonlySignal<TranscriptSource | undefined>;
  /** To be called when the pane closes. */
  readonly dispose: () => void;
  /** The user's selection in the list that shows the transcript. */
  selected: () => SelectedWords | undefined = () => undefined;
  /** The transcripts of the last note that had any. */
  private lastRead:
    | {
        readonly path: string | undefined;
        readonly video: Video;
        readonly sources: readonly TranscriptSource[];
      }
    | undefined;
  private readonly told = signal<TranscriptState>({ kind: 'unread' });
  private readonly wants = signal(0);
  private readonly choice = signal<string | undefined>(undefined);

  constructor(
    private readonly session: PaneSession,
    private readonly options: TranscriptSources,
  ) {
    const language = options.storage.load(LANGUAGE);
    this.choice.value = typeof language === 'string' ? language : undefined;
    let last: readonly TranscriptSource[] = [];
    this.sources = computed(() => {
      const found = this.find();
      if (!areSame(found, last)) last = found;
      return last;
    });
    this.chosen = computed(() => {
      const all = this.sources.value;
      const choice = this.choice.value;
      return (
        all.find(({ key, language }) => key === choice || (language !== undefined && language === choice)) ??
        all[0]
      );
    });
    const ends = [this.subscribe(), this.shareWithCaptions()];
    this.dispose = () => {
      for (const end of ends) end();
    };
  }

  get state(): ReadonlySignal<TranscriptState> {
    return this.told;
  }

  /**
   * Reads the transcript, and reads it anew when it changes. The returned function ends that: without a request, nothing is read.
   */
  want(): () => void {
    this.wants.value++;
    return () => {
      this.wants.value--;
    };
  }

  /** The rows, once they are read; undefined if there is no transcript, or none that can be read. */
  async rows(): Promise<readonly Row[] | undefined> {
    const rest = this.want();
    const settled = computed(() => {
      const state = this.told.value;
      return state.kind === 'loading' || state.kind === 'unread' ? undefined : state;
    });
    const state = await new Promise<TranscriptState>((resolve) => {
      const stop = effect(() => {
        if (settled.value === undefined) return;
        resolve(settled.value);
        queueMicrotask(() => stop());
      });
    });
    rest();
    return state.kind === 'there' ? state.rows : undefined;
  }

  /** The user chose one of several: another video that has one in the same language shows that. */
  choose({ key, language }: TranscriptSource): void {
    this.choice.value = language ?? key;
    if (language !== undefined) this.options.storage.save(LANGUAGE, language);
  }

  private find(): readonly TranscriptSource[] {
    const video = this.session.player.value?.video;
    if (video === undefined) return [];
    const file = providerOf(video).pathOf(video);
    const beside = file === undefined ? [] : this.options.subtitles(file).map(fileSource);
    const all = [...this.ofNotes(video), ...beside];
    return all.filter(({ key }, index) => all.findIndex((one) => one.key === key) === index);
  }

  /**
   * The transcripts of the pane's note; if it has none, those of the note about the video before: the user may read one and quote
   * it in another.
   */
  private ofNotes(video: Video): readonly TranscriptSource[] {
    const { path } = this.session.ticks.value;
    const found = this.ofNote(video);
    const isAnother = path !== this.lastRead?.path && sameVideo(video, this.lastRead?.video);
    if (found.length === 0 && isAnother) return this.lastRead?.sources ?? [];
    const named = path === undefined ? found : found.map((source) => namedFor(source, path));
    this.lastRead = { path, video, sources: named };
    return found;
  }

  private ofNote(video: Video): readonly TranscriptSource[] {
    const { session, options } = this;
    const { path, text } = session.ticks.value;
    const linked = (path === undefined ? [] : options.notes.transcriptsOf(path)).flatMap(
      (at): TranscriptSource[] => {
        const file = options.subtitleAt(at);
        if (file !== undefined) return [fileSource(file)];
        return at.endsWith('.md') && at !== path
          ? [
              noteSource(at, video, {
                read: (one) => options.texts.read(one),
                changedAt: options.changedAt(at),
              }),
            ]
          : [];
      },
    );
    const outline = session.outline.value;
    const own = outline.transcript.length > 0 ? [ownSource(text, outline)] : [];
    return [...linked, ...own];
  }

  /** The captions of a media file are those of its transcript; if that is a note, the first subtitles. */
  private shareWithCaptions(): () => void {
    return effect(() => {
      const video = this.session.player.value?.video;
      const path = video === undefined ? undefined : providerOf(video).pathOf(video);
      if (path === undefined) return undefined;
      const choice = this.choice.value;
      const file =
        this.chosen.value?.file ??
        this.sources.value.find(({ file: one }) => one !== undefined && one.language === choice)?.file ??
        this.sources.value.find(({ file: one }) => one !== undefined)?.file;
      untracked(() => this.options.showSubtitles(path, file));
      return () => this.options.showSubtitles(path, undefined);
    });
  }

  private subscribe(): () => void {
    let shown: TranscriptSource | undefined;
    let video: string | undefined;
    const isWanted = computed(() => this.wants.value > 0);
    return effect(() => {
      if (!isWanted.value) return;
      const source = this.chosen.value;
      const playing = JSON.stringify(this.session.player.value?.video);
      const isSameFile = source?.key === shown?.key && playing === video;
      const isSame = isSameFile && source?.version === shown?.version && source?.key !== 'note';
      if (source !== undefined && isSame) return;
      shown = source;
      video = playing;
      if (source === undefined) this.told.value = { kind: 'none' };
      else void this.read(source, { isSameFile, isCurrent: () => shown === source });
    });
  }

  private async read(
    source: TranscriptSource,
    { isSameFile, isCurrent }: { readonly isSameFile: boolean; readonly isCurrent: () => boolean },
  ): Promise<void> {
    // The old rows stay until the new ones are read.
    if (!isSameFile || this.told.peek().kind !== 'there') this.told.value = { kind: 'loading' };
    try {
      const { rows, guess } = await source.read();
      if (isCurrent()) this.told.value = { kind: 'there', rows, guess };
    } catch (cause) {
      console.warn('Playhead could not read a transcript.', cause);
      if (isCurrent()) this.told.value = { kind: 'failed' };
    }
  }
}

function areSame(ones: readonly TranscriptSource[], others: readonly TranscriptSource[]): boolean {
  return (
    ones.length === others.length &&
    ones.every(({ key, version }, index) => {
      const other = others[index];
      // A note is read anew with each of its texts.
      return key !== 'note' && key === other?.key && version === other.version;
    })
  );
}
