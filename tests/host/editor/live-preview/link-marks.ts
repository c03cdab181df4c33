// Links in Live Preview: what is left of them looks and acts like one, and embeds among text are shown.
import type { EditorState, Range } from '@codemirror/state';
import { Decoration } from '@codemirror/view';
import { parseLinktext } from '../../vault/links';
import { editorInfoField } from '../fields';
import type { TreeToken } from '../syntax/tree';
import { InlineEmbedWidget } from './embed-widgets';

const LINK = Decoration.mark({ class: 'cm-underline', attributes: { tabindex: '-1', draggable: 'true' } });
const UNRESOLVED = Decoration.mark({
  class: 'cm-underline is-unresolved',
  attributes: { tabindex: '-1', draggable: 'true' },
});

export class LinkDecorations {
  constructor(private readonly state: EditorState) {}

  /** For tokens in a row that are shown as what they mean. */
  of(tokens: readonly TreeToken[]): Range<Decoration>[] {
    const ranges: Range<Decoration>[] = [];
    let embedFrom: number | undefined;
    let target = '';
    for (const { from, to, classes } of tokens) {
      if (classes.has('formatting-embed') || classes.has('image-marker')) embedFrom = from;
      else if (embedFrom !== undefined && endsEmbed(classes, this.state.sliceDoc(from, to))) {
        ranges.push(...this.#embed(embedFrom, to));
        embedFrom = undefined;
      } else if (embedFrom === undefined && classes.has('hmd-internal-link')) {
        if (!classes.has('link-alias') && !classes.has('link-alias-pipe'))
          target = this.state.sliceDoc(from, to);
        if (!classes.has('link-has-alias') && !classes.has('link-alias-pipe'))
          ranges.push(this.#linkTo(target).range(from, to));
      } else if (isLinkText(classes)) ranges.push(LINK.range(from, to));
    }
    return ranges;
  }

  #linkTo(linktext: string): Decoration {
    const { app, file } = this.state.field(editorInfoField);
    const { path } = parseLinktext(linktext);
    const found = app.metadataCache.getFirstLinkpathDest(path, file?.path ?? '');
    return found === null ? UNRESOLVED : LINK;
  }

  /** Alone on its line an embed is a block, which stands elsewhere. */
  #embed(from: number, to: number): Range<Decoration>[] {
    const line = this.state.doc.lineAt(from);
    const markdown = this.state.sliceDoc(from, to);
    if (line.text.trim() === markdown) return [];
    return [Decoration.replace({ widget: new InlineEmbedWidget(markdown) }).range(from, to)];
  }
}

function endsEmbed(classes: ReadonlySet<string>, text: string): boolean {
  return classes.has('formatting-link-end') || (classes.has('formatting-link-string') && text.endsWith(')'));
}

function isLinkText(classes: ReadonlySet<string>): boolean {
  if (classes.has('formatting') || classes.has('string') || classes.has('image')) return false;
  return classes.has('url') || (classes.has('link') && !classes.has('footref'));
}
