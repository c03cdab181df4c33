// The place of an offset in an editor, and how to scroll to it with nothing selected.
import { EditorView } from '@codemirror/view';
import { SHOWN_AT, type Extent } from './follow';

/** A place in a view that can be scrolled to. */
export interface ScrollPlace {
  readonly scroller: HTMLElement;
  /** Its place on the screen; undefined while it is not laid out. */
  readonly extent: Extent | undefined;
  /** Puts it in view at once. */
  readonly jump: () => void;
}

/** The place of an offset in the text of the editor in `container`; undefined if there is none. */
export function scrollPlaceIn(container: HTMLElement, offset: number): ScrollPlace | undefined {
  // The outermost editor of the container. Of its content it would be the editor of a cell that is edited.
  const view = EditorView.findFromDOM(container);
  if (view === null) return undefined;
  const { viewport, scrollDOM: scroller, state } = view;
  // The text that it was read from may be a moment older.
  const at = Math.min(offset, state.doc.length);
  const place = at < viewport.from || at > viewport.to ? null : view.coordsAtPos(at);
  return {
    scroller,
    extent: place === null ? undefined : { top: place.top, height: place.bottom - place.top },
    jump: () => {
      const yMargin = SHOWN_AT * scroller.clientHeight;
      view.dispatch({ effects: EditorView.scrollIntoView(at, { y: 'start', yMargin }) });
    },
  };
}
