// The command that quotes what is said in the video, from its transcript.
import { Notice, type Command } from 'obsidian';
import { momentOf } from '../core/write/quote';
import type { Row } from '../moments/row';
import { selectedWords, sentenceAt, wholeRow, type SaidWords } from '../moments/said-now';
import type { Transcript } from '../moments/transcript';
import type { Now } from '../playback/now';
import type { PaneSession } from '../playback/pane-session';
import type { Later, WritingPlace } from '../playback/ports';
import type { Inserting } from './insert';

export interface QuoteSettings {
  readonly quoteTemplate: string;
}

export interface QuotingOptions {
  readonly inserting: Inserting;
  readonly transcriptOf: (session: PaneSession) => Transcript;
  /** The editor that the user was in last. */
  readonly writingPlace: () => WritingPlace | undefined;
  readonly settings: () => QuoteSettings;
  readonly later: Later;
  readonly attempt: (doing: string, task: () => Promise<unknown>) => void;
}

/** Quotes what is said in what is watched; with `session`, in that pane, and with `row`, that. */
export type InsertQuote = (session?: PaneSession, row?: Row) => void;

/** So long nobody wonders. Milliseconds. */
const SOON = 1500;

export interface QuoteCommandOptions {
  readonly insertQuote: InsertQuote;
}

export function quoteCommands({ insertQuote }: QuoteCommandOptions): readonly Command[] {
  return [
    {
      id: 'insert-quote',
      name: 'Insert quote',
      icon: 'lucide-quote',
      callback: () => {
        insertQuote();
      },
    },
  ];
}

export function quoteInserter(options: QuotingOptions): InsertQuote {
  return (session, row) => {
    options.inserting.withPlayhead(
      (now, { path }) => {
        options.attempt('insert a quote', () => quote(options, now, { path, row }));
      },
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
  const { inserting, transcriptOf, writingPlace, settings, later } = options;
  const transcript = transcriptOf(now.session);
  const selected = row === undefined ? transcript.selected() : undefined;
  const callOff = later(SOON, () => {
    new Notice('The transcript is still loading. The quote is written when it is there.');
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
  if (said === undefined) new Notice('Nothing is said yet at this second.');
  else if (place === undefined || place.path !== path)
    new Notice('The note is not being edited any more, so nothing was written.');
  else {
    const { words, speaker } = said;
    inserting.write(now, place, {
      moment: momentOf(said),
      where: 'quote',
      quote: { words, speaker, template: settings().quoteTemplate },
    });
  }
}

/** How to come by a transcript. */
function remedyFor({ video, session }: Now): string {
  if (session.player.peek()?.snapshot.peek().live === true)
    return 'A live stream has no transcript to quote.';
  const link = 'link to a .vtt or .srt file in the property “transcript” of the note';
  return video.kind === 'youtube'
    ? `This video has no transcript. Clip its page with the Web Clipper, or ${link}.`
    : `This video has no transcript. Put a subtitle file of the same name beside it, or ${link}.`;
}
