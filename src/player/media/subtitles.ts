// Reads subtitle files, whose content is untrusted, within bounds.
import { cuesIn, type SubtitleCue } from '../../core/read/subtitle-cues';
import { decode } from '../../core/read/encoding';
import type { SubtitleFile } from './media-files';
import { words } from '../../texts/texts';

export interface Subtitles {
  readonly cues: readonly SubtitleCue[];
  /** The encoding with which the text was decoded, if that is a guess; else undefined. */
  readonly guess: string | undefined;
}

/** Enough for twelve hours of talk. Bytes. */
const LARGEST = 2_000_000;

/** Rejects if the file is gone, is too large, or holds no captions. */
export async function readSubtitles(file: Pick<SubtitleFile, 'size' | 'read'>): Promise<Subtitles> {
  if (file.size > LARGEST) throw new Error(words.player.subtitlesTooLarge);
  const { text, encoding, isDoubtful } = decode(new Uint8Array(await file.read()));
  const cues = cuesIn(text);
  if (cues.length === 0) throw new Error(words.player.noSubtitles);
  return { cues, guess: isDoubtful ? encoding : undefined };
}
