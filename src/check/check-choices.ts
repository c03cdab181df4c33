// The choices that the user made in the checks, kept until the plugin ends: a user who goes to the source of a finding finds them
// unchanged afterwards.
import type { Finding } from '../core/write/repair';

/** The choice for one finding in the list of a note. */
export interface Choice {
  readonly isTicked: boolean;
  /** Whether the time of the label is taken, if the label says another one. */
  readonly isByLabel: boolean;
}

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
