// What became of the findings of a note that has changed since they were made.
import type { NoteContext } from './reading';
import { findDoubtful, type Finding } from './repair';

export interface Reread {
  /** All findings of the text as it is now, in order. */
  readonly findings: readonly Finding[];
  /** For each earlier finding that is still the same, the one that it is now; the others have changed or are gone. */
  readonly kept: ReadonlyMap<Finding, Finding>;
}

type KeyOf = (finding: Finding) => string;

/**
 * Reads a note again, and matches what is found with what was found before. The same timestamp often stands in a note several
 * times: one is told from the others by the text on both sides or on one, or else by the findings before and behind it that
 * were told. Where that leaves a doubt, as when one of two that stand alike is gone, neither is kept. Takes time linear in the
 * text.
 */
export function reread(earlier: readonly Finding[], text: string, note: NoteContext): Reread {
  const findings = findDoubtful(text, note);
  const kept = new Map<Finding, Finding>();
  const keepAlike = (placeOf: (finding: Finding) => string | undefined): void => {
    const now = new Set(kept.values());
    const left = earlier.filter((finding) => !kept.has(finding));
    const open = findings.filter((finding) => !now.has(finding));
    const keyOf: KeyOf = (finding) => JSON.stringify([contentOf(finding), placeOf(finding)]);
    for (const [one, other] of alike(left, open, keyOf)) kept.set(one, other);
  };
  keepAlike(({ before, behind }) => before + behind);
  keepAlike(({ behind }) => behind);
  keepAlike(({ before }) => before);
  const gaps = gapsOf(earlier, findings, kept);
  keepAlike((finding) => gaps.get(finding));
  return { findings, kept };
}

/** All that is said of a finding to the user. */
function contentOf({ source, becomes, reasons, interpretation, clipEnd, video }: Finding): string {
  return JSON.stringify([source, becomes, reasons, interpretation, clipEnd, video]);
}

/** Those that have the same key and are as many as they were, the first with the first. */
function* alike(
  earlier: readonly Finding[],
  later: readonly Finding[],
  keyOf: KeyOf,
): Generator<readonly [Finding, Finding]> {
  const groups = grouped(later, keyOf);
  for (const [key, ones] of grouped(earlier, keyOf)) {
    const others = groups.get(key) ?? [];
    if (others.length !== ones.length) continue;
    for (const [index, other] of others.entries()) {
      const one = ones[index];
      if (one !== undefined) yield [one, other];
    }
  }
}

function grouped(findings: readonly Finding[], keyOf: KeyOf): ReadonlyMap<string, readonly Finding[]> {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = keyOf(finding);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [finding]);
    else group.push(finding);
  }
  return groups;
}

/** Between which of those that are kept the others stand. */
function gapsOf(
  earlier: readonly Finding[],
  findings: readonly Finding[],
  kept: ReadonlyMap<Finding, Finding>,
): ReadonlyMap<Finding, string> {
  const now = new Set(kept.values());
  const gaps = new Map<Finding, string>();
  for (const list of [earlier, findings]) {
    let last = -1;
    let waiting: Finding[] = [];
    const close = (next: number): void => {
      for (const finding of waiting) gaps.set(finding, `${last}-${next}`);
      waiting = [];
      last = next;
    };
    for (const finding of list) {
      const place = kept.get(finding) ?? (now.has(finding) ? finding : undefined);
      if (place === undefined) waiting.push(finding);
      else close(place.timestamp.from);
    }
    close(Infinity);
  }
  return gaps;
}
