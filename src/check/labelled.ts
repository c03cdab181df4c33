// A finding with the time of its label.
import type { Limit } from '../core/mean/interpretation';
import { readWithin } from '../core/read/reading';
import { scan } from '../core/read/scan';
import type { Finding } from '../core/write/repair';
import { applyChanges } from '../core/write/rewrite';

/** The finding with the times of its label, if the label says other times; else the finding itself. */
export function byItsLabel(finding: Finding, limit: Limit): Finding {
  const { byLabel, source, timestamp } = finding;
  if (byLabel === undefined) return finding;
  const changes = byLabel.map((change) => ({
    ...change,
    from: change.from - timestamp.from,
    to: change.to - timestamp.from,
  }));
  const [labelled] = scan(applyChanges(source, changes));
  if (labelled === undefined) return finding;
  const { written, end } = labelled;
  const { interpretation, clipEnd } = readWithin(labelled, limit);
  return { ...finding, timestamp: { ...timestamp, written, end }, interpretation, clipEnd };
}
