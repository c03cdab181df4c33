// Links whose address is defined elsewhere in the note: `[1:02][video]`, `[1:02][]` and `[1:02]`, with `[video]: address`.
import type { Timestamp } from '../mean/timestamp';
import type { Source } from './source';
import { decoded } from './tag';
import { citedByLink, linkLabel, readTimeLink, unescaped } from './time-link';

/** A normalized label, and the address that the note defines for it. */
export interface Definition {
  readonly label: string;
  readonly address: string;
}

/** Addresses by label; if a label is defined twice, the first counts. */
export type Definitions = ReadonlyMap<string, string>;

const REFERENCE = /\[([^[\]\n]{0,999})\]/y;
const POINTED = /^<(.*)>$/;

/** A link label in the form in which labels are compared: without case, and with single spaces. */
export function normalizedLabel(label: string): string {
  return label.trim().replace(/\s+/g, ' ').toLowerCase();
}

/** The definition that is written like this. */
export function definitionOf(label: string, target: string): Definition {
  const address = decoded(unescaped(POINTED.exec(target)?.[1] ?? target));
  return { label: normalizedLabel(label), address };
}

export function definitionsIn(all: Iterable<Definition>): Definitions {
  const definitions = new Map<string, string>();
  for (const { label, address } of all) {
    if (!definitions.has(label)) definitions.set(label, address);
  }
  return definitions;
}

/** The text between two brackets, which is a link if the note defines its label: `[**1:02**][video]`. */
export function referringLink(source: Source, from: number, close: number): Timestamp | undefined {
  const label = linkLabel(source.text.slice(from + 1, close));
  const cited = label === undefined ? undefined : readTimeLink(label, '');
  const reference = cited === undefined ? undefined : referenceAt(source, close + 1);
  if (cited === undefined || reference === undefined) return undefined;
  return { ...cited, from, to: reference.to, reference: reference.label };
}

/** The normalized label in the bracket after the text of a link, and its end. */
function referenceAt(
  source: Source,
  at: number,
): { readonly label: string; readonly to: number } | undefined {
  const [whole, label = ''] = source.match(REFERENCE, at) ?? [];
  return whole === undefined ? undefined : { label: normalizedLabel(label), to: at + whole.length };
}

/**
 * Applies the definitions of the note: a bare time whose label is defined becomes a link, and a reference without a definition is
 * dropped.
 */
export function withReferences(
  timestamps: readonly Timestamp[],
  source: Source,
  definitions: Definitions,
): readonly Timestamp[] {
  if (definitions.size === 0 && !timestamps.some(({ reference }) => reference !== undefined))
    return timestamps;
  const found: Timestamp[] = [];
  for (const timestamp of timestamps) {
    if (timestamp.from < (found.at(-1)?.to ?? 0)) continue;
    const link = linkOf(timestamp, source, definitions);
    if (link !== undefined) found.push(link);
  }
  return found;
}

/**
 * The link that a timestamp is by the definitions; itself if it is none; undefined if the link leads to no moment, or needs a
 * definition.
 */
function linkOf(timestamp: Timestamp, source: Source, definitions: Definitions): Timestamp | undefined {
  const { kind, from, to, written, reference } = timestamp;
  if (kind !== 'bare' && reference === undefined) return timestamp;
  const behind = reference === undefined ? referenceAt(source, to) : { label: reference, to };
  const own = normalizedLabel(source.text.slice(from + 1, to - 1));
  const isFull = behind !== undefined && behind.label !== '' && definitions.has(behind.label);
  const address = definitions.get(isFull ? behind.label : own);
  if (address === undefined) return reference === undefined ? timestamp : undefined;
  const end = isFull || behind?.label === '' ? behind.to : to;
  const label = kind === 'bare' ? source.text.slice(from + 1, to - 1).trim() : written.label;
  const cited = citedByLink(label, address);
  return cited === undefined ? undefined : { ...cited, from, to: end };
}
