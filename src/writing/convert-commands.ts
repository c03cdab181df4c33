// Commands that make portable links of timestamps, and timestamps of links.
import { Notice, type Command } from 'obsidian';
import { convertToLinks, convertToTimestamps, type Conversion, type Left } from '../core/write/convert';
import { counted } from '../core/mean/counted';
import { surely, type NoteContext } from '../core/read/reading';
import type { Span } from '../core/write/rewrite';
import type { NoteTexts, WritingPlace } from '../playback/ports';
import type { TimestampWriter } from './timestamp-writer';
import { writeChanges } from './write-changes';

export interface ConvertCommandOptions {
  readonly texts: NoteTexts;
  /** The editor that the user was in last. */
  readonly writingPlace: () => WritingPlace | undefined;
  /** The path of the note that the user was in last, edited or only read. */
  readonly recentNote: () => string | undefined;
  readonly contextOf: (path: string) => NoteContext;
  /** Knows the video of a text that is being edited, also before the app has read its properties. */
  readonly writer: Pick<TimestampWriter, 'videosOf'>;
  readonly attempt: (doing: string, task: () => Promise<unknown>) => void;
}

type Convert = (text: string, note: NoteContext, ranges?: readonly Span[]) => Conversion;

const LEFT: Readonly<Record<Left, string>> = {
  'no-second': 'without a second',
  'no-video': 'without a video',
  'no-link': 'of a video that is not on YouTube',
  doubtful: 'in doubt',
  'says-more': 'saying more than the other form can',
  place: 'where the other form cannot stand',
};

export function convertCommands(options: ConvertCommandOptions): readonly Command[] {
  const converting = new Converting(options);
  return [
    {
      id: 'convert-to-links',
      name: 'Convert timestamps to links',
      callback: () => {
        converting.convert(convertToLinks, 'timestamp');
      },
    },
    {
      id: 'convert-to-timestamps',
      name: 'Convert links to timestamps',
      callback: () => {
        converting.convert(convertToTimestamps, 'link');
      },
    },
  ];
}

class Converting {
  constructor(private readonly options: ConvertCommandOptions) {}

  /** Of what is selected, where anything is; else of the whole note, also of one that is only read. */
  convert(convert: Convert, noun: string): void {
    const place = this.options.writingPlace();
    if (place === undefined) {
      this.convertNote(convert, noun);
      return;
    }
    const selected = place.selections.filter(({ from, to }) => to > from);
    const { contextOf, writer } = this.options;
    const note = surely({ ...contextOf(place.path ?? ''), videos: writer.videosOf(place) });
    const conversion = convert(place.text, note, selected);
    const [{ from: caret } = { from: 0 }] = place.selections;
    if (conversion.changes.length > 0) writeChanges(place, conversion.changes, caret);
    place.focus();
    new Notice(converted(conversion, noun));
  }

  private convertNote(convert: Convert, noun: string): void {
    const path = this.options.recentNote();
    if (path === undefined) {
      new Notice('No note is open.');
      return;
    }
    this.options.attempt('convert the timestamps', async () => {
      let conversion: Conversion = { changes: [], left: new Map() };
      await this.options.texts.change(path, (text) => {
        conversion = convert(text, surely(this.options.contextOf(path)));
        return conversion.changes;
      });
      new Notice(converted(conversion, noun));
    });
  }
}

function converted({ changes, left }: Conversion, noun: string): string {
  const done = `${counted(changes.length, noun)} converted.`;
  const reasons = [...left].map(([reason, count]) => `${count} ${LEFT[reason]}`);
  return reasons.length === 0 ? done : `${done} Left as they are: ${reasons.join(', ')}.`;
}
