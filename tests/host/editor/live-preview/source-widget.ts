// A widget in the place of its source: a click on it selects the source, unless somebody has dealt with the click.
import { type EditorView, WidgetType } from '@codemirror/view';

export abstract class SourceWidget extends WidgetType {
  /** How many characters it stands for. */
  protected abstract readonly length: number;

  protected selectOnClick(view: EditorView, el: HTMLElement): void {
    this.keepCaret(view, el);
    el.addEventListener('click', (event) => {
      if (event.defaultPrevented) return;
      event.preventDefault();
      const from = view.posAtDOM(el);
      view.dispatch({ selection: { anchor: from + this.length, head: from } });
      view.focus();
    });
  }

  /** The caret stays where it is until the click is known to be nobody else's. */
  protected keepCaret(view: EditorView, el: HTMLElement): void {
    el.addEventListener('mousedown', (event) => {
      if (event.button === 0 && view.hasFocus) event.preventDefault();
    });
  }
}
