// Complete HTML elements among the text of a line, shown as what they mean: `span.cm-html-embed`.
import type { EditorState, Range } from '@codemirror/state';
import { Decoration, type EditorView } from '@codemirror/view';
import { sanitizeHTMLToDom } from '../../markdown/sanitise';
import { tokensIn } from '../syntax/tree';
import { revealsIn } from './reveal';
import { SourceWidget } from './source-widget';
import { livePreviewDecorations } from './state';

/** Characters before the visible part that are searched for the beginning of an element. */
const LOOK_BACK = 1000;

export const inlineHtml = livePreviewDecorations((view) => {
  const reveals = revealsIn(view);
  const ranges: Range<Decoration>[] = [];
  for (const visible of view.visibleRanges) {
    for (const { from, to, html } of elementsIn(view.state, visible)) {
      if (reveals(from, to)) continue;
      ranges.push(Decoration.replace({ widget: new HtmlWidget(html, to - from) }).range(from, to));
    }
  }
  return Decoration.set(ranges, true);
});

interface PlacedElement {
  /** Of the whole line, where there is nothing else on it. */
  readonly from: number;
  readonly to: number;
  readonly html: string;
}

/** The elements of a range; those of several lines are blocks, and stand elsewhere. */
function elementsIn(state: EditorState, visible: { from: number; to: number }): PlacedElement[] {
  const { doc } = state;
  const from = Math.max(doc.lineAt(visible.from).from, visible.from - LOOK_BACK);
  const found: PlacedElement[] = [];
  let begin: number | undefined;
  for (const token of tokensIn(state, from, visible.to)) {
    if (token.classes.has('hmd-html-begin')) begin = token.from;
    if (!token.classes.has('hmd-html-end') || begin === undefined) continue;
    const line = doc.lineAt(begin);
    if (token.to <= line.to && token.to > visible.from) {
      const html = doc.sliceString(begin, token.to);
      const alone = line.text.trim() === html;
      found.push({ from: alone ? line.from : begin, to: alone ? line.to : token.to, html });
    }
    begin = undefined;
  }
  return found;
}

class HtmlWidget extends SourceWidget {
  constructor(
    private readonly html: string,
    protected readonly length: number,
  ) {
    super();
  }

  override eq(other: HtmlWidget): boolean {
    return other.html === this.html && other.length === this.length;
  }

  toDOM(view: EditorView): HTMLElement {
    const el = createSpan({ cls: 'cm-html-embed', attr: { tabindex: -1 } });
    el.append(sanitizeHTMLToDom(this.html));
    this.selectOnClick(view, el);
    return el;
  }
}
