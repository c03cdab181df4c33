// An offset in an editor as something that can be scrolled to, with nothing selected.
import { EditorView } from '@codemirror/view';
import { SHOWN_AT, type Extent } from './follow';

/** A part of a view that can be scrolled to. */
export interface ScrollTarget {
  readonly scroller: HTMLElement;
  /** Its extent on the screen; undefined while it is not laid out. */
  readonly extent: Extent | undefined;
  /** Puts it in view at once. */
  readonly jump: () => void;
}

/** An offset in the text of the editor in `container`; undefined if there is none. */
export function scrollTargetIn(container: HTMLElement, offset: number): ScrollTarget | undefined {
  // The outermost editor of the container. Of its content it would be the editor of a cell that is edited.
  const view = EditorView.findFromDOM(container);
  if (view === null) return undefined;
  const { viewport, scrollDOM: scroller, state } = view;
  // The text that it was read from may be a moment older.
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
