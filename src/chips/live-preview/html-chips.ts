// Chips within other HTML. For an element with more than a timestamp the app draws one widget, in which decorations cannot replace
// anything, and which no post-processor sees. The timestamps are found in the drawn widget.
import type { EditorView } from '@codemirror/view';
import type { Cited } from '../../core/mean/timestamp';
import type { Chip } from '../chip';
import { ChipGroup } from '../chip-group';
import { replaceablesIn } from '../reading-view/rendered-timestamps';
import { sourceInHtml } from './editor-source';
import type { NoteInEditor } from './note-in-editor';

/** The app's class for HTML widgets, inline and as blocks. */
const WIDGET = 'cm-html-embed';

export class HtmlChips {
  /** The chips of each widget that was searched; undefined if it has no timestamps. */
  private readonly seen = new Map<Element, ChipGroup | undefined>();
  private readonly groups = new Set<ChipGroup>();

  constructor(
    private readonly view: EditorView,
    private readonly note: NoteInEditor,
  ) {}

  /** Searches the widgets that the app has drawn since the last time. To be called after the view was drawn. */
  renew(): void {
    const { contentDOM } = this.view;
    for (const [el, group] of this.seen) {
      if (contentDOM.contains(el)) continue;
      this.seen.delete(el);
      group?.unload();
    }
    for (const el of Array.from(contentDOM.getElementsByClassName(WIDGET))) {
      // A table cell that is being edited has its own editor with its own chips.
      const isOwn = el.closest('.cm-content') === contentDOM;
      if (isOwn && !this.seen.has(el) && el.instanceOf(HTMLElement)) this.seen.set(el, this.addChips(el));
    }
  }

  /** Restores the app's widgets as they were drawn. */
  dispose(): void {
    for (const group of this.groups) group.restore();
    for (const group of this.seen.values()) group?.unload();
    this.seen.clear();
  }

  private addChips(el: HTMLElement): ChipGroup | undefined {
    const replaceables = replaceablesIn(el);
    if (replaceables.length === 0) return undefined;
    const all = replaceables.flatMap(({ cited }) => cited);
    const makeChip = (cited: Cited): Chip =>
      this.note.make(cited, () => sourceInHtml(this.view, el, { cited, all }));
    const { noteChips } = this.note;
    const group = new ChipGroup(el, { replaceables, noteChips, makeChip }, this.groups);
    group.load();
    // A chip may be slightly wider or higher than the text that it replaces.
    this.view.requestMeasure();
    return group;
  }
}
