// The words of a list without rows.

import type { TranscriptState } from './transcript';

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
  if (transcript === 'failed') return 'This transcript cannot be read.';
  if (transcript === 'loading' || transcript === 'unread') return 'Loading the transcript…';
  if (query.trim() !== '') return 'No matches found.';
  if (path === undefined) return 'Open a note about this video to see its moments here.';
  if (hasTranscript) return 'All timestamps of this note are in its transcript.';
  return 'This note has no timestamps of this video yet. Insert timestamp writes one.';
}
