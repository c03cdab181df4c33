// Finds the timestamps of a note in its text.
import { proseSteps } from './prose';
import { definitionsIn, withReferences, type Definition } from './references';
import { Source } from './source';
import { StretchScanner } from './stretch-scanner';
import { resultOf, type Steps } from '../mean/steps';
import type { Timestamp } from '../mean/timestamp';

/**
 * The timestamps of a note, in order and without overlaps. Takes any text, and never throws. Its time is linear in the length of
 * the text.
 */
export function scan(text: string): readonly Timestamp[] {
  return scanSource(new Source(text));
}

/** The same as `scan`, on a source that counts its steps. */
export function scanSource(source: Source): readonly Timestamp[] {
  return resultOf(scanSteps(source));
}

export function* scanSteps(source: Source): Steps<readonly Timestamp[]> {
  const scanner = new StretchScanner(source);
  const definitions: Definition[] = [];
  yield* proseSteps(source, {
    readStretch: (stretch) => scanner.read(stretch),
    readLongStretch: (stretch) => scanner.readInSteps(stretch),
    readTimeBlock: (block) => scanner.readTimeBlock(block),
    readLine: (line) => scanner.readLine(line),
    readDefinition: (definition) => {
      definitions.push(definition);
    },
  });
  return withReferences(scanner.found, source, definitionsIn(definitions));
}
