// What must hold of changing a note: of checks, conversion, insertion, and of one more property.
import { parse } from 'yaml';
import { limitOf } from '../../src/core/mean/interpretation';
import { videoKey, type Video } from '../../src/core/mean/video';
import { readTimestamps, secondsOf, type NoteContext } from '../../src/core/read/reading';
import { scan } from '../../src/core/read/scan';
import { ALL_SYNTAXES } from '../../src/core/read/shown';
import { convertTo, type Target as Form } from '../../src/core/write/convert';
import { insertion } from '../../src/core/write/insertion';
import { propertiesIn, propertyChange, readProperties } from '../../src/core/write/properties';
import { findDoubtful } from '../../src/core/write/repair';
import { reread } from '../../src/core/write/reread';
import { applyChanges, type Change, type Span } from '../../src/core/write/rewrite';
import { placesFault } from './reading';
import type { Target } from './fuzzing';
import type { Random } from './random';
import { broken, noteOf, OTHER, OWN, placeIn, propertiesOf } from './texts';

const own: Video = { kind: 'youtube', id: OWN };
const LENGTHS = [0, 0, 600, 4202, 600.4, 40_000];

/** A length of 0 stands for one that is not known. */
function contextOf(length: number, hasVideo: boolean): NoteContext {
  return {
    videos: { own: hasVideo ? own : undefined, shown: [] },
    resolve: (link) => link.replace(/^(?:media\/)?/, 'media/'),
    limitOf: (video) => limitOf(video, length === 0 ? undefined : length),
    syntaxes: ALL_SYNTAXES,
    wantsAll: true,
  };
}

/** What is wrong with changes as such: CodeMirror throws on those that overlap or lie outside of the text. */
function changesFault(text: string, changes: readonly Change[]): string | undefined {
  let end = -1;
  for (const { from, to } of [...changes].sort((one, other) =>
    one.from === other.from ? one.to - other.to : one.from - other.from,
  )) {
    if (from < end || to < from || to > text.length)
      return `the change from ${from} to ${to} overlaps another`;
    end = to;
  }
  return undefined;
}

/** What each timestamp means, in whole seconds, as they are written: no clip is shorter than one. */
function meanings(text: string, note: NoteContext): readonly string[] {
  return readTimestamps(text, note).map(({ interpretation, clipEnd, video, limit }) => {
    const last = Math.floor(limit.seconds);
    const start = Math.min(Math.floor(secondsOf(interpretation) ?? NaN), last);
    const isClip = clipEnd !== undefined && start < last;
    const end = isClip ? Math.min(Math.max(Math.floor(clipEnd), start + 1), last) : '';
    return `${start}-${end} of ${video === undefined ? 'no video' : videoKey(video)}`;
  });
}

/** A time past the end of its video is not converted, and is none where it follows a link as an index follows a name. */
const isSecond = (meaning: string): boolean => !meaning.startsWith('NaN');

/** Which timestamps changed their meaning. Nothing is said where some count only beside what else the note holds. */
function meaningFault(text: string, after: string, note: NoteContext): string | undefined {
  const isAllShown = [text, after].every((one) => readTimestamps(one, note).length === scan(one).length);
  const [before, now] = [text, after].map((one) => meanings(one, note).filter(isSecond).join('; '));
  return !isAllShown || before === now ? undefined : `${before ?? ''} became ${now ?? ''}`;
}

interface Note {
  readonly text: string;
  readonly length: number;
  readonly hasVideo: boolean;
}

function noteFor(random: Random): Note {
  return { text: noteOf(random), length: random.pick(LENGTHS), hasVideo: random.chance(90) };
}

/** One bit for each of the findings that are ticked. */
type Ticked = Note & { readonly ticked: number };

export const checking: Target<Ticked> = {
  name: 'checks',
  make: (random) => ({ ...noteFor(random), ticked: random.below(1 << 16) }),
  faultIn: ({ text, length, hasVideo, ticked }) => {
    const note = contextOf(length, hasVideo);
    const findings = findDoubtful(text, note);
    if (findings.length === 0) return undefined;
    if (reread(findings, text, note).kept.size !== findings.length) return 'not all are found again';
    const all = findings.flatMap(({ changes }) => changes);
    const fault = changesFault(text, all) ?? notItsOwn(text, findings);
    if (fault !== undefined) return fault;
    const after = applyChanges(text, all);
    const next = findDoubtful(after, note).find(({ becomes }) => becomes !== undefined);
    if (next !== undefined) return `${next.source} would become ${next.becomes ?? ''} next`;
    const some = findings
      .filter((_, index) => ((ticked >> (index % 16)) & 1) === 1)
      .flatMap(({ changes }) => changes);
    return meaningFault(text, after, note) ?? meaningFault(text, applyChanges(text, some), note);
  },
};

/** A repair changes the timestamp itself, and may take away its closing tag; nothing else of the note. */
function notItsOwn(text: string, findings: ReturnType<typeof findDoubtful>): string | undefined {
  for (const { timestamp, changes } of findings) {
    for (const { from, to, insert } of changes) {
      const isOwn = from >= timestamp.from && to <= timestamp.to;
      const isClosingTag = insert === '' && /^<\/a\s*>$/i.test(text.slice(from, to));
      if (!isOwn && !isClosingTag) return `${text.slice(from, to)} is no part of it`;
    }
  }
  return undefined;
}

/** The words that a reader sees in what is replaced: none may be lost. */
function wordsIn(source: string): string {
  const seen = source
    .replace(/<[^<>]*>/g, '')
    .replace(/^https?:\/\/\S+$/i, '')
    .replace(/\]\(.*$/s, ']')
    .replace(/\b(?:PT)?\d+[hms](?:\d+[hms])*\b|N\/A/gi, '');
  return seen.replace(/[^\p{L}]/gu, '');
}

const FORMS: readonly Form[] = ['link', 'anchor', 'bare'];

export const converting: Target<Note & { readonly form: Form }> = {
  name: 'conversion',
  make: (random) => ({ ...noteFor(random), form: random.pick(FORMS) }),
  faultIn: ({ text, length, hasVideo, form }) => {
    const note = contextOf(length, hasVideo);
    const { changes } = convertTo(form, text, note);
    if (changes.length === 0) return undefined;
    const lost = changes.find((change) => wordsIn(text.slice(change.from, change.to)) !== '');
    if (lost !== undefined) return `${text.slice(lost.from, lost.to)} loses words`;
    const after = applyChanges(text, changes);
    const again = convertTo(form, after, note).changes;
    if (again.length > 0) return `a second run would change ${JSON.stringify(after)} again`;
    const [before, now] = [text, after].map((one) => meanings(one, note).filter(isSecond).join('; '));
    if (before !== now) return `${before ?? ''} became ${now ?? ''}`;
    return changesFault(text, changes) ?? placesFault(after, scan(after));
  },
};

interface Inserted {
  readonly text: string;
  readonly places: readonly { readonly at: number; readonly length: number }[];
  readonly isNewLine: boolean;
  readonly isLink: boolean;
  /** Which of `VIDEOS` the note is about. */
  readonly noteVideo: number;
  readonly seconds: number;
}

const VIDEOS: readonly (Video | undefined)[] = [own, { kind: 'youtube', id: OTHER }, undefined];

export const inserting: Target<Inserted> = {
  name: 'insertion',
  make: (random) => {
    const text = noteOf(random);
    const places = Array.from({ length: random.chance(80) ? 1 : 1 + random.below(3) }, () => ({
      at: placeIn(text, random),
      length: random.chance(80) ? 0 : random.below(6),
    }));
    return {
      text,
      places,
      isNewLine: random.chance(30),
      isLink: random.chance(30),
      noteVideo: random.pick([0, 0, 0, 0, 1, 2]),
      seconds: random.below(100_000),
    };
  },
  faultIn: ({ text, places, isNewLine, isLink, noteVideo, seconds }) => {
    const selections = apart(
      places.map(({ at, length }) => ({
        from: Math.min(at, text.length),
        to: Math.min(at + length, text.length),
      })),
    );
    if (selections.length === 0) return undefined;
    const { changes, carets, remarks } = insertion({
      text,
      selections,
      where: isNewLine ? 'new-line' : 'here',
      form: isLink ? 'link' : 'anchor',
      citation: { video: own, moment: { seconds }, title: undefined },
      noteVideo: VIDEOS[noteVideo],
      properties: { names: ['videoId'], parse },
    });
    const fault = changesFault(text, changes) ?? takenAway(text, changes, selections);
    if (fault !== undefined) return fault;
    const after = applyChanges(text, changes);
    const found = scan(after);
    if (carets.some((caret) => caret > after.length)) return 'a caret is outside of the note';
    if (remarks.includes('no-chip')) return undefined;
    const written = carets.map((caret) => found.find(({ to }) => to === caret));
    if (written.some((timestamp) => timestamp?.kind !== (isLink ? 'link' : 'anchor')))
      return `there is no chip before the caret of ${JSON.stringify(after)}`;
    if (selections.some(({ from, to }) => from < to || !isPlain(text, from))) return undefined;
    const said = (list: readonly { readonly written: unknown }[]): string =>
      JSON.stringify(list.map((one) => one.written));
    const others = found.filter(({ to }) => !carets.includes(to));
    return said(others) === said(scan(text))
      ? undefined
      : `other timestamps of ${JSON.stringify(after)} changed`;
  },
};

/** Whether the line of a place, and those beside it, hold words alone: nothing that is written there can break anything. */
function isPlain(text: string, at: number): boolean {
  const from = text.lastIndexOf('\n', text.lastIndexOf('\n', at - 1) - 1) + 1;
  const behind = text.indexOf('\n', at);
  const to = behind < 0 ? text.length : text.indexOf('\n', behind + 1);
  return /^[\p{L} ,\r\n]*$/u.test(text.slice(from, to < 0 ? text.length : to));
}

function takenAway(
  text: string,
  changes: readonly Change[],
  selections: readonly Span[],
): string | undefined {
  const { end = 0 } = propertiesIn(text) ?? {};
  const lost = changes.find(
    ({ from, to }) =>
      from < to && to > end && !selections.some((selection) => selection.from <= from && to <= selection.to),
  );
  return lost === undefined ? undefined : `${JSON.stringify(text.slice(lost.from, lost.to))} is taken away`;
}

/** As an editor keeps them: in order, and none touching another. */
function apart(spans: readonly Span[]): readonly Span[] {
  const kept: Span[] = [];
  for (const span of [...spans].sort((one, other) => one.from - other.from))
    if (span.from > (kept.at(-1)?.to ?? -1)) kept.push(span);
  return kept;
}

const NAMES = ['videoId', 'video', 'a b', 'title', 'é', 'x', 'media_link', 'a.b'];
const VALUES = [
  OWN,
  '12345678901',
  '1e5',
  'https://youtu.be/jNQXAC9IVRw',
  '[[a/b c.mp4]]',
  '[[C# talk.mp4]]',
  "it's: so",
  '0123',
  'true',
  '',
];

interface Property {
  readonly text: string;
  readonly name: string;
  readonly value: string;
}

export const properties: Target<Property> = {
  name: 'properties',
  make: (random) => {
    const start = random.chance(70) ? propertiesOf(random) : '';
    const text = `${start}${random.pick(['', '', 'Text.\n', '---\n', '\n[0:04]\n'])}`;
    return {
      text: random.chance(70) ? text : broken(text, random),
      name: random.pick(NAMES),
      value: random.pick(VALUES),
    };
  },
  faultIn: ({ text, name, value }) => {
    const change = propertyChange(text, { name, value }, parse);
    if (change === undefined) return undefined;
    const removed = text.slice(change.from, change.to);
    if (!/^[ \t]*(?:~|null|""|'')?$/.test(removed)) return `${JSON.stringify(removed)} is taken away`;
    const after = applyChanges(text, [change]);
    const before = readProperties(text, parse);
    const wanted = JSON.stringify({ ...before, [name]: value });
    const said = JSON.stringify(readProperties(after, parse));
    if (said !== wanted) return `the properties are ${said}, not ${wanted}`;
    const body = text.slice(propertiesIn(text)?.end ?? 0);
    return after.endsWith(body) ? undefined : 'the note itself changed';
  },
};
