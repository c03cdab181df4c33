// Renders Markdown as one fragment: embeds, page previews, and whatever a plugin hands to `MarkdownRenderer.render`.
// Post-processors get the whole of it at once, and no section information.
import type * as Obsidian from 'obsidian';
import { readBlocks } from './blocks';
import { decorate } from './decorate';
import { loadEmbeds } from './embeds';
import { postProcess } from './post-processors';
import { sanitizeHTMLToDom } from './sanitise';
import { nextDocId } from './doc-id';

export interface Fragment {
  readonly app: Obsidian.App;
  readonly markdown: string;
  readonly sourcePath: string;
  /** What is rendered goes to its end. */
  readonly el: HTMLElement;
  /** Owns what post-processors add. */
  readonly component: Pick<Obsidian.Component, 'addChild'>;
  /** How many embeds stand around it. */
  readonly depth: number;
}

export async function renderFragment(fragment: Fragment): Promise<void> {
  const { app, el, sourcePath, component } = fragment;
  const { blocks, properties } = readBlocks(fragment.markdown);
  // Parsed as one piece: an `<a>` that nobody closed runs on through all that follows.
  const content = sanitizeHTMLToDom(blocks.map((block) => block.html).join('\n'));
  decorate(app, content, sourcePath);
  el.append(content);
  const processed = postProcess(el, {
    docId: nextDocId(),
    sourcePath,
    frontmatter: properties ?? null,
    addChild: (child) => {
      component.addChild(child);
    },
    getSectionInfo: () => null,
  });
  const embedded = loadEmbeds(el, { app, sourcePath, component, depth: fragment.depth, renderFragment });
  await Promise.all([processed, embedded]);
}
