// The sources of a transcript: the note itself, files that it links to, and subtitles beside a media file.
import { ticksOf, type Tick } from '../core/mean/ticks';
import type { Video } from '../core/mean/video';
import { beginsLine, paragraphsOf, type Outline } from '../core/read/outline';
import { sentencesOf, type SpokenSentence } from '../core/read/spoken-sentences';
import { scan } from '../core/read/scan';
import { readSubtitles } from '../player/media/subtitles';
import type { SubtitleFile } from '../playback/ports';
import { paragraphRows, type Row } from './row';
import { words } from '../texts/texts';

export interface TranscriptRows {
  readonly rows: readonly Row[];
  /** The encoding with which it was decoded, if that may be wrong. */
  readonly guess?: string | undefined;
}

export interface TranscriptSource {
  /** The path of its file. */
  readonly key: string;
  /** Changes if it must be read anew. */
  readonly version: string;
  /** Undefined if it is no subtitle file. */
  readonly file?: SubtitleFile;
  readonly name: string;
  readonly language: string | undefined;
  /** Rejects with a reason. */
  read(): Promise<TranscriptRows>;
}

/** The transcript within the note. */
export function ownSource(text: string, { transcript }: Outline): TranscriptSource {
  const rows = paragraphRows(text, transcript);
  return {
    key: 'note',
    version: '',
    name: words.shared.thisNote,
    language: undefined,
    read: () => Promise.resolve({ rows }),
  };
}

/** A source of the note at `path`, with a name that shows it beside another note's. */
export function namedFor(source: TranscriptSource, path: string): TranscriptSource {
  return source.key === 'note' ? { ...source, name: noteName(path) } : source;
}

export function fileSource(file: SubtitleFile): TranscriptSource {
  return {
    key: file.path,
    version: `${file.size} ${file.changedAt}`,
    file,
    name: nameOf(file),
    language: file.language,
    async read() {
      const { cues, guess } = await readSubtitles(file);
      return { rows: sentencesOf(cues).map(rowOf), guess };
    },
  };
}

/** A note as a transcript, by the times at the start of its lines, whatever its own video is. */
export function noteSource(
  path: string,
  video: Video,
  {
    read,
    changedAt,
  }: { readonly read: (path: string) => Promise<string>; readonly changedAt: number | undefined },
): TranscriptSource {
  return {
    key: path,
    version: String(changedAt),
    name: noteName(path),
    language: undefined,
    async read() {
      const text = await read(path);
      const rows = paragraphRows(text, paragraphsOf(text, lineTicks(text, video)));
      if (rows.length === 0) throw new Error(words.moments.noTimedLines);
      return { rows: rows.map(withoutTick) };
    },
  };
}

function lineTicks(text: string, video: Video): readonly Tick[] {
  const timestamps = scan(text).filter((timestamp) => beginsLine(text, timestamp));
  const videos = { own: video, shown: [] };
  const ticks = ticksOf(
    timestamps.map((timestamp) => ({ ...timestamp, named: undefined })),
    { video, length: undefined, videos, resolve: () => undefined },
  );
  return [...ticks].sort((one, other) => one.timestamp.from - other.timestamp.from);
}

/** The tick belongs to another note than the pane's. */
function withoutTick({ kind, seconds, end, until, words }: Row): Row {
  return { kind, seconds, end, until, words };
}

function rowOf({ seconds, end, text, speaker }: SpokenSentence): Row {
  return { kind: 'transcript', seconds, end: undefined, until: end, words: text, speaker };
}

function noteName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.md$/, '');
}

function nameOf({ path, language }: SubtitleFile): string {
  const file = path.slice(path.lastIndexOf('/') + 1);
  if (language === undefined) return file;
  try {
    return new Intl.DisplayNames(undefined, { type: 'language' }).of(language) ?? language;
  } catch {
    return language;
  }
}
