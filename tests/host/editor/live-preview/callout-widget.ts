// A callout in Live Preview, with the button that shows its source.
import type { EditorView } from '@codemirror/view';
import { renderFragment } from '../../markdown/fragment';
import { setIcon } from '../../ui/icons';
import { RenderedWidget, type Rendering } from './rendered-widget';

/** What in a callout has a use of its own for a click. */
const OWN_CLICKS = 'a[href], input, button, .callout.is-collapsible > .callout-title, .internal-embed';

export class CalloutWidget extends RenderedWidget {
  override get estimatedHeight(): number {
    return 24 * this.markdown.split('\n').length;
  }

  protected render(view: EditorView, rendering: Rendering): HTMLElement {
    const el = createDiv({ cls: 'cm-embed-block cm-callout', attr: { tabindex: -1 } });
    const content = createDiv('markdown-rendered show-indentation-guide');
    void renderFragment({ ...rendering, markdown: this.markdown, el: content, depth: 0 });
    // Synchronous post-processors have had the callout by now, still in no document.
    el.append(content);
    const button = el.createDiv({ cls: 'edit-block-button', attr: { 'aria-label': 'Edit this block' } });
    setIcon(button, 'code-xml');
    this.keepCaret(view, el);
    el.addEventListener('click', (event) => {
      if (event.defaultPrevented || (event.target as Element).closest(OWN_CLICKS) !== null) return;
      event.preventDefault();
      view.dispatch({ selection: { anchor: view.posAtDOM(el) } });
      view.focus();
    });
    return el;
  }
}
