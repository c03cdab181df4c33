// Chips inside other HTML: of an element that holds more than a timestamp the app makes one widget, in which nothing can be replaced
// by a decoration, and which no post-processor sees. Its timestamps are found in what the app has drawn.
import type { EditorView } from '@codemirror/view';
import type { Cited } from '../../core/mean/timestamp';
import type { Chip } from '../chip';
import { ChipGroup } from '../chip-group';
import { replaceablesIn } from '../reading-view/rendered-timestamps';
import { sourceInHtml } from './editor-source';
import type { NoteInEditor } from './note-in-editor';

/** The app's name for what it draws of HTML, in a line and as a block. */
const WIDGET = 'cm-html-embed';

export class HtmlChips {
  /** By each widget that was looked into, its chips; none, where it holds no timestamps. */
  private readonly seen = new Map<Element, ChipGroup | undefined>();
  private readonly groups = new Set<ChipGroup>();

  constructor(
    private readonly view: EditorView,
    private readonly note: NoteInEditor,
  ) {}

  /** Looks into what the app has drawn since the last time. To be called when the view has been drawn. */
  renew(): void {
    const { contentDOM } = this.view;
    for (const [el, group] of this.seen) {
      if (contentDOM.contains(el)) continue;
      this.seen.delete(el);
      group?.unload();
    }
    for (const el of Array.from(contentDOM.getElementsByClassName(WIDGET))) {
      // The cell of a table that is being edited has an editor of its own, and with it chips of its own.
      const isOwn = el.closest('.cm-content') === contentDOM;
      if (isOwn && !this.seen.has(el) && el.instanceOf(HTMLElement)) this.seen.set(el, this.dress(el));
    }
  }

  /** Gives the app's own widgets back as they were drawn. */
  dispose(): void {
    for (const group of this.groups) group.restore();
    for (const group of this.seen.values()) group?.unload();
    this.seen.clear();
  }

  private dress(el: HTMLElement): ChipGroup | undefined {
    const replaceables = replaceablesIn(el);
    if (replaceables.length === 0) return undefined;
    const all = replaceables.flatMap(({ cited }) => cited);
    const makeChip = (cited: Cited): Chip =>
      this.note.make(cited, () => sourceInHtml(this.view, el, { cited, all }));
    const { noteChips } = this.note;
    const group = new ChipGroup(el, { replaceables, noteChips, makeChip }, this.groups);
    group.load();
    // A chip may be a little wider or higher than what it stands in place of.
    this.view.requestMeasure();
    return group;
  }
}
