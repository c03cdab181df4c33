// Finds the timestamps of a note in its text.
import { normalizedLabel, readProse } from './prose';
import { Source } from './source';
import { StretchScanner } from './stretch-scanner';
import type { Timestamp } from '../mean/timestamp';

const REFERENCE = /\[([^[\]\n]{1,999})\]/y;

/**
 * The timestamps of a note, in order; none overlaps another. Any text is taken and nothing is thrown. The time it takes is
 * linear in the text.
 */
export function scan(text: string): readonly Timestamp[] {
  return scanSource(new Source(text));
}

/** Does the same as `scan`, on a source that can tell afterwards how many steps it took. */
export function scanSource(source: Source): readonly Timestamp[] {
  const scanner = new StretchScanner(source);
  const definitions = new Set<string>();
  readProse(source, {
    readStretch: (stretch) => {
      scanner.read(stretch);
    },
    readTimeBlock: (block) => {
      scanner.readTimeBlock(block);
    },
    readLine: (line) => {
      scanner.readLine(line);
    },
    readDefinition: (label) => {
      definitions.add(label);
    },
  });
  return withoutReferences(scanner.found, source, definitions);
}

/** Leaves out the brackets that look like bare times and are links, because the note defines where they lead. */
export function withoutReferences(
  timestamps: readonly Timestamp[],
  source: Source,
  definitions: ReadonlySet<string>,
): readonly Timestamp[] {
  if (definitions.size === 0) return timestamps;
  return timestamps.filter(({ kind, from, to }) => {
    if (kind !== 'bare') return true;
    const label = source.match(REFERENCE, to)?.[1] ?? source.text.slice(from + 1, to - 1);
    return !definitions.has(normalizedLabel(label));
  });
}
