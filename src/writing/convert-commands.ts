// Commands that make portable links of timestamps, and timestamps of links.
import type { ReadonlySignal } from '@preact/signals-core';
import { Notice } from 'obsidian';
import type { CommandEntry } from '../app/commands';
import { contextOf } from '../app/note-context';
import type { Services } from '../app/services';
import type { SyntaxSettings } from '../core/mean/syntax';
import { convertToLinks, convertToTimestamps, type Conversion, type Left } from '../core/write/convert';
import { counted } from '../core/mean/counted';
import { surely, type NoteContext } from '../core/read/reading';
import type { Span } from '../core/write/rewrite';
import type { WritingPlace } from '../playback/ports';
import type { TimestampWriter } from './timestamp-writer';
import { writeChanges } from './write-changes';

export interface ConvertContext extends Pick<Services, 'texts' | 'recentNote' | 'notes' | 'memory'> {
  readonly settings: ReadonlySignal<SyntaxSettings>;
  /** The editor that the user was in last. */
  readonly writingPlace: () => WritingPlace | undefined;
  /** Knows the video of a text that is being edited, also before the app has read its properties. */
  readonly writer: Pick<TimestampWriter, 'videosOf'>;
}

type Convert = (text: string, note: NoteContext, ranges?: readonly Span[]) => Conversion;

const LEFT: Readonly<Record<Left, string>> = {
  'no-second': 'without a time',
  'no-video': 'without a video',
  'no-link': 'of a video that is not on YouTube',
  doubtful: 'unclear',
  'says-more': 'saying more than the other form can',
  place: 'where the other form cannot stand',
};

export const CONVERT_COMMANDS: readonly CommandEntry<ConvertContext>[] = [
  {
    id: 'convert-to-links',
    name: 'Convert timestamps to links',
    doing: 'convert the timestamps',
    run: (context) => convertEdited(context, convertToLinks, 'timestamp'),
  },
  {
    id: 'convert-to-timestamps',
    name: 'Convert links to timestamps',
    doing: 'convert the timestamps',
    run: (context) => convertEdited(context, convertToTimestamps, 'link'),
  },
];

/** Of what is selected, if anything is; else of the whole note, also of one that is only read. */
async function convertEdited(context: ConvertContext, convert: Convert, noun: string): Promise<void> {
  const place = context.writingPlace();
  if (place === undefined) {
    await convertNote(context, convert, noun);
    return;
  }
  const selected = place.selections.filter(({ from, to }) => to > from);
  const note = surely({ ...contextOf(place.path ?? '', context), videos: context.writer.videosOf(place) });
  const conversion = convert(place.text, note, selected);
  const [{ from: caret } = { from: 0 }] = place.selections;
  if (conversion.changes.length > 0) writeChanges(place, conversion.changes, caret);
  place.focus();
  new Notice(converted(conversion, noun));
}

async function convertNote(context: ConvertContext, convert: Convert, noun: string): Promise<void> {
  const path = context.recentNote();
  if (path === undefined) {
    new Notice('No note is open.');
    return;
  }
  let conversion: Conversion = { changes: [], left: new Map() };
  await context.texts.change(path, (text) => {
    conversion = convert(text, surely(contextOf(path, context)));
    return conversion.changes;
  });
  new Notice(converted(conversion, noun));
}

function converted({ changes, left }: Conversion, noun: string): string {
  const done =
    changes.length === 0 ? `No ${noun}s to convert.` : `${counted(changes.length, noun)} converted.`;
  const reasons = [...left].map(([reason, count]) => `${count} ${LEFT[reason]}`);
  return reasons.length === 0 ? done : `${done} Skipped: ${reasons.join(', ')}.`;
}
