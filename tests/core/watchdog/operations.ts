// What is done with the text of a note. One line is one operation.
import { linkTime, withTimes } from '../../../src/core/mean/bare-times';
import { matchesOf, wordsOf } from '../../../src/core/mean/filter';
import { sentenceAround } from '../../../src/core/mean/sentence';
import { ticksOf } from '../../../src/core/mean/ticks';
import { parseTimecode } from '../../../src/core/mean/timecode';
import type { Timestamp } from '../../../src/core/mean/timestamp';
import { readVideo, type Video } from '../../../src/core/mean/video';
import { isPlainYouTubeUrl } from '../../../src/core/mean/youtube-url';
import { labelAtStart } from '../../../src/core/read/anchor';
import { cuesIn } from '../../../src/core/read/subtitle-cues';
import { readNoteVideos } from '../../../src/core/read/note-videos';
import { outlineOf, wordsOfParagraph } from '../../../src/core/read/outline';
import { readTimestamps } from '../../../src/core/read/reading';
import { timestampsInRun } from '../../../src/core/read/rendered-run';
import { sentencesOf } from '../../../src/core/read/spoken-sentences';
import { scan } from '../../../src/core/read/scan';
import { ALL_SYNTAXES, type NoteContext } from '../../../src/core/read/shown';
import { citationText } from '../../../src/core/write/citation';
import { isTranscript } from '../../../src/core/read/copied-cues';
import { transcriptText } from '../../../src/core/write/transcript';
import { convertTo } from '../../../src/core/write/convert';
import { frameName } from '../../../src/core/write/frame-name';
import { insertion, type InsertionRequest } from '../../../src/core/write/insertion';
import { nudge } from '../../../src/core/write/nudge';
import { propertyChange } from '../../../src/core/write/properties';
import { findDoubtful, type Finding } from '../../../src/core/write/repair';
import { reread } from '../../../src/core/write/reread';
import type { Span } from '../../../src/core/write/rewrite';
import { readTemplate } from '../../../src/core/write/template';
import { EditedNote } from '../edited-note';

export interface Operation {
  readonly name: string;
  readonly run: (text: string, timestamps: readonly Timestamp[]) => unknown;
}

const video: Video = { kind: 'youtube', id: 'jNQXAC9IVRw' };
const limit = { seconds: 600, exact: true };
const videos = { own: video, shown: [] };
const note: NoteContext = {
  videos,
  syntaxes: ALL_SYNTAXES,
  wantsAll: true,
  resolve: () => undefined,
  limitOf: () => limit,
};

/** As many as one takes with a few keys, in a note that holds as many. */
const MOST_CARETS = 5000;

const spread = <T>(items: readonly T[], most: number): readonly T[] => {
  const step = Math.max(1, Math.floor(items.length / most));
  return items.filter((_, index) => index % step === 0);
};

/** The first places of a text, a few characters apart. */
const places = (text: string, apart: number): readonly Span[] =>
  Array.from({ length: Math.min(MOST_CARETS, Math.floor(text.length / apart)) }, (_, index) => ({
    from: index * apart,
    to: index * apart,
  }));

const inside = ({ from, to }: Timestamp): Span => {
  const at = (from + to) >> 1;
  return { from: at, to: at };
};

const insert = (
  text: string,
  selections: readonly Span[],
  where: InsertionRequest['where'] = 'here',
  form: InsertionRequest['form'] = 'anchor',
): unknown => {
  if (selections.length === 0) return undefined;
  const citation = { video, moment: { seconds: 4 }, title: 'A | title' };
  return insertion({ text, selections, where, citation, form, noteVideo: video, properties: undefined });
};

const atEnd = (text: string): Span => ({ from: text.length, to: text.length });
const inMiddle = (text: string): Span => ({ from: text.length >> 1, to: text.length >> 1 });

/** As a user edits the middle of a note. */
const edit = (text: string, ...inserted: readonly string[]): unknown => {
  const edited = new EditedNote(text);
  for (const piece of inserted) edited.insert(edited.text.length >> 1, piece);
  return edited.reading;
};

/** A form of the user's own that holds bars, which a cell has to be told of. */
const withBars = { parts: [{ placeholder: 'time' as const }, ' | ', { placeholder: 'title' as const }] };

const listed = new Map<string, readonly Finding[]>();

/** What is doubtful in a text: of the few that were asked for last, without reading them again. */
const doubtful = (text: string): readonly Finding[] => {
  const findings = listed.get(text) ?? findDoubtful(text, note);
  if (listed.size > 3) listed.clear();
  listed.set(text, findings);
  return findings;
};

const operation = (name: string, run: Operation['run']): Operation => ({ name, run });

export const operations: readonly Operation[] = [
  operation('scan', (text) => scan(text)),
  operation('find what is shown', (text) => readTimestamps(text, note)),
  operation('find the videos', (text) =>
    readNoteVideos({ text, properties: { a: text }, names: ['video'], resolve: () => undefined }),
  ),
  operation('rescan in the middle', (text) => edit(text, 'x', '[', '\n\n', '%%')),
  operation('list what is doubtful', (text) => doubtful(text)),
  operation('list it again after an edit', (text) => reread(doubtful(text), `x${text}`, note)),
  operation('quote sentences', (text, timestamps) =>
    spread(timestamps, 5000).map((timestamp) => sentenceAround(text, timestamp)),
  ),
  operation('read a rendered run', (text) => timestampsInRun(text)),
  operation('convert to links', (text) => convertTo('link', text, note)),
  operation('convert to timestamps', (text) => convertTo('anchor', text, note)),
  operation('convert to times in brackets', (text) => convertTo('bare', text, note)),
  operation('convert what is selected', (text) => convertTo('link', text, note, places(text, 40))),
  operation('insert in the middle', (text) => insert(text, [inMiddle(text)])),
  operation('insert at the end', (text) => insert(text, [atEnd(text)])),
  operation('insert on a new line', (text) => insert(text, [inMiddle(text)], 'new-line')),
  operation('insert in every timestamp', (text, timestamps) => insert(text, timestamps.map(inside))),
  operation('insert in many places', (text) => insert(text, places(text, 48))),
  operation('insert bars in many places', (text) => insert(text, places(text, 48), 'here', withBars)),
  operation('insert on many new lines', (text) => insert(text, places(text, 48), 'new-line')),
  operation('add a property', (text) => propertyChange(text, { name: 'b', value: 'c' }, () => ({}))),
  operation('fill a property', (text) =>
    propertyChange(text, { name: 'videoId', value: 'c' }, () => ({ videoId: null })),
  ),
  operation('move every timestamp', (text, timestamps) =>
    timestamps.map((timestamp) => nudge(text, timestamp, { by: 1, limit })),
  ),
  operation('find the ticks', (_, timestamps) =>
    ticksOf(timestamps, { video, length: 600, videos, resolve: () => undefined }),
  ),
  operation('find the chapters and the transcript', (text, timestamps) => {
    const ticks = ticksOf(timestamps, { video, length: 600, videos, resolve: () => undefined });
    const { transcript } = outlineOf({ text, ticks });
    return spread(transcript, 5000).map((paragraph) => wordsOfParagraph(text, paragraph));
  }),
  operation('read it as subtitles', (text) => sentencesOf(cuesIn(text))),
  operation('filter it', (text) => matchesOf(text, wordsOf(text.slice(0, 100)))),
  operation('take it for a time', (text) => [
    parseTimecode(text),
    linkTime(text),
    withTimes(text, { seconds: 4 }),
  ]),
  operation('make paragraphs of a transcript', (text) => [isTranscript(text), transcriptText(text)]),
  operation('take it for a video', (text) => [readVideo(text, () => undefined), isPlainYouTubeUrl(text)]),
  operation('take it for the text of an anchor', (text) => labelAtStart(text)),
  operation('take it for a title', (text) => [
    frameName(text, 4),
    citationText({ video, moment: { seconds: 4 }, title: text }, withBars, true),
  ]),
  operation('take it for a template', (text) => readTemplate(text)),
];
