// Links whose target stands elsewhere in the note: `[1:02][video]`, `[1:02][]` and `[1:02]`, with `[video]: address` somewhere.
import type { Timestamp } from '../mean/timestamp';
import type { Source } from './source';
import { decoded } from './tag';
import { citedByLink, linkLabel, readTimeLink, unescaped } from './time-link';

/** A label, normalized, and the address that a note defines for it. */
export interface Definition {
  readonly label: string;
  readonly address: string;
}

/** The addresses of labels; of a label that is defined twice the first. */
export type Definitions = ReadonlyMap<string, string>;

const REFERENCE = /\[([^[\]\n]{0,999})\]/y;
const POINTED = /^<(.*)>$/;

/** A link label as it is compared with others: without regard to case and the amount of space. */
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

/** The text from one bracket to the next, a link if the note defines where it leads: `[**1:02**][video]`. */
export function referringLink(source: Source, from: number, close: number): Timestamp | undefined {
  const label = linkLabel(source.text.slice(from + 1, close));
  const cited = label === undefined ? undefined : readTimeLink(label, '');
  const reference = cited === undefined ? undefined : referenceAt(source, close + 1);
  if (cited === undefined || reference === undefined) return undefined;
  return { ...cited, from, to: reference.to, reference: reference.label };
}

/** The label in the bracket at `at` behind the text of a link, normalized, and where it ends. */
function referenceAt(
  source: Source,
  at: number,
): { readonly label: string; readonly to: number } | undefined {
  const [whole, label = ''] = source.match(REFERENCE, at) ?? [];
  return whole === undefined ? undefined : { label: normalizedLabel(label), to: at + whole.length };
}

/**
 * The timestamps of a text by what the note defines: what looks like a bare time may be a link then, of whatever kind; what needs
 * a definition is none without it.
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

/** The timestamp, the link that it is, or undefined if it is a link to what is no moment, or none at all. */
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
