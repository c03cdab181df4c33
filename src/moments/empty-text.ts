// The texts of a list without rows.

import type { TranscriptState } from './transcript';
import { words } from '../texts/texts';

export interface EmptyFacts {
  readonly isSeen: boolean;
  readonly query: string;
  readonly path: string | undefined;
  /** Whether the note holds a transcript. */
  readonly hasTranscript: boolean;
  /** The state of the transcript; undefined for the list of moments. */
  readonly transcript: TranscriptState['kind'] | undefined;
}

export function emptyText({ isSeen, query, path, hasTranscript, transcript }: EmptyFacts): string {
  if (!isSeen) return '';
  if (transcript === 'failed') return words.shared.transcriptUnreadable;
  if (transcript === 'loading' || transcript === 'unread') return words.moments.loadingTranscript;
  if (query.trim() !== '') return words.moments.noMatches;
  if (path === undefined) return words.moments.noNoteOpen;
  if (hasTranscript) return words.moments.allInTranscript;
  return words.moments.noTimestamps;
}
