// One citation in a note: its place, its times, and the video that it names.
import type { Written } from './interpretation';
import { SYNTAXES, type SyntaxName } from './syntax';

/**
 * The fault of an anchor's markup. `tag`: its opening tag is malformed, so that a renderer shows it as text. `unclosed`: it has no
 * closing tag. `overlong`: it holds more text than a label.
 */
export type Broken = 'tag' | 'unclosed' | 'overlong';

/** The content of a timestamp, without its place. */
export interface Cited {
  /** The form in which it is written. */
  readonly kind: SyntaxName;
  readonly written: Written;
  /** The written end: `data-end`, or the second time of a range. */
  readonly end: string | undefined;
  /** The video that it names: `data-v`, or the target of the link. */
  readonly named: string | undefined;
  /** While a text is read: the label that the note must define to make this a link. */
  readonly reference?: string | undefined;
  /** Anchors only. */
  readonly broken?: Broken | undefined;
  /** Lines only: the shape of its list, whose lines are moments only together, in a run. Undefined if it is a moment by itself. */
  readonly run?: string | undefined;
  /** Whether the text around it is bold, and its chip is too. */
  readonly isBold?: boolean | undefined;
  /** Whether it is italic. */
  readonly isItalic?: boolean | undefined;
}

export interface Timestamp extends Cited {
  /** The range of the text that a chip replaces, as UTF-16 offsets. */
  readonly from: number;
  readonly to: number;
}

/** A renderer normalizes addresses. */
function sameName(one: string | undefined, other: string | undefined): boolean {
  return one === other || (one !== undefined && other !== undefined && plainName(one) === plainName(other));
}

function plainName(name: string): string {
  try {
    return decodeURI(name);
  } catch {
    return name;
  }
}

/** Whether two timestamps have the same content. */
export function saysTheSame(one: Cited, other: Cited): boolean {
  return (
    one.kind === other.kind &&
    one.written.time === other.written.time &&
    (!SYNTAXES[one.kind].hasLabel || one.written.label === other.written.label) &&
    one.end === other.end &&
    sameName(one.named, other.named) &&
    (one.broken === 'tag') === (other.broken === 'tag')
  );
}
