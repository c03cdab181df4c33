// Finds the findings of a note again after it has changed.
import type { NoteContext } from '../read/reading';
import { findDoubtful, type Finding } from './repair';

export interface Reread {
  /** All findings of the present text, in order. */
  readonly findings: readonly Finding[];
  /** For each earlier finding that has not changed, its present one; the others have changed or are gone. */
  readonly kept: ReadonlyMap<Finding, Finding>;
}

type KeyOf = (finding: Finding) => string;
type Pair = readonly [earlier: Finding, now: Finding];

/**
 * Reads a note again, and matches its findings with the earlier ones. A note often has the same timestamp several times: it is
 * recognized by the text on both sides or on one side of it, or by the recognized finding before it. If a doubt remains, as when
 * one of several equal ones is gone, none is kept. Its time is linear in the text.
 */
export function reread(earlier: readonly Finding[], text: string, note: NoteContext): Reread {
  const findings = findDoubtful(text, note);
  return { findings, kept: keptOf(earlier, findings) };
}

/** Matches findings that were made already with the earlier ones. */
export function keptOf(earlier: readonly Finding[], findings: readonly Finding[]): Reread['kept'] {
  if (earlier.length === 0) return new Map();
  const kept = new Map<Finding, Finding>();
  const contents = numbered([...earlier, ...findings], contentOf);
  const keepBy = (...places: readonly KeyOf[]): void => {
    const now = new Set(kept.values());
    const left = earlier.filter((finding) => !kept.has(finding));
    const open = findings.filter((finding) => !now.has(finding));
    const pairs = places.flatMap((placeOf) =>
      alike(left, open, (finding) => `${contents.get(finding) ?? ''} ${placeOf(finding)}`),
    );
    for (const [one, other] of agreeing(pairs)) kept.set(one, other);
  };
  keepBy(({ before, behind }) => `${before.length} ${before}${behind}`);
  keepBy(
    ({ before }) => before,
    ({ behind }) => behind,
  );
  const gaps = gapsOf(earlier, findings, kept);
  keepBy((finding) => String(gaps.get(finding)));
  return kept;
}

/** Numbers the findings. Findings with equal text share a number, because numbers compare faster. */
function numbered(findings: readonly Finding[], textOf: KeyOf): ReadonlyMap<Finding, number> {
  const numbers = new Map<string, number>();
  return new Map(
    findings.map((finding) => {
      const text = textOf(finding);
      const number = numbers.get(text) ?? numbers.size;
      numbers.set(text, number);
      return [finding, number];
    }),
  );
}

/** Everything that the user is told about a finding. */
function contentOf({ source, becomes, reasons, interpretation, clipEnd, video, byLabel }: Finding): string {
  return JSON.stringify([source, becomes, reasons, interpretation, clipEnd, video, byLabel?.[0]?.insert]);
}

/** Pairs the findings with equal keys, in order, if there are as many as before. */
function alike(earlier: readonly Finding[], later: readonly Finding[], keyOf: KeyOf): readonly Pair[] {
  const groups = grouped(later, keyOf);
  return [...grouped(earlier, keyOf)].flatMap(([key, ones]) => {
    const others = groups.get(key) ?? [];
    return others.length === ones.length ? zipped(ones, others) : [];
  });
}

function zipped(ones: readonly Finding[], others: readonly Finding[]): readonly Pair[] {
  return ones.flatMap((one, index): readonly Pair[] => {
    const other = others[index];
    return other === undefined ? [] : [[one, other]];
  });
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

/** Keeps the pairs whose two members are in no other pair. */
function agreeing(pairs: readonly Pair[]): readonly Pair[] {
  /** Undefined if it has several. */
  const partners = new Map<Finding, Finding | undefined>();
  const add = (one: Finding, other: Finding): void => {
    partners.set(one, !partners.has(one) || partners.get(one) === other ? other : undefined);
  };
  for (const [one, other] of pairs) {
    add(one, other);
    add(other, one);
  }
  return pairs.filter(([one, other]) => partners.get(one) === other && partners.get(other) === one);
}

/** For each of the others, the kept finding after which it comes. */
function gapsOf(
  earlier: readonly Finding[],
  findings: readonly Finding[],
  kept: ReadonlyMap<Finding, Finding>,
): ReadonlyMap<Finding, number> {
  const now = new Set(kept.values());
  const gaps = new Map<Finding, number>();
  for (const list of [earlier, findings]) {
    let last = -1;
    for (const finding of list) {
      const same = now.has(finding) ? finding : kept.get(finding);
      if (same === undefined) gaps.set(finding, last);
      else last = same.timestamp.from;
    }
  }
  return gaps;
}
