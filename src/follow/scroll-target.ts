// An offset in an editor as a scroll target, without a selection.
import { EditorView } from '@codemirror/view';
import { SHOWN_AT, type Extent } from './follow';

/** A part of a view to scroll to. */
export interface ScrollTarget {
  readonly scroller: HTMLElement;
  /** Its extent on the screen; undefined without a layout. */
  readonly extent: Extent | undefined;
  /** Scrolls there at once. */
  readonly jump: () => void;
}

/** An offset in the text of the editor in `container`; undefined if there is none. */
export function scrollTargetIn(container: HTMLElement, offset: number): ScrollTarget | undefined {
  // The outermost editor of the container: its content element could lead to the editor of a table cell.
  const view = EditorView.findFromDOM(container);
  if (view === null) return undefined;
  const { viewport, scrollDOM: scroller, state } = view;
  // The text in which the offset was found may be slightly older.
  const at = Math.min(offset, state.doc.length);
  const coords = at < viewport.from || at > viewport.to ? null : view.coordsAtPos(at);
  return {
    scroller,
    extent: coords === null ? undefined : { top: coords.top, height: coords.bottom - coords.top },
    jump: () => {
      const yMargin = SHOWN_AT * scroller.clientHeight;
      view.dispatch({ effects: EditorView.scrollIntoView(at, { y: 'start', yMargin }) });
    },
  };
}
