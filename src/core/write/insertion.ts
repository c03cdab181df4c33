// Putting a timestamp into a note: what is written at each caret, and what the note's properties need for it.
import { applyChanges, type Change, type Span } from './rewrite';
import {
  citationText,
  isReadBack,
  namesVideo,
  plainText,
  withPicture,
  type Citation,
  type Form,
} from './citation';
import { anchorOf } from './canonical';
import { propertiesIn, propertyChange, type ParseYaml } from './properties';
import { Cells } from '../read/cells';
import { lineEndOf } from './line-end';
import { scan } from '../read/scan';
import { spotsIn, type Gap, type Spot, type Placing } from './spot';
import { sameVideo, videoProperty, type Video } from '../mean/video';

export interface InsertionRequest {
  readonly text: string;
  /** At least one; in any order. */
  readonly selections: readonly Span[];
  readonly where: Placing;
  readonly citation: Citation;
  readonly form: Form;
  /** The video that the note is about already. */
  readonly noteVideo: Video | undefined;
  /** How a note is given its video; undefined if the text is not all of the note. */
  readonly properties: NoteProperties | undefined;
  /** Whether a space is written behind what ends its line; below a quote of its own, an empty line and one to write on. */
  readonly isSpaced?: boolean;
}

export interface NoteProperties {
  /** Those that may hold a note's video. */
  readonly names: readonly string[];
  readonly parse: ParseYaml;
}

/**
 * The remarks for the user: that what was written is no chip where it stands; that the note's properties could not be
 * given its video; that the user's own form does not say whose time it is; that the name of the video cannot be written.
 */
export type Remark = 'no-chip' | 'properties-kept' | 'video-unsaid' | 'name-unread';

export interface Insertion {
  /** In order, and apart from each other. */
  readonly changes: readonly Change[];
  /** Right behind each timestamp and the space that is written with it, as offsets in the text as it is afterwards. */
  readonly carets: readonly number[];
  readonly remarks: readonly Remark[];
}

/** The text for one place. */
interface Entry {
  readonly gap: Gap;
  readonly text: string;
  readonly isChip: boolean;
  /** The text that the caret ends behind. */
  readonly space?: string;
}

/** The changes that put the timestamp at each selection. Nothing else of the note is touched. */
export function insertion(request: InsertionRequest): Insertion {
  const { text, citation, form } = request;
  const spots = spotsIn(text, request.selections, request.where);
  const { property, isOwn, isKept } = ownership(request, spots);
  const cited = citationText(citation, form, isOwn);
  if (!isReadBack(citation, form, cited)) {
    const time = withPicture(citation, plainText(citation.moment));
    return { ...joined(entriesAt(request, spots, time), undefined), remarks: ['name-unread'] };
  }
  const entries = entriesAt(request, spots, withPicture(citation, cited));
  const placed = request.isSpaced === true ? entries.map((entry) => withSpace(request, entry)) : entries;
  const hasChip = entries.some(({ isChip }) => isChip);
  const remarks: Remark[] = [];
  if (entries.some(({ isChip }) => !isChip)) remarks.push('no-chip');
  if (hasChip && isKept) remarks.push('properties-kept');
  if (hasChip && !isOwn && !namesVideo(form, isOwn)) remarks.push('video-unsaid');
  return { ...joined(placed, hasChip ? property : undefined), remarks };
}

interface Ownership {
  /** The change that makes the note's properties name the video. */
  readonly property: Change | undefined;
  /** Whether the note is about the video, before or with that. */
  readonly isOwn: boolean;
  /** Whether the properties could have named it, and did not let themselves be changed. */
  readonly isKept: boolean;
}

function ownership(request: InsertionRequest, spots: readonly Spot[]): Ownership {
  const { text, citation, noteVideo, properties } = request;
  const { end = 0 } = propertiesIn(text) ?? {};
  // A selection over the properties may take the note's video with it.
  const isWhole = spots.every(({ forChip }) => forChip.from >= end);
  if (noteVideo !== undefined || properties === undefined || !isWhole) {
    const isOwn = isWhole && noteVideo !== undefined && sameVideo(noteVideo, citation.video);
    return { property: undefined, isOwn, isKept: false };
  }
  const wanted = videoProperty(citation.video, properties.names);
  const property = wanted === undefined ? undefined : propertyChange(text, wanted, properties.parse);
  return { property, isOwn: property !== undefined, isKept: property === undefined };
}

/** The timestamps as the note will be read: where one is no chip, the time alone is written, and in code exactly there. */
function entriesAt(
  { text, citation }: InsertionRequest,
  spots: readonly Spot[],
  written: string,
): readonly Entry[] {
  const cells = new Cells(text);
  const wanted = apart(
    spots.map((spot) => {
      const gap = spot.forChip;
      return { spot, gap, text: forCell(cells, gap, written), isChip: true };
    }),
  );
  const isRead = readIn(text, wanted);
  if (!isRead.includes(false)) return wanted;
  // A place that takes an anchor is no code.
  const anchor = anchorOf(citation.moment);
  const isProse = readIn(
    text,
    wanted.map((entry) => ({ ...entry, text: anchor })),
  );
  const plain = withPicture(citation, plainText(citation.moment));
  const entries = wanted.map((entry, index) => {
    const gap = isProse[index] === true ? entry.gap : entry.spot.forPlain;
    return isRead[index] === true ? entry : { gap, text: plain, isChip: false };
  });
  return apart(entries);
}

/** Of each entry, whether the note with all of them is read to have its timestamps. */
function readIn(text: string, entries: readonly Entry[]): readonly boolean[] {
  const { changes, carets } = joined(entries, undefined);
  const found = new Map(scan(applyChanges(text, changes)).map(({ from, to }) => [from, to]));
  return entries.map((entry, index) => {
    const start = (carets[index] ?? 0) - entry.text.length;
    return scan(entry.text).every(({ from, to }) => found.get(start + from) === start + to);
  });
}

/** Two carets may come to one place: behind a timestamp that both were in, or below the line that both are on. */
function apart<T extends Entry>(entries: readonly T[]): readonly T[] {
  let end = -1;
  const sorted = [...entries].sort((one, other) => one.gap.from - other.gap.from);
  return sorted.filter(({ gap }) => {
    const isApart = gap.from > end;
    if (isApart) end = gap.to;
    return isApart;
  });
}

/** The next key of whoever writes on is a space. Before more of the line, or in code, it would be in the way. */
function withSpace({ text, where }: InsertionRequest, entry: Entry): Entry {
  const { gap, isChip } = entry;
  const behind = gap.after + text.slice(gap.to, gap.to + 2);
  if (!isChip || !/^\r?(?:\n|$)/.test(behind) || !/\S$/.test(entry.text)) return entry;
  if (where !== 'quote') return { ...entry, space: ' ' };
  const line = (text.slice(0, gap.from) + gap.before).split('\n').at(-1);
  // Text in the next line would go on with the quote, and another quote there would be one in it.
  return { ...entry, space: line === '> ' ? lineEndOf(text).repeat(2) : ' ' };
}

/** In a table a bar ends the cell, wherever it stands. */
function forCell(cells: Cells, { from }: Gap, written: string): string {
  return written.includes('|') && cells.touch(from) ? written.replace(/\|/g, String.raw`\|`) : written;
}

function joined(
  entries: readonly Entry[],
  property: Change | undefined,
): Pick<Insertion, 'changes' | 'carets'> {
  const changes: Change[] = [];
  const carets: number[] = [];
  let shift = 0;
  if (property !== undefined) shift = property.insert.length - (property.to - property.from);
  for (const { gap, text, space = '' } of entries) {
    const { from, to, before, after } = gap;
    const insert = before + text + space + after;
    carets.push(from + shift + before.length + text.length + space.length);
    shift += insert.length - (to - from);
    changes.push({ from, to, insert });
  }
  if (property === undefined) return { changes, carets };
  const [first, ...others] = changes;
  // Two changes at one place would leave their order to the editor.
  return first?.from === property.from
    ? { changes: [{ ...first, insert: property.insert + first.insert }, ...others], carets }
    : { changes: [property, ...changes], carets };
}
