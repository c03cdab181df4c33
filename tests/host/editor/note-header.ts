// What stands above the text of a note in its editor: the title, and in Live Preview the properties.
import type { Text } from '@codemirror/state';
import { renderHeader } from '../markdown/properties';
import { readProperties } from '../vault/frontmatter';
import { findContentStart } from './frontmatter';

export class NoteHeader {
  readonly el = createDiv('mod-header mod-ui');
  #shown: string | undefined;

  /** Renders only what is new. */
  show(title: string, doc: Text): void {
    const yaml = doc.sliceString(0, findContentStart(doc));
    const shown = `${title}\n${yaml}`;
    if (shown === this.#shown) return;
    this.#shown = shown;
    renderHeader(this.el, { title, properties: readProperties(yaml) });
  }
}
