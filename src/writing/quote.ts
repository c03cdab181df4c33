// Quotes the words of the video, from its transcript.
import { providerOf } from '../core/mean/provider';
import type { ReadonlySignal } from '@preact/signals-core';
import { Notice } from 'obsidian';
import { later } from '../app/later';
import { attempt } from '../app/report';
import type { Clip } from '../core/mean/clips';
import { clipBetween } from '../core/write/citation';
import { momentOf } from '../core/write/quote';
import type { Row } from '../moments/row';
import {
  beginningOf,
  saidIn,
  selectedWords,
  sentenceAt,
  wholeRow,
  type QuotedWords,
} from '../moments/quoted-words';
import type { TranscriptOf } from '../moments/pane-transcripts';
import type { CurrentVideo } from '../playback/current-video';
import type { PaneSession } from '../playback/pane-session';
import type { EditTarget } from '../playback/ports';
import type { Inserting } from './insert';
import { words } from '../texts/texts';

export interface QuoteSettings {
  readonly quoteTemplate: string;
}

export interface QuotingOptions {
  readonly inserting: Inserting;
  readonly transcriptOf: TranscriptOf;
  /** The editor that the user was in last. */
  readonly editTarget: () => EditTarget | undefined;
  readonly settings: ReadonlySignal<QuoteSettings>;
}

/** Quotes the words at the playhead of the current video; with `session`, of that pane; with `row`, that row. */
export type InsertQuote = (session?: PaneSession, row?: Row) => void;

/** Milliseconds after which the user is told that the transcript is still loading. */
const SOON = 1500;

export function quoteInserter(options: QuotingOptions): InsertQuote {
  return (session, row) => {
    options.inserting.withPlayhead(
      (current, { path }) => attempt(words.actions.insertQuote, () => quote(options, current, { path, row })),
      { session },
    );
  };
}

interface QuoteRequest {
  /** The path of the note in which the user was. */
  readonly path: string | undefined;
  readonly row: Row | undefined;
}

async function quote(
  options: QuotingOptions,
  current: CurrentVideo,
  { path, row }: QuoteRequest,
): Promise<void> {
  const { inserting, transcriptOf, editTarget, settings } = options;
  const transcript = transcriptOf(current.session);
  const selected = row === undefined ? transcript.selected() : undefined;
  const part = selected === undefined ? loopedPart(current.session, row) : undefined;
  const cancel = later(SOON, () => {
    new Notice(words.writing.transcriptLoading);
  });
  const rows = await transcript.rows().finally(cancel);
  if (rows === undefined) {
    new Notice(
      transcript.state.peek().kind === 'failed' ? words.shared.transcriptUnreadable : remedyFor(current),
    );
    return;
  }
  const said = ((): QuotedWords | undefined => {
    if (part !== undefined) return saidIn(rows, part);
    if (row !== undefined) return wholeRow(rows, row);
    if (selected !== undefined) return selectedWords(rows, selected.words, selected.rows);
    return sentenceAt(rows, current.seconds);
  })();
  const target = editTarget();
  if (said === undefined) new Notice(words.writing.nothingSaid);
  else if (target === undefined || target.path !== path) new Notice(words.writing.noteLeft);
  else {
    const beginning = selected === undefined ? beginningOf(said.words) : undefined;
    if (beginning !== undefined) new Notice(words.writing.quoteShortened);
    inserting.write(current, target, {
      moment: part === undefined ? momentOf(said) : clipBetween(part.start, part.end),
      where: 'quote',
      quote: {
        words: beginning ?? said.words,
        speaker: said.speaker,
        template: settings.peek().quoteTemplate,
      },
    });
  }
}

/** The looped part of the video, if the user quotes no row, or the row in which the loop begins. */
function loopedPart({ clip }: PaneSession, row: Row | undefined): Clip | undefined {
  const looped = clip.looped.peek();
  if (looped === undefined || row === undefined) return looped?.clip;
  const { start } = looped.clip;
  const isItsRow = looped.cue === undefined && row.seconds <= start && start < (row.until ?? Infinity);
  return isItsRow ? looped.clip : undefined;
}

/** The way to get a transcript. */
function remedyFor({ video, session }: CurrentVideo): string {
  if (session.player.peek()?.snapshot.peek().live === true) return words.writing.liveWithoutTranscript;
  const link = words.writing.transcriptPropertyAdvice;
  return providerOf(video).site !== undefined
    ? words.writing.noTranscriptOfYouTube(link)
    : words.writing.noTranscriptOfFile(link);
}
