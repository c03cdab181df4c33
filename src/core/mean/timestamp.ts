// One citation in a note: where it stands, what it says, and which video it is about.
import type { Written } from './interpretation';
import type { SyntaxName } from './syntax';

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
  /** Only of anchors. */
  readonly broken?: Broken | undefined;
  /** Only of lines: the list that the line belongs to; a run of its lines makes moments of them. Undefined if it needs none. */
  readonly run?: string | undefined;
  /** Whether the text around it is bold, and its chip is too. */
  readonly isBold?: boolean | undefined;
}

export interface Timestamp extends Cited {
  /** The text that a chip stands for, as UTF-16 offsets in the note's text. */
  readonly from: number;
  readonly to: number;
}

/** Whether two timestamps say the same, wherever they stand. */
export function saysTheSame(one: Cited, other: Cited): boolean {
  return (
    one.kind === other.kind &&
    one.written.time === other.written.time &&
    one.written.label === other.written.label &&
    one.end === other.end &&
    one.named === other.named &&
    (one.broken === 'tag') === (other.broken === 'tag')
  );
}
