// Finds the timestamps of a rendered note: anchors, links whose text is a time, and times in its text.
import { isTargetBehind } from '../../core/read/bare-address';
import { linkTime } from '../../core/mean/bare-times';
import { plainTimesIn, timestampsInRun } from '../../core/read/rendered-run';
import { citedByLink, readTimeLink } from '../../core/read/time-link';
import type { Cited, Timestamp } from '../../core/mean/timestamp';
import { takeAnchors } from './anchors';
import { ReplaceableElement, ReplaceableText, type Replaceable } from '../replaceable';
import { OBJECT, textBlocksIn } from './text-blocks';

/** Matches every run of text with a timestamp. */
const MARKED = /[[<]|\d:[0-5]\d|youtube-timestamp/;
/** The canonical label, which nearly all anchors have. */
const LABEL = /\[\d\d:\d\d:\d\d\]/;
const WHOLE_LABEL = /^\[\d\d:\d\d:\d\d\]$/;
const TIME_BLOCKS = 'pre > code.language-timestamp';
const BLOCK_TIME = /^\d[\d:.,]{0,15}$/;

/** `[00:01:06](<a class="yt-timestamp" data-t="00:01:06">)`: an anchor in the place of an address. */
const ANCHOR_AS_ADDRESS =
  /^a(?:%20| )class=(?:%22|")yt-timestamp(?:%22|")(?:%20| )data-t=(?:%22|")([\d:]{1,16})/;

/** Inline elements that do not change the meaning of their text. */
const MARKS = 'strong, b, em, i, u, s, del, mark, code, small, sub, sup';

const INTERNAL = '.internal-link';
/** As in their source, only anchors count in footnotes. */
const FOOTNOTES = '.footnotes';
const LONGEST_ADDRESS = 2048;

/** Everything in `root` that chips may replace. Replaces nothing yet. */
export function replaceablesIn(root: HTMLElement): readonly Replaceable[] {
  const anchors = takeAnchors(root).map(({ el, cited }) => new ReplaceableElement(el, cited));
  const texts = mayHoldTimes(root, anchors) ? textsIn(root) : [];
  return [...anchors, ...linksIn(root), ...blocksIn(root), ...texts];
}

function linksIn(root: HTMLElement): readonly Replaceable[] {
  const replaceables: Replaceable[] = [];
  for (const el of Array.from(root.querySelectorAll<HTMLElement>('a[href]:not(.yt-timestamp)'))) {
    const label = el.textContent.trim();
    // A link with an image is no time; and an anchor within a link does not make the link a timestamp.
    if (label.length > LONGEST_ADDRESS || el.querySelector(`:not(${MARKS})`) !== null) continue;
    if (el.closest(FOOTNOTES) !== null) continue;
    const cited = citedByRendered(el, label);
    const isTarget = cited?.kind === 'address' && isTargetBehind(textBefore(el));
    if (cited !== undefined && !isTarget) replaceables.push(new ReplaceableElement(el, cited));
  }
  return replaceables;
}

function textBefore({ previousSibling }: HTMLElement): string {
  return `${previousSibling?.previousSibling?.textContent ?? ''}${previousSibling?.textContent ?? ''}`;
}

function citedByRendered(el: HTMLElement, label: string): Cited | undefined {
  const href = el.getAttribute('data-href') ?? el.getAttribute('href') ?? '';
  const [, time] = ANCHOR_AS_ADDRESS.exec(href) ?? [];
  // A wikilink does not lead to an address, even if its text is one.
  if (time === undefined) return el.matches(INTERNAL) ? readTimeLink(label, href) : citedByLink(label, href);
  const { end } = linkTime(label) ?? {};
  return { kind: 'anchor', written: { time, label }, end, named: undefined, broken: 'tag' };
}

function blocksIn(root: HTMLElement): readonly Replaceable[] {
  const replaceables: Replaceable[] = [];
  for (const el of Array.from(root.querySelectorAll<HTMLElement>(TIME_BLOCKS))) {
    const time = el.textContent.trim();
    const pre = el.closest<HTMLElement>('pre');
    if (pre === null || !BLOCK_TIME.test(time)) continue;
    const written = { time, label: '' };
    replaceables.push(
      new ReplaceableElement(pre, { kind: 'block', written, end: undefined, named: undefined }),
    );
  }
  return replaceables;
}

/** Whether the text besides the anchors may hold a timestamp. Most notes have only anchors. */
function mayHoldTimes(root: HTMLElement, anchors: readonly ReplaceableElement[]): boolean {
  const labels = anchors.filter(({ cited: [{ written }] }) => WHOLE_LABEL.test(written.label));
  const beside = root.textContent.split(LABEL);
  return beside.length !== labels.length + 1 || MARKED.test(beside.join(OBJECT));
}

function textsIn(root: HTMLElement): readonly Replaceable[] {
  return textBlocksIn(root).flatMap(({ text, kind, parts }) => {
    const plain = plainTimesIn(text, kind);
    return parts.flatMap(({ node, at }) => {
      const end = at + node.data.length;
      const inNode = plain.filter(({ from, to }) => from >= at && to <= end).map((one) => shifted(one, -at));
      const timestamps = withoutOverlaps([...timestampsInRun(node.data), ...inNode]);
      return timestamps.length === 0 ? [] : [new ReplaceableText(node, timestamps)];
    });
  });
}

function shifted(timestamp: Timestamp, by: number): Timestamp {
  return { ...timestamp, from: timestamp.from + by, to: timestamp.to + by };
}

/** In order; of those that overlap, the first. */
function withoutOverlaps(timestamps: readonly Timestamp[]): readonly Timestamp[] {
  const found: Timestamp[] = [];
  for (const timestamp of [...timestamps].sort((one, other) => one.from - other.from)) {
    if (timestamp.from >= (found.at(-1)?.to ?? 0)) found.push(timestamp);
  }
  return found;
}
