// The content of a subtitle file: text that anyone may have written, read within bounds.
import { cuesIn, type SubtitleCue } from '../../core/read/subtitle-cues';
import { decode } from '../../core/read/encoding';
import type { SubtitleFile } from './media-files';
import { words } from '../../texts/texts';

export interface Subtitles {
  readonly cues: readonly SubtitleCue[];
  /** How its text was read, where the file does not say so and nothing fits well; else undefined. */
  readonly guess: string | undefined;
}

/** As much as twelve hours of talk have. Bytes. */
const LARGEST = 2_000_000;

/** Rejects where the file is gone, too large, or holds no captions. */
export async function readSubtitles(file: Pick<SubtitleFile, 'size' | 'read'>): Promise<Subtitles> {
  if (file.size > LARGEST) throw new Error(words.player.subtitlesTooLarge);
  const { text, encoding, isDoubtful } = decode(new Uint8Array(await file.read()));
  const cues = cuesIn(text);
  if (cues.length === 0) throw new Error(words.player.noSubtitles);
  return { cues, guess: isDoubtful ? encoding : undefined };
}
