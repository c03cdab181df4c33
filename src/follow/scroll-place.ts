// A place in a view that can be scrolled to.
import type { Extent } from './follow';

export interface ScrollPlace {
  readonly scroller: HTMLElement;
  /** Where it is on the screen; undefined while it is not laid out. */
  readonly extent: Extent | undefined;
  /** Puts it in view at once. */
  readonly jump: () => void;
}

/** The place of an offset in the text of the editor in `container`; undefined where there is none. */
export type ScrollPlaceIn = (container: HTMLElement, offset: number) => ScrollPlace | undefined;
