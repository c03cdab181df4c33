// Finds the timestamps of a note in its text.
import { readProse } from './prose';
import { definitionsIn, withReferences, type Definition } from './references';
import { Source } from './source';
import { StretchScanner } from './stretch-scanner';
import type { Timestamp } from '../mean/timestamp';

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
  const definitions: Definition[] = [];
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
    readDefinition: (definition) => {
      definitions.push(definition);
    },
  });
  return withReferences(scanner.found, source, definitionsIn(definitions));
}
