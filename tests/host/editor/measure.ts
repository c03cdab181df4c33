// What is rendered in an editor grows when its pictures and embeds have come: CodeMirror wants to know its height.
import type { EditorView } from '@codemirror/view';

/** Watches until the function that it returns is called. */
export function measureOnResize(view: EditorView, el: HTMLElement): () => void {
  const resizes = new ResizeObserver(() => view.requestMeasure());
  resizes.observe(el);
  return () => resizes.disconnect();
}
