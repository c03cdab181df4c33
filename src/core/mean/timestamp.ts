// One citation in a note: where it stands, what it says, and which video it is about.
import type { Written } from './interpretation';
import { SYNTAXES, type SyntaxName } from './syntax';

/**
 * The fault of an anchor's markup: its opening tag is not well-formed, so that a renderer shows it as text; it is never
 * closed; or it holds more text than a label before it is closed.
 */
export type Broken = 'tag' | 'unclosed' | 'overlong';

/** The content of a timestamp, wherever it stands. */
export interface Cited {
  /** How it is written. */
  readonly kind: SyntaxName;
  readonly written: Written;
  /** The written end: `data-end`, or the second time of a range. */
  readonly end: string | undefined;
  /** The video that it names itself: `data-v`, or the link's target. */
  readonly named: string | undefined;
  /** Only while a text is read: the label that the note must define for this to be a link. */
  readonly reference?: string | undefined;
  /** Only of anchors. */
  readonly broken?: Broken | undefined;
  /** Only of lines: the list that the line belongs to; a run of its lines makes moments of them. Undefined if it needs none. */
  readonly run?: string | undefined;
  /** Whether the text around it is bold, and its chip is too. */
  readonly isBold?: boolean | undefined;
  /** Whether it is italic. */
  readonly isItalic?: boolean | undefined;
}

export interface Timestamp extends Cited {
  /** The text that a chip stands for, as UTF-16 offsets in the note's text. */
  readonly from: number;
  readonly to: number;
}

/** A renderer writes an address in another way than a note, and means the same. */
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

/** Whether two timestamps say the same, wherever they stand. */
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
