// The captions of a media file: over the picture, by the browser, while the user wants them.
import { effect, signal, type ReadonlySignal } from '@preact/signals-core';
import type { Cue, CuePosition } from '../../core/read/cues';
import type { SubtitleFile } from './media-files';
import { readSubtitles } from './subtitles';

export interface CaptionsOptions {
  readonly file: SubtitleFile;
  readonly isOn: ReadonlySignal<boolean>;
  /** The file cannot be read. */
  readonly onFailure: () => void;
}

export class Captions {
  private readonly said = signal('');
  private readonly stop: () => void;
  private track: TextTrack | undefined;
  private isAsked = false;
  private hasEnded = false;

  /** The file is read when captions are on for the first time. */
  constructor(
    private readonly element: HTMLVideoElement,
    private readonly options: CaptionsOptions,
  ) {
    this.stop = effect(() => {
      if (options.isOn.value && !this.isAsked) void this.read();
      this.show();
    });
  }

  /** The captions at this moment, as plain text. */
  get text(): ReadonlySignal<string> {
    return this.said;
  }

  end(): void {
    this.hasEnded = true;
    this.stop();
  }

  private async read(): Promise<void> {
    this.isAsked = true;
    try {
      const { cues } = await readSubtitles(this.options.file);
      if (!this.hasEnded) this.add(cues);
    } catch {
      if (!this.hasEnded) this.options.onFailure();
    }
  }

  private add(cues: readonly Cue[]): void {
    const track = this.element.addTextTrack('captions', 'Captions', this.options.file.language ?? '');
    for (const cue of cues) track.addCue(cueOf(cue));
    track.addEventListener('cuechange', () => this.tell());
    this.track = track;
    this.show();
  }

  private show(): void {
    if (this.track === undefined) return;
    // A track that is disabled knows of no moment.
    this.track.mode = this.options.isOn.peek() ? 'showing' : 'disabled';
    this.tell();
  }

  private tell(): void {
    if (this.hasEnded) return;
    const cues = Array.from(this.track?.activeCues ?? []).filter(isWebVtt);
    this.said.value = cues.map((cue) => cue.getCueAsHTML().textContent).join('\n');
  }
}

function isWebVtt(cue: TextTrackCue): cue is VTTCue {
  return 'getCueAsHTML' in cue;
}

const POSITIONS = ['align', 'line', 'position', 'size', 'snapToLines', 'vertical'] as const;

function cueOf({ start, end, text, position }: Cue): VTTCue {
  const cue = new VTTCue(start, end, text);
  for (const name of POSITIONS) put(cue, name, position[name]);
  return cue;
}

/** A setting that the browser does not take is left out. */
function put<K extends keyof CuePosition>(cue: VTTCue, name: K, value: VTTCue[K] | undefined): void {
  try {
    if (value !== undefined) cue[name] = value;
  } catch {
    // Out of its range.
  }
}
