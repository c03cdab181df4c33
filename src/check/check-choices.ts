// The choices that the user made in the checks, kept until the plugin ends: a user who goes to the source of a finding finds them
// unchanged afterwards.
import { isUndisputed, type Finding } from '../core/write/repair';
import { keptOf, type Reread } from '../core/write/reread';
import type { Change } from '../core/write/rewrite';

/** The choice for one finding in the list of a note. */
export interface Choice {
  readonly isTicked: boolean;
  /** Whether the time of the label is taken, if the label says another one. */
  readonly isByLabel: boolean;
}

const NOT_CHOSEN: Choice = { isTicked: false, isByLabel: false };

export interface NoteChoices {
  readonly findings: ReadonlyMap<Finding, Choice>;
  /** The finding whose source the user looked at last. */
  readonly seen: Finding | undefined;
}

export class CheckChoices {
  /** By the path of the note. */
  readonly notes = new Map<string, NoteChoices>();
  /** The notes that the user has excluded from rewriting: path and fingerprint. */
  readonly left = new Map<string, number>();
}

export type Choices = ReadonlyMap<Finding, Choice>;

/** A finding that has not changed keeps its choice. With `ticksNew`, a new one is ticked, if it is undisputed. */
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

/** The changes of each finding that is ticked; none for the others. With `ticksNew`, undisputed findings are ticked from the start. */
export function chosenChanges(
  earlier: Choices,
  findings: readonly Finding[],
  ticksNew?: boolean,
): readonly (readonly Change[])[] {
  const choiceOf = choicesFrom(earlier, keptOf([...earlier.keys()], findings), ticksNew);
  return findings.map((finding) => {
    const { isTicked, isByLabel } = choiceOf(finding);
    if (!isTicked) return [];
    return (isByLabel ? finding.byLabel : undefined) ?? finding.changes;
  });
}
