// One block of reading view: its element, what lives in it, and where it stands in the scrolled page.
import type * as Obsidian from 'obsidian';
import { Component } from '../component';
import type { Block } from './blocks';
import { decorate } from './decorate';
import { sanitizeHTMLToDom } from './sanitise';

export class Section extends Component {
  /** Kept while the section is far away and out of the document; absent until it was rendered. */
  el: HTMLElement | undefined;
  /** Pixels from the top of the page, and to the top of the next section; known once laid out. */
  top = 0;
  extent = 0;

  constructor(public block: Block) {
    super();
  }

  /** Builds the element, in no document yet. */
  build(app: Obsidian.App, sourcePath: string): HTMLElement {
    const content = sanitizeHTMLToDom(this.block.html);
    decorate(app, content, sourcePath);
    const kind = content.firstElementChild?.tagName.toLowerCase();
    const el = createDiv({
      cls: [...(kind === undefined ? [] : [`el-${kind}`]), ...(this.block.classes ?? [])],
    });
    el.append(content);
    this.el = el;
    return el;
  }

  override onunload(): void {
    this.el?.remove();
  }
}
