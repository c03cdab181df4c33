// The choices that were made in the checks, kept until the plugin ends: a user who has looked at the source of a finding comes back to them.
import { isUndisputed, type Finding } from '../core/write/repair';
import { keptOf, type Reread } from '../core/write/reread';
import type { Change } from '../core/write/rewrite';

/** The choice of a finding in the list of its note. */
export interface Choice {
  readonly isTicked: boolean;
  /** Whether its label counts, if that says another time. */
  readonly isByLabel: boolean;
}

const NOT_CHOSEN: Choice = { isTicked: false, isByLabel: false };

export interface NoteChoices {
  readonly findings: ReadonlyMap<Finding, Choice>;
  /** The finding whose source was looked at last. */
  readonly seen: Finding | undefined;
}

export class CheckChoices {
  /** By the path of the note. */
  readonly notes = new Map<string, NoteChoices>();
  /** The fingerprints of the notes that are not to be rewritten with the others, by their path. */
  readonly left = new Map<string, number>();
}

export type Choices = ReadonlyMap<Finding, Choice>;

/** Finds for each finding that there is now its choice: for what is still the same the earlier one; what is new is ticked, with `ticksNew`, where nothing is disputed. */
export function choicesFrom(
  earlier: Choices,
  kept: Reread['kept'],
  ticksNew = true,
): (finding: Finding) => Choice {
  const before = new Map([...kept].map(([one, now]) => [now, one]));
  return (finding) => {
    const one = before.get(finding);
    const choice = (one === undefined ? undefined : earlier.get(one)) ?? NOT_CHOSEN;
    const isLeft = one !== undefined && isUndisputed(one) && !choice.isTicked;
    return { ...choice, isTicked: choice.isTicked || (ticksNew && isUndisputed(finding) && !isLeft) };
  };
}

/** The changes that a finding is chosen for, of all that were found in the note at `path`; none for the others. */
export function chosenChanges(
  { notes }: CheckChoices,
  path: string,
  findings: readonly Finding[],
): readonly (readonly Change[])[] {
  const earlier: Choices = notes.get(path)?.findings ?? new Map<Finding, Choice>();
  const choiceOf = choicesFrom(earlier, keptOf([...earlier.keys()], findings));
  return findings.map((finding) => changesBy(finding, choiceOf(finding)));
}

export function changesBy({ byLabel, changes }: Finding, { isTicked, isByLabel }: Choice): readonly Change[] {
  if (!isTicked) return [];
  return (isByLabel ? byLabel : undefined) ?? changes;
}
