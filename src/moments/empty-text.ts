// The words of a list without rows.

import type { TranscriptState } from './transcript';
import { words } from '../texts/texts';

export interface EmptyFacts {
  readonly isSeen: boolean;
  readonly query: string;
  readonly path: string | undefined;
  /** Whether the note holds one. */
  readonly hasTranscript: boolean;
  /** How it stands with the transcript that is to be shown; undefined where moments are. */
  readonly transcript: TranscriptState['kind'] | undefined;
}

export function emptyText({ isSeen, query, path, hasTranscript, transcript }: EmptyFacts): string {
  if (!isSeen) return '';
  if (transcript === 'failed') return words.shared.thisTranscriptCannotBeRead;
  if (transcript === 'loading' || transcript === 'unread') return words.moments.loadingTheTranscript;
  if (query.trim() !== '') return words.moments.nothingHereHasTheseWords;
  if (path === undefined) return words.moments.openANoteAbout;
  if (hasTranscript) return words.moments.allTimestampsOfThisNote;
  return words.moments.thisNoteHasNoTimestamps;
}
