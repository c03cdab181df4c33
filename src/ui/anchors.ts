// The timestamp anchors of a rendered note: found, and read however broken they are.
import type { Written } from '../core/interpretation';

const ANCHORS = 'a.yt-timestamp';

/** All that an anchor may hold for it to be the label, spaces around it aside: `[00:01:06]`, times, or one word. */
const LABEL = /^(?:\[[^[\]]{0,64}\]|\d[\d:.,;|\s–-]{0,64}|[:./_-]{0,8}[\p{L}\d][\p{L}\d:./_-]{0,64})?$/u;

/** The label at the start of an anchor that holds more than that. */
const LABEL_AT_START = /^\s*(?:\[[^[\]]{0,64}\]|\[?\d+(?::\d+)+)/;

/** Where a label at the start must end; of text of any size no more is looked at. */
const LONGEST_START = 128;

/** What tells a label from a word of the note. */
const LIKE_A_TIME = /[\d[]/;

export interface Anchor {
  /** The element, which now holds its label and nothing else. */
  readonly el: HTMLElement;
  readonly written: Written;
  /** The video that the timestamp names for itself. */
  readonly namedVideo: string | undefined;
}

/**
 * Takes the anchors of `root`. One that was never closed holds the text that follows it too, and the browser repeats it around
 * the text of the blocks after it: such text moves out of the anchor, in its place and order, and the repeats disappear.
 */
export function takeAnchors(root: HTMLElement): readonly Anchor[] {
  const anchors: Anchor[] = [];
  let last: Anchor | undefined;
  for (const el of Array.from(root.querySelectorAll<HTMLElement>(ANCHORS))) {
    const whole = isLabel(el);
    const label = whole ? el.textContent : labelAtStart(el);
    if (last !== undefined && repeats(el, label.trim(), last)) {
      el.replaceWith(...Array.from(el.childNodes));
      continue;
    }
    if (!whole) moveOut(el, label.length);
    last = {
      el,
      written: { time: el.getAttribute('data-t') ?? undefined, label: label.trim() },
      namedVideo: el.getAttribute('data-v') ?? undefined,
    };
    anchors.push(last);
  }
  return anchors;
}

function isLabel(el: HTMLElement): boolean {
  return LABEL.test(el.textContent.trim()) && el.querySelector(ANCHORS) === null;
}

function labelAtStart(anchor: HTMLElement): string {
  const first = anchor.firstChild;
  const label = LABEL_AT_START.exec(first?.textContent?.slice(0, LONGEST_START) ?? '')?.[0] ?? '';
  if (first?.instanceOf(Text) === true) return label;
  // Of marked text nothing is split off: it is the label as a whole, or not at all.
  return label === first?.textContent && anchor.querySelector(ANCHORS) === null ? label : '';
}

/** Whether an anchor is the browser's repeat of the one before it, rather than a timestamp of its own. */
function repeats(el: HTMLElement, label: string, last: Anchor): boolean {
  if (LIKE_A_TIME.test(label) || el.textContent === '') return false;
  if (label !== '' && label === last.written.label) return false;
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
