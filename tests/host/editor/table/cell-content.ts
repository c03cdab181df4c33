// A cell that nobody edits: rendered as Markdown, and handed to the post-processors by itself.
import type * as Obsidian from 'obsidian';
import { Component } from '../../component';
import { decorate } from '../../markdown/decorate';
import { nextDocId } from '../../markdown/doc-id';
import { loadEmbeds } from '../../markdown/embeds';
import { renderFragment } from '../../markdown/fragment';
import { parser } from '../../markdown/parser';
import { postProcess } from '../../markdown/post-processors';
import { sanitizeHTMLToDom } from '../../markdown/sanitise';

export interface CellPlace {
  readonly app: Obsidian.App;
  readonly sourcePath: string;
  /** The lines of the note that the cell is from, as they are now. */
  readonly section: () => Obsidian.MarkdownSectionInformation;
}

/** Fills a detached element; what is returned owns what post-processors add. */
export function renderCell(
  el: HTMLElement,
  text: string,
  { app, sourcePath, section }: CellPlace,
): Component {
  const component = new Component();
  component.load();
  // In a table the backslash before a pipe is the table's, and no text.
  const html = parser.renderInline(text.replaceAll('\\|', '|'));
  const content = sanitizeHTMLToDom(html);
  decorate(app, content, sourcePath);
  el.append(content);
  if (el.childNodes.length === 0) el.createEl('br');
  void postProcess(el, {
    docId: nextDocId(),
    sourcePath,
    frontmatter: null,
    addChild: (child) => {
      component.addChild(child);
    },
    getSectionInfo: section,
  });
  void loadEmbeds(el, { app, sourcePath, component, depth: 0, renderFragment });
  return component;
}
