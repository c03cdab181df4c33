// The timestamp anchors of a rendered note: found, and read however broken they are.
import { isLabel, labelAtStart } from '../../core/read/anchor';
import { withoutCurlyQuotes } from '../../core/read/tag';
import type { Cited } from '../../core/mean/timestamp';

/** The class may stand in curly quotes, which a browser takes for a part of it. */
const ANCHORS = 'a[class*="yt-timestamp"]';
const PLAIN_CLASS = 'yt-timestamp';
const CLASS = /^[“”„‟‘’‚‛«»″′]?yt-timestamp[“”„‟‘’‚‛«»″′]?$/;

/** A label at the start must end here; no more of a text is looked at. */
const LONGEST_START = 128;

/** The marks that tell a label from a word of the note. */
const LIKE_A_TIME = /[\d[]/;

export interface Anchor {
  /** The element, which now holds its label and nothing else. */
  readonly el: HTMLElement;
  readonly cited: Cited;
}

/**
 * Takes the anchors of `root`. One that was never closed holds the text that follows it too, and the browser repeats it around
 * the text of the blocks after it: such text moves out of the anchor, in its place and order, and the repeats disappear.
 */
export function takeAnchors(root: HTMLElement): readonly Anchor[] {
  const anchors: Anchor[] = [];
  let last: Anchor | undefined;
  let isOpen = false;
  for (const el of Array.from(root.querySelectorAll<HTMLElement>(ANCHORS)).filter(isAnchor)) {
    const text = el.textContent;
    const whole = isLabelled(el, text);
    const label = whole ? text : firstLabel(el);
    if (last !== undefined && repeats(el, label.trim(), last) && (isOpen || text !== '')) {
      el.replaceWith(...Array.from(el.childNodes));
      isOpen = true;
      continue;
    }
    isOpen = !whole;
    if (!whole) moveOut(el, label.length);
    last = { el, cited: citedBy(el, label.trim()) };
    anchors.push(last);
  }
  return anchors;
}

function isAnchor(el: HTMLElement): boolean {
  return el.className === PLAIN_CLASS || el.className.split(/\s+/).some((name) => CLASS.test(name));
}

function isLabelled(el: HTMLElement, text: string): boolean {
  return isLabel(text) && (el.firstElementChild === null || el.querySelector(ANCHORS) === null);
}

function firstLabel(anchor: HTMLElement): string {
  const first = anchor.firstChild;
  const label = labelAtStart(first?.textContent?.slice(0, LONGEST_START) ?? '');
  if (first?.instanceOf(Text) === true) return label;
  // Of marked text nothing is split off: it is the label as a whole, or not at all.
  return label === first?.textContent && anchor.querySelector(ANCHORS) === null ? label : '';
}

function citedBy(el: HTMLElement, label: string): Cited {
  const attribute = (name: string): string | undefined =>
    withoutCurlyQuotes(el.getAttribute(name) ?? undefined);
  return {
    kind: 'anchor',
    written: { time: attribute('data-t'), label },
    end: attribute('data-end'),
    named: attribute('data-v'),
  };
}

/** Whether an anchor is the browser's repeat of the one before it, rather than a timestamp of its own. */
function repeats(el: HTMLElement, label: string, last: Anchor): boolean {
  if (LIKE_A_TIME.test(label)) return false;
  if (label !== '' && label === last.cited.written.label) return false;
  return attributesOf(el) === attributesOf(last.el);
}

/** Moves what follows the first `kept` characters of an anchor out behind it. */
function moveOut(anchor: HTMLElement, kept: number): void {
  const first = anchor.firstChild;
  if (kept > 0 && first?.instanceOf(Text) === true) first.splitText(kept);
  const rest = Array.from(anchor.childNodes).slice(kept > 0 ? 1 : 0);
  anchor.after(...rest);
}

function attributesOf(el: HTMLElement): string {
  return JSON.stringify(Array.from(el.attributes, ({ name, value }) => [name, value]));
}
