// Quotes what is said in the video, from its transcript.
import { providerOf } from '../core/mean/provider';
import type { ReadonlySignal } from '@preact/signals-core';
import { Notice } from 'obsidian';
import { later } from '../app/later';
import { attempt } from '../app/report';
import { momentOf } from '../core/write/quote';
import type { Row } from '../moments/row';
import { selectedWords, sentenceAt, wholeRow, type SaidWords } from '../moments/said-now';
import type { TranscriptOf } from '../moments/pane-transcripts';
import type { Now } from '../playback/now';
import type { PaneSession } from '../playback/pane-session';
import type { WritingPlace } from '../playback/ports';
import type { Inserting } from './insert';

export interface QuoteSettings {
  readonly quoteTemplate: string;
}

export interface QuotingOptions {
  readonly inserting: Inserting;
  readonly transcriptOf: TranscriptOf;
  /** The editor that the user was in last. */
  readonly writingPlace: () => WritingPlace | undefined;
  readonly settings: ReadonlySignal<QuoteSettings>;
}

/** Quotes what is said in what is watched; with `session`, in that pane, and with `row`, that. */
export type InsertQuote = (session?: PaneSession, row?: Row) => void;

/** So long nobody wonders. Milliseconds. */
const SOON = 1500;

export function quoteInserter(options: QuotingOptions): InsertQuote {
  return (session, row) => {
    options.inserting.withPlayhead(
      (now, { path }) => attempt('insert a quote', () => quote(options, now, { path, row })),
      { session },
    );
  };
}

interface Wanted {
  /** The path of the note that the user was in. */
  readonly path: string | undefined;
  readonly row: Row | undefined;
}

async function quote(options: QuotingOptions, now: Now, { path, row }: Wanted): Promise<void> {
  const { inserting, transcriptOf, writingPlace, settings } = options;
  const transcript = transcriptOf(now.session);
  const selected = row === undefined ? transcript.selected() : undefined;
  const callOff = later(SOON, () => {
    new Notice('The transcript is still loading. The quote is inserted when it is ready.');
  });
  const rows = await transcript.rows().finally(callOff);
  if (rows === undefined) {
    new Notice(
      transcript.state.peek().kind === 'failed' ? 'This transcript cannot be read.' : remedyFor(now),
    );
    return;
  }
  const said: SaidWords | undefined =
    row !== undefined
      ? wholeRow(rows, row)
      : selected === undefined
        ? sentenceAt(rows, now.seconds)
        : selectedWords(rows, selected.words, selected.rows);
  const place = writingPlace();
  if (said === undefined) new Notice('Nothing is being said at this time.');
  else if (place === undefined || place.path !== path)
    new Notice('You left the note, so nothing was inserted.');
  else {
    const { words, speaker } = said;
    inserting.write(now, place, {
      moment: momentOf(said),
      where: 'quote',
      quote: { words, speaker, template: settings.peek().quoteTemplate },
    });
  }
}

/** How to come by a transcript. */
function remedyFor({ video, session }: Now): string {
  if (session.player.peek()?.snapshot.peek().live === true)
    return 'A live stream has no transcript to quote.';
  const link = 'link to a .vtt or .srt file in the property “transcript” of the note';
  return providerOf(video).site !== undefined
    ? `This video has no transcript. Clip its page with the Web Clipper, or ${link}.`
    : `This video has no transcript. Put a subtitle file of the same name beside it, or ${link}.`;
}
