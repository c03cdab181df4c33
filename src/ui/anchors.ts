// The timestamp anchors of a rendered note: found, and read however broken they are.
import type { Written } from '../core/interpretation';

const ANCHORS = 'a.yt-timestamp';

/** All that an anchor may hold for it to be the label: `[00:01:06]`, times, or one word. */
const LABEL = /^\s*(?:\[[^[\]]{0,64}\]|\d[\d:.,;|\s–-]{0,64}|[\p{L}\d:./_-]{1,64})?\s*$/u;

/** The label at the start of an anchor that holds more than that. */
const LABEL_AT_START = /^\s*(?:\[[^[\]]{0,64}\]|\[?\d+(?::\d+)+)/;

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
  let unclosed: string | null = null;
  for (const el of Array.from(root.querySelectorAll<HTMLElement>(ANCHORS))) {
    const time = el.getAttribute('data-t');
    const whole = LABEL.test(el.textContent);
    const label = whole ? el.textContent : (LABEL_AT_START.exec(el.firstChild?.textContent ?? '')?.[0] ?? '');
    if (!whole) moveOut(el, label.length);
    if (!whole && label === '' && unclosed === attributesOf(el)) {
      el.remove();
      continue;
    }
    unclosed = whole ? null : attributesOf(el);
    anchors.push({
      el,
      written: { time: time ?? undefined, label: label.trim() },
      namedVideo: el.getAttribute('data-v') ?? undefined,
    });
  }
  return anchors;
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
