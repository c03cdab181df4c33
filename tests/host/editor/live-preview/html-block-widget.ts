// An HTML element of several lines. As among text, no post-processor sees it.
import type { EditorView } from '@codemirror/view';
import { sanitizeHTMLToDom } from '../../markdown/sanitise';
import { SourceWidget } from './source-widget';

export class HtmlBlockWidget extends SourceWidget {
  protected readonly length: number;

  constructor(private readonly html: string) {
    super();
    this.length = html.length;
  }

  override eq(other: HtmlBlockWidget): boolean {
    return other.html === this.html;
  }

  toDOM(view: EditorView): HTMLElement {
    const el = createDiv({ cls: 'cm-html-embed cm-embed-block', attr: { tabindex: -1 } });
    el.append(sanitizeHTMLToDom(this.html));
    this.selectOnClick(view, el);
    return el;
  }
}
