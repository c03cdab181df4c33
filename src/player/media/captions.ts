// The captions of a media file, which the browser draws over the picture.
import { effect, signal, untracked, type ReadonlySignal } from '@preact/signals-core';
import type { SubtitleCue, CuePosition } from '../../core/read/subtitle-cues';
import type { Snapshot } from '../player';
import type { SubtitleFile } from './media-files';
import { readSubtitles } from './subtitles';
import { words } from '../../texts/texts';

export interface CaptionsOptions {
  /** Changes if the user chooses another language, or if the file is edited. */
  readonly file: ReadonlySignal<SubtitleFile | undefined>;
  readonly isOn: ReadonlySignal<boolean>;
  /** Called with the state of the captions: whether there is a subtitle file, and whether it could be read. */
  readonly onState: (state: Snapshot['captions']) => void;
}

export class Captions {
  private readonly said = signal<string | undefined>(undefined);
  private readonly stop: () => void;
  private track: TextTrack | undefined;
  private file: SubtitleFile | undefined;
  private isAsked = false;
  private hasEnded = false;

  /** The file is read when captions are turned on for the first time. */
  constructor(
    private readonly element: HTMLVideoElement,
    private readonly options: CaptionsOptions,
  ) {
    this.stop = effect(() => {
      const file = options.file.value;
      const isOn = options.isOn.value;
      untracked(() => {
        if (!isSame(file, this.file)) this.turnTo(file);
        if (this.file !== undefined && isOn && !this.isAsked) void this.read(this.file);
        this.show();
      });
    });
  }

  /** The words of the captions now, as plain text; undefined if the video has none. */
  get text(): ReadonlySignal<string | undefined> {
    return this.said;
  }

  dispose(): void {
    this.hasEnded = true;
    this.stop();
  }

  private turnTo(file: SubtitleFile | undefined): void {
    const isEdited = file?.path === this.file?.path;
    this.file = file;
    this.isAsked = false;
    // After an edit, the old words stay until the new ones are read.
    if (!isEdited) this.fill([]);
    this.options.onState(file === undefined ? undefined : 'there');
  }

  private async read(file: SubtitleFile): Promise<void> {
    this.isAsked = true;
    const isCurrent = (): boolean => !this.hasEnded && this.file === file;
    try {
      const { cues } = await readSubtitles(file);
      if (isCurrent()) this.fill(cues);
    } catch {
      if (!isCurrent()) return;
      this.fill([]);
      this.options.onState('unreadable');
    }
  }

  /** A track cannot be removed from its element: one track is kept, and its cues are replaced. */
  private fill(cues: readonly SubtitleCue[]): void {
    if (this.track === undefined) {
      if (cues.length === 0) return;
      this.track = this.element.addTextTrack('captions', words.shared.captions, this.file?.language ?? '');
      this.track.addEventListener('cuechange', () => this.tell());
    }
    // The cues of a disabled track cannot be removed.
    this.track.mode = 'hidden';
    for (const cue of Array.from(this.track.cues ?? [])) this.track.removeCue(cue);
    for (const cue of cues) this.track.addCue(cueOf(cue));
    this.show();
  }

  private show(): void {
    // A disabled track has no active cues.
    if (this.track !== undefined) this.track.mode = this.options.isOn.peek() ? 'showing' : 'disabled';
    this.tell();
  }

  private tell(): void {
    if (this.hasEnded) return;
    const cues = Array.from(this.track?.activeCues ?? []).filter(isWebVtt);
    const text = cues.map((cue) => cue.getCueAsHTML().textContent).join('\n');
    this.said.value = this.file === undefined ? undefined : text;
  }
}

function isSame(one: SubtitleFile | undefined, other: SubtitleFile | undefined): boolean {
  return one?.path === other?.path && one?.changedAt === other?.changedAt && one?.size === other?.size;
}

function isWebVtt(cue: TextTrackCue): cue is VTTCue {
  return 'getCueAsHTML' in cue;
}

const POSITIONS = ['align', 'line', 'position', 'size', 'snapToLines', 'vertical'] as const;

/** Characters of a caption that fit in one row of a picture of usual width. */
const ROW = 60;

/** The rows that a caption takes on a picture of usual width. */
function rowsOf(text: string): number {
  const lengths = text.split('\n').map((line) => line.replace(/<[^<>]*>/g, '').length);
  return lengths.reduce((rows, length) => rows + Math.max(1, Math.ceil(length / ROW)), 0);
}

function cueOf({ start, end, text, position }: SubtitleCue): VTTCue {
  const cue = new VTTCue(start, end, text);
  for (const name of POSITIONS) put(cue, name, position[name]);
  // Other players also show a position on the picture's edge as a line below.
  const { line, vertical, snapToLines } = position;
  if (line === undefined && vertical === undefined && snapToLines !== false) cue.line = -1 - rowsOf(text);
  return cue;
}

/** Ignores a position the browser rejects. */
function put<K extends keyof CuePosition>(cue: VTTCue, name: K, value: VTTCue[K] | undefined): void {
  try {
    if (value !== undefined) cue[name] = value;
  } catch {
    // Out of range.
  }
}
