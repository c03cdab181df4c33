// What is said where a list has no rows.

export interface EmptyFacts {
  readonly isSeen: boolean;
  readonly query: string;
  readonly path: string | undefined;
  readonly hasTranscript: boolean;
}

export function emptyText({ isSeen, query, path, hasTranscript }: EmptyFacts): string {
  if (!isSeen) return '';
  if (query.trim() !== '') return 'Nothing here has these words.';
  if (path === undefined) return 'Open a note about this video to see its moments here.';
  if (hasTranscript) return 'All timestamps of this note are in its transcript.';
  return 'This note has no timestamps of this video yet. Insert timestamp writes one.';
}
