// The timestamps of a rendered note: its anchors, its links whose text is a time, and the times that stand bare in its text.
import { linkTime } from '../../core/mean/bare-times';
import { timestampsInRun } from '../../core/read/rendered-run';
import type { Cited } from '../../core/mean/timestamp';
import { parseYouTubeUrl } from '../../core/mean/youtube-url';
import { takeAnchors } from './anchors';
import { ElementPlace, TextPlace, type ChipPlace } from '../chip-places';

/** What is no running text: code, formulas, other links, controls, footnotes, and other notes, which are rendered for themselves. */
const NOT_PROSE =
  'a[href], a.yt-timestamp, button, code, pre, script, style, svg, textarea, mjx-container, .math, .footnotes, .internal-embed, .playhead-chip';

/** What a run of text must hold for there to be anything in it. */
const MARKED = /[[<]/;

/** `[00:01:06](<a class="yt-timestamp" data-t="00:01:06">)`: an anchor that somebody took for an address. */
const ANCHOR_AS_ADDRESS =
  /^a(?:%20| )class=(?:%22|")yt-timestamp(?:%22|")(?:%20| )data-t=(?:%22|")([\d:]{1,16})/;

/** What a text may be marked with and say no more for it. */
const MARKS = 'strong, b, em, i, u, s, del, mark, code, small, sub, sup';

/** Longer texts of links say more than a time. */
const LONGEST_LABEL = 64;

/** The places of timestamps in `root`. Nothing is shown in them yet. */
export function timestampPlaces(root: HTMLElement): readonly ChipPlace[] {
  const anchors = takeAnchors(root).map(({ el, cited }) => new ElementPlace(el, cited));
  return [...anchors, ...linkPlaces(root), ...textPlaces(root)];
}

function linkPlaces(root: HTMLElement): readonly ChipPlace[] {
  const places: ChipPlace[] = [];
  for (const el of Array.from(root.querySelectorAll<HTMLElement>('a[href]:not(.yt-timestamp)'))) {
    const label = el.textContent.trim();
    // A picture says more than a time, and what is a timestamp in itself makes none of the link around it.
    if (el.querySelector(`:not(${MARKS})`) !== null) continue;
    const time = label.length > LONGEST_LABEL ? undefined : linkTime(label);
    const cited =
      time === undefined ? undefined : citedByLink(el.getAttribute('href') ?? '', label, time.end);
    if (cited !== undefined) places.push(new ElementPlace(el, cited));
  }
  return places;
}

function citedByLink(href: string, label: string, end: string | undefined): Cited | undefined {
  const start = parseYouTubeUrl(href)?.start;
  if (start !== undefined) return { kind: 'link', written: { time: String(start), label }, end, named: href };
  const [, time] = ANCHOR_AS_ADDRESS.exec(href) ?? [];
  if (time === undefined) return undefined;
  return { kind: 'anchor', written: { time, label }, end, named: undefined, broken: 'tag' };
}

function textPlaces(root: HTMLElement): readonly ChipPlace[] {
  if (!MARKED.test(root.textContent)) return [];
  const places: ChipPlace[] = [];
  const walker = root.doc.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) => {
    if (node.instanceOf(Element)) {
      return node.matches(NOT_PROSE) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP;
    }
    return node.instanceOf(Text) && MARKED.test(node.data)
      ? NodeFilter.FILTER_ACCEPT
      : NodeFilter.FILTER_SKIP;
  });
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (!node.instanceOf(Text)) continue;
    const timestamps = timestampsInRun(node.data);
    if (timestamps.length > 0) places.push(new TextPlace(node, timestamps));
  }
  return places;
}
