// An editor of a whole text, with what only such have: a history, a search bar, rendered blocks, tables.
import { history, historyKeymap } from '@codemirror/commands';
import type { Extension } from '@codemirror/state';
import { keymap } from '@codemirror/view';
import { renderedBlocks } from './live-preview/blocks';
import { type EditorSetting, MarkdownEditor } from './markdown-editor';
import { searchBar } from './search-bar';
import type { TableHost } from './table/table-view';
import { tables } from './table/tables';

export class DocumentEditor extends MarkdownEditor implements TableHost {
  /** What the editor of a table cell is made for: the same note, in Live Preview. */
  cellSetting(parentEl: HTMLElement): EditorSetting {
    const { info, plugins } = this.setting;
    return { parentEl, info, plugins, livePreview: true, onEdit: () => undefined };
  }

  /** Begins another text: nothing of the one before can be undone. */
  open(text: string): void {
    this.cm.setState(this.stateOf(text));
  }

  protected override ownExtensions(): Extension {
    return [history(), keymap.of(historyKeymap), searchBar];
  }

  protected override ownLivePreview(): Extension {
    return [renderedBlocks, tables(this)];
  }
}
