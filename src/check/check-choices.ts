// The choices that were made in the checks, kept until the plugin ends: a user who has looked at the source of a finding comes back to them.
import type { Finding } from '../core/write/repair';

/** The choice of a finding in the list of its note. */
export interface Choice {
  readonly isTicked: boolean;
  /** Whether its label counts, if that says another time. */
  readonly isByLabel: boolean;
}

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
