// The transcripts of the panes' videos, one for each pane.
import type { Services } from '../app/services';
import { vaultStorage } from '../app/storage';
import type { PaneSession } from '../playback/pane-session';
import { Transcript } from './transcript';

export type TranscriptOf = (session: PaneSession) => Transcript;

export function paneTranscripts({ app, notes, texts, media }: Services): TranscriptOf {
  const known = new WeakMap<PaneSession, Transcript>();
  const sources = {
    notes,
    texts,
    storage: vaultStorage(app),
    subtitles: (path: string) => media.subtitles(path),
    subtitleAt: media.subtitleAt,
    showSubtitles: media.showSubtitles,
    changedAt: media.changedAt,
  };
  return (session) => {
    const transcript = known.get(session) ?? new Transcript(session, sources);
    known.set(session, transcript);
    return transcript;
  };
}
