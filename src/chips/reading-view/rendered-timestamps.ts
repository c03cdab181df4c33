// The timestamps of a rendered note: its anchors, its links whose text is a time, and the times that stand bare in its text.
import { isTargetBehind } from '../../core/read/bare-address';
import { linkTime } from '../../core/mean/bare-times';
import { plainTimesIn, timestampsInRun } from '../../core/read/rendered-run';
import { citedByLink, readTimeLink } from '../../core/read/time-link';
import type { Cited, Timestamp } from '../../core/mean/timestamp';
import { takeAnchors } from './anchors';
import { ReplaceableElement, ReplaceableText, type Replaceable } from '../replaceable';
import { OBJECT, textBlocksIn } from './text-blocks';

/** A run of text without this holds no timestamp. */
const MARKED = /[[<]|\d:[0-5]\d|youtube-timestamp/;
/** The label of nearly all anchors. */
const LABEL = /\[\d\d:\d\d:\d\d\]/;
const WHOLE_LABEL = /^\[\d\d:\d\d:\d\d\]$/;
const TIME_BLOCKS = 'pre > code.language-timestamp';
const BLOCK_TIME = /^\d[\d:.,]{0,15}$/;

/** `[00:01:06](<a class="yt-timestamp" data-t="00:01:06">)`: an anchor that somebody took for an address. */
const ANCHOR_AS_ADDRESS =
  /^a(?:%20| )class=(?:%22|")yt-timestamp(?:%22|")(?:%20| )data-t=(?:%22|")([\d:]{1,16})/;

/** Elements that mark a text and add no meaning to it. */
const MARKS = 'strong, b, em, i, u, s, del, mark, code, small, sub, sup';

const INTERNAL = '.internal-link';
/** They are read as their text is: only anchors count in them. */
const FOOTNOTES = '.footnotes';
const LONGEST_ADDRESS = 2048;

/** All of `root` that chips may replace. Nothing is replaced yet. */
export function replaceablesIn(root: HTMLElement): readonly Replaceable[] {
  const anchors = takeAnchors(root).map(({ el, cited }) => new ReplaceableElement(el, cited));
  const texts = mayHoldTimes(root, anchors) ? textsIn(root) : [];
  return [...anchors, ...linksIn(root), ...blocksIn(root), ...texts];
}

function linksIn(root: HTMLElement): readonly Replaceable[] {
  const replaceables: Replaceable[] = [];
  for (const el of Array.from(root.querySelectorAll<HTMLElement>('a[href]:not(.yt-timestamp)'))) {
    const label = el.textContent.trim();
    // A picture says more than a time, and what is a timestamp in itself makes none of the link around it.
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
  // A link of the vault leads to no address, whatever its text says.
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

/** Whether any text beside the anchors may hold a timestamp. Most notes hold anchors, and nothing that looks like another. */
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
      const timestamps = apart([...timestampsInRun(node.data), ...inNode]);
      return timestamps.length === 0 ? [] : [new ReplaceableText(node, timestamps)];
    });
  });
}

function shifted(timestamp: Timestamp, by: number): Timestamp {
  return { ...timestamp, from: timestamp.from + by, to: timestamp.to + by };
}

/** In order, and of those that overlap the first. */
function apart(timestamps: readonly Timestamp[]): readonly Timestamp[] {
  const found: Timestamp[] = [];
  for (const timestamp of [...timestamps].sort((one, other) => one.from - other.from)) {
    if (timestamp.from >= (found.at(-1)?.to ?? 0)) found.push(timestamp);
  }
  return found;
}
