// A finding as its label says it.
import { interpret, type Limit } from '../core/mean/interpretation';
import { scan } from '../core/read/scan';
import type { Finding } from '../core/write/repair';
import { applyChanges } from '../core/write/rewrite';

/** The finding with the time of its label, if that says another one; else the finding itself. */
export function byItsLabel(finding: Finding, limit: Limit): Finding {
  const { byLabel = [], source, timestamp } = finding;
  const changes = byLabel.map((change) => ({
    ...change,
    from: change.from - timestamp.from,
    to: change.to - timestamp.from,
  }));
  const [read] = scan(applyChanges(source, changes));
  if (read === undefined) return finding;
  const { written, end } = read;
  return { ...finding, timestamp: { ...timestamp, written, end }, interpretation: interpret(written, limit) };
}
