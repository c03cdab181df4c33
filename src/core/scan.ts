// Finds the timestamps of a note in its text.
import { eachStretch, normalizedLabel } from './prose';
import { Source } from './source';
import { StretchScanner } from './stretch-scanner';
import type { Timestamp } from './timestamp';

const REFERENCE = /\[([^[\]\n]{1,999})\]/y;

/**
 * The timestamps of a note, in order; none overlaps another. Any text is taken and nothing is thrown. The time it takes is
 * linear in the text.
 */
export function scan(text: string): readonly Timestamp[] {
  return scanSource(new Source(text));
}

/** What `scan` does, on a source that can tell afterwards how many steps it took. */
export function scanSource(source: Source): readonly Timestamp[] {
  const scanner = new StretchScanner(source);
  const definitions = eachStretch(source, (stretch) => {
    scanner.read(stretch);
  });
  if (definitions.size === 0) return scanner.found;
  return scanner.found.filter((timestamp) => !isReference(timestamp, source, definitions));
}

/** Whether brackets that look like a bare time are a link instead, because the note defines where it leads. */
function isReference(timestamp: Timestamp, source: Source, definitions: ReadonlySet<string>): boolean {
  if (timestamp.kind !== 'bare') return false;
  const { from, to } = timestamp;
  const label = source.match(REFERENCE, to)?.[1] ?? source.text.slice(from + 1, to - 1);
  return definitions.has(normalizedLabel(label));
}
