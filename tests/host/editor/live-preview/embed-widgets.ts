// `![[…]]` and pictures in Live Preview: a block where they stand alone, else in the line.
import { parser } from '../../markdown/parser';
import { type EmbedPlace, loadEmbeds } from '../../markdown/embeds';
import { renderFragment } from '../../markdown/fragment';
import { sanitizeHTMLToDom } from '../../markdown/sanitise';
import type { EditorView } from '@codemirror/view';
import { RenderedWidget, type Rendering } from './rendered-widget';

export class InlineEmbedWidget extends RenderedWidget {
  constructor(markdown: string, epoch = 0) {
    super(markdown, epoch);
  }

  protected render(view: EditorView, { app, sourcePath, component }: Rendering): HTMLElement {
    const root = createSpan();
    root.append(sanitizeHTMLToDom(parser.renderInline(this.markdown)));
    const place: EmbedPlace = { app, sourcePath, component, depth: 0, renderFragment };
    void loadEmbeds(root, place);
    const el = root.firstElementChild as HTMLElement | null;
    if (el === null) return root;
    el.setAttr('tabindex', '-1');
    this.selectOnClick(view, el);
    return el;
  }
}

export class EmbedBlockWidget extends InlineEmbedWidget {
  override get estimatedHeight(): number {
    return 100;
  }
}
