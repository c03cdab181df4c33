// Writes timestamps into a note: the text for each caret, and the property for the note's video.
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
  /** The video that the note has already. */
  readonly noteVideo: Video | undefined;
  /** The names of the properties and their parser; undefined if the text is only a part of the note. */
  readonly properties: NoteProperties | undefined;
  /** Whether a space is written after a timestamp at the end of a line; after a quotation, an empty line and a line to write on. */
  readonly isSpaced?: boolean;
}

export interface NoteProperties {
  /** The properties that may hold a note's video. */
  readonly names: readonly string[];
  readonly parse: ParseYaml;
}

/**
 * The remarks for the user. `no-chip`: the text is no chip at its place. `properties-kept`: the properties could not name the
 * video. `video-unsaid`: the user's own form does not name the video. `name-unread`: the name of the video cannot be written so
 * that it is read back.
 */
export type Remark = 'no-chip' | 'properties-kept' | 'video-unsaid' | 'name-unread';

export interface Insertion {
  /** In order, without overlaps. */
  readonly changes: readonly Change[];
  /** The offset after each timestamp and its space, in the text as it is afterwards. */
  readonly carets: readonly number[];
  readonly remarks: readonly Remark[];
}

/** The text for one place. */
interface Entry {
  readonly gap: Gap;
  readonly text: string;
  readonly isChip: boolean;
  /** The text after it, behind which the caret goes. */
  readonly space?: string;
}

/** The changes that put the timestamp at each selection. They touch nothing else in the note. */
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
  /** The change that sets the note's video. */
  readonly property: Change | undefined;
  /** Whether the note is about the video, before or after this change. */
  readonly isOwn: boolean;
  /** Whether the properties should have named it, and could not be changed. */
  readonly isKept: boolean;
}

function ownership(request: InsertionRequest, spots: readonly Spot[]): Ownership {
  const { text, citation, noteVideo, properties } = request;
  const { end = 0 } = propertiesIn(text) ?? {};
  // A selection that covers the properties may delete the note's video.
  const isWhole = spots.every(({ forChip }) => forChip.from >= end);
  if (noteVideo !== undefined || properties === undefined || !isWhole) {
    const isOwn = isWhole && noteVideo !== undefined && sameVideo(noteVideo, citation.video);
    return { property: undefined, isOwn, isKept: false };
  }
  const wanted = videoProperty(citation.video, properties.names);
  const property = wanted === undefined ? undefined : propertyChange(text, wanted, properties.parse);
  return { property, isOwn: property !== undefined, isKept: property === undefined };
}

/** The entries as the note will be read: at places where a timestamp is no chip, the time alone; in code, exactly at the caret. */
function entriesAt(
  { text, citation }: InsertionRequest,
  spots: readonly Spot[],
  written: string,
): readonly Entry[] {
  const cells = new Cells(text);
  const wanted = withoutOverlaps(
    spots.map((spot) => {
      const gap = spot.forChip;
      return { spot, gap, text: forCell(cells, gap, written), isChip: true };
    }),
  );
  const isRead = readIn(text, wanted);
  if (!isRead.includes(false)) return wanted;
  // A place at which an anchor is read is not in code.
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
  return withoutOverlaps(entries);
}

/** For each entry, whether the note with all of them is read to have its timestamps. */
function readIn(text: string, entries: readonly Entry[]): readonly boolean[] {
  const { changes, carets } = joined(entries, undefined);
  const found = new Map(scan(applyChanges(text, changes)).map(({ from, to }) => [from, to]));
  return entries.map((entry, index) => {
    const start = (carets[index] ?? 0) - entry.text.length;
    return scan(entry.text).every(({ from, to }) => found.get(start + from) === start + to);
  });
}

/** Two carets may get the same place: after a timestamp around both, or below the line of both. */
function withoutOverlaps<T extends Entry>(entries: readonly T[]): readonly T[] {
  let end = -1;
  const sorted = [...entries].sort((one, other) => one.gap.from - other.gap.from);
  return sorted.filter(({ gap }) => {
    const isApart = gap.from > end;
    if (isApart) end = gap.to;
    return isApart;
  });
}

/** A user who goes on writing would type a space next. Before more text of the line, and in code, it would be in the way. */
function withSpace({ text, where }: InsertionRequest, entry: Entry): Entry {
  const { gap, isChip } = entry;
  const behind = gap.after + text.slice(gap.to, gap.to + 2);
  if (!isChip || !/^\r?(?:\n|$)/.test(behind) || !/\S$/.test(entry.text)) return entry;
  if (where !== 'quote') return { ...entry, space: ' ' };
  const line = (text.slice(0, gap.from) + gap.before).split('\n').at(-1);
  // Text in the next line would continue the quote, and a second quote there would become part of it.
  return { ...entry, space: line === '> ' ? lineEndOf(text).repeat(2) : ' ' };
}

/** In a table, a pipe ends the cell everywhere. */
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
  // The order of two changes at one place would depend on the editor.
  return first?.from === property.from
    ? { changes: [{ ...first, insert: property.insert + first.insert }, ...others], carets }
    : { changes: [property, ...changes], carets };
}
