// Finds and reads the anchors of a rendered note, however broken they are.
import { isLabel, labelAtStart } from '../../core/read/anchor';
import { withoutCurlyQuotes } from '../../core/read/tag';
import type { Cited } from '../../core/mean/timestamp';

/** The class may be in curly quotes, which belong to it for a browser. */
const ANCHORS = 'a[class*="yt-timestamp"]';
const PLAIN_CLASS = 'yt-timestamp';
const CLASS = /^[“”„‟‘’‚‛«»″′]?yt-timestamp[“”„‟‘’‚‛«»″′]?$/;

/** Characters within which a label at the start ends. */
const LONGEST_START = 128;

/** Characters that distinguish a label from words of the note. */
const LIKE_A_TIME = /[\d[]/;

export interface Anchor {
  /** The element, which now holds only its label. */
  readonly el: HTMLElement;
  readonly cited: Cited;
}

/**
 * Takes the anchors of `root`. An unclosed anchor also holds the text after it, and the browser repeats it around the text of the
 * next blocks: that text is moved out of the anchor, in its order, and the repetitions are removed.
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
  // Text with markup is not split: the label is all of it, or none.
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

/** Whether an anchor is the browser's repetition of the one before it. */
function repeats(el: HTMLElement, label: string, last: Anchor): boolean {
  if (LIKE_A_TIME.test(label)) return false;
  if (label !== '' && label === last.cited.written.label) return false;
  return attributesOf(el) === attributesOf(last.el);
}

/** Moves everything after the first `kept` characters out of an anchor. */
function moveOut(anchor: HTMLElement, kept: number): void {
  const first = anchor.firstChild;
  if (kept > 0 && first?.instanceOf(Text) === true) first.splitText(kept);
  const rest = Array.from(anchor.childNodes).slice(kept > 0 ? 1 : 0);
  anchor.after(...rest);
}

function attributesOf(el: HTMLElement): string {
  return JSON.stringify(Array.from(el.attributes, ({ name, value }) => [name, value]));
}
