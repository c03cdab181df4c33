// The small things that Live Preview puts in the place of their source: task boxes and rules.
import { type EditorView, WidgetType } from '@codemirror/view';

/** The box of a task; a click ticks it in the text. */
export class BoxWidget extends WidgetType {
  constructor(private readonly mark: string) {
    super();
  }

  override eq(other: BoxWidget): boolean {
    return other.mark === this.mark;
  }

  toDOM(view: EditorView): HTMLElement {
    const label = createEl('label', 'task-list-label');
    const box = label.createEl('input', {
      cls: 'task-list-item-checkbox',
      type: 'checkbox',
      attr: { 'data-task': this.mark },
    });
    box.checked = this.mark !== ' ';
    box.addEventListener('click', (event) => {
      event.preventDefault();
      const at = view.posAtDOM(label) + 1;
      view.dispatch({ changes: { from: at, to: at + 1, insert: this.mark === ' ' ? 'x' : ' ' } });
    });
    return label;
  }
}

export class RuleWidget extends WidgetType {
  override eq(): boolean {
    return true;
  }

  toDOM(): HTMLElement {
    return createEl('hr');
  }

  override ignoreEvent(): boolean {
    return false;
  }
}
