// The marks of Markdown, hidden where nobody edits them: bold and italic, headings, links, code, lists, quotes, rules.
import { type EditorState, type Range } from '@codemirror/state';
import { Decoration, type DecorationSet, type EditorView } from '@codemirror/view';
import { blocksOf, tokensIn, type TreeToken } from '../syntax/tree';
import { LinkDecorations } from './link-marks';
import { revealsIn, type Reveals } from './reveal';
import { livePreviewDecorations } from './state';
import { BoxWidget, RuleWidget } from './small-widgets';

/** Tokens of these in a row are one group: they show their source together. */
const GROUPED = [
  'em',
  'strong',
  'inline-code',
  'strikethrough',
  'highlight',
  'link',
  'image',
  'hmd-internal-link',
  'hmd-embed',
  'formatting-link',
  'formatting-link-string',
  'url',
];

const HIDDEN_IN_GROUP = [
  'formatting-em',
  'formatting-strong',
  'formatting-strikethrough',
  'formatting-highlight',
  'formatting-code',
  'formatting-link',
  'formatting-link-string',
  'link-has-alias',
  'link-alias-pipe',
];

const HIDE = Decoration.replace({});
const TRANSPARENT = Decoration.mark({ class: 'cm-transparent' });
const BULLET = Decoration.mark({ class: 'list-bullet' });
const NUMBER = Decoration.mark({ class: 'list-number' });

export const hiddenMarks = livePreviewDecorations((view) => {
  const marks = new Marks(view);
  for (const { from, to } of view.visibleRanges) marks.read(tokensIn(view.state, from, to));
  return marks.finish();
});

class Marks {
  readonly #state: EditorState;
  readonly #reveals: Reveals;
  readonly #links: LinkDecorations;
  readonly #ranges: Range<Decoration>[] = [];
  #group: TreeToken[] = [];
  #code: readonly { from: number; to: number }[] | undefined;

  constructor(view: EditorView) {
    this.#state = view.state;
    this.#reveals = revealsIn(view);
    this.#links = new LinkDecorations(view.state);
  }

  read(tokens: readonly TreeToken[]): void {
    for (const token of tokens) {
      const grouped = hasAny(token.classes, GROUPED);
      if (!grouped || this.#group.at(-1)?.to !== token.from) this.#finishGroup();
      if (grouped) this.#group.push(token);
      this.#readAlone(token);
    }
    this.#finishGroup();
  }

  finish(): DecorationSet {
    return Decoration.set(this.#ranges, true);
  }

  /** A caret that touches any of the group shows the source of all of it. */
  #finishGroup(): void {
    const [first] = this.#group;
    const last = this.#group.at(-1);
    if (first !== undefined && last !== undefined && !this.#reveals(first.from, last.to)) {
      for (const { from, to, classes } of this.#group) {
        if (hasAny(classes, HIDDEN_IN_GROUP) || (classes.has('string') && classes.has('url')))
          this.#ranges.push(HIDE.range(from, to));
      }
      this.#ranges.push(...this.#links.of(this.#group));
    }
    this.#group = [];
  }

  #readAlone({ from, to, classes }: TreeToken): void {
    if (classes.has('formatting-header')) this.#unlessOnLine(from, () => HIDE.range(from, to));
    else if (classes.has('hmd-escape-backslash')) this.#unlessOnLine(from, () => HIDE.range(from, to));
    else if (classes.has('formatting-quote')) this.#unlessOnLine(from, () => TRANSPARENT.range(from, to));
    else if (classes.has('formatting-list')) this.#readListMark(from, to, classes);
    else if (classes.has('formatting-task')) this.#readTask(from, to);
    else if (classes.has('formatting-code-block')) this.#readFence(from, to);
    else if (classes.has('hr')) this.#readRule(from);
  }

  #unlessOnLine(from: number, decoration: () => Range<Decoration>): void {
    const line = this.#state.doc.lineAt(from);
    if (!this.#reveals(line.from, line.to)) this.#ranges.push(decoration());
  }

  #readListMark(from: number, to: number, classes: ReadonlySet<string>): void {
    const mark = this.#state.sliceDoc(from, to).trimEnd();
    const task = /^\[.\](\s|$)/.test(this.#state.sliceDoc(to, to + 4));
    if (task && !this.#reveals(from, to + 3)) this.#ranges.push(HIDE.range(from, to));
    else if (classes.has('formatting-list-ol')) this.#ranges.push(NUMBER.range(from, from + mark.length));
    else this.#ranges.push(BULLET.range(from, from + 1));
  }

  #readTask(from: number, to: number): void {
    const start = this.#state.doc.lineAt(from).from;
    const mark = /[-*+]|\d+[.)]/.exec(this.#state.sliceDoc(start, from))?.index ?? 0;
    if (this.#reveals(start + mark, to)) return;
    const widget = new BoxWidget(this.#state.sliceDoc(from + 1, from + 2));
    this.#ranges.push(Decoration.replace({ widget }).range(from, to));
  }

  #readFence(from: number, to: number): void {
    this.#code ??= blocksOf(this.#state).filter(({ kind, complete }) => kind === 'code' && complete);
    const block = this.#code.find((code) => code.from <= from && from <= code.to);
    if (block === undefined || this.#reveals(block.from, block.to)) return;
    this.#ranges.push(HIDE.range(from, to));
  }

  #readRule(at: number): void {
    const { from, to } = this.#state.doc.lineAt(at);
    if (this.#reveals(from, to)) return;
    this.#ranges.push(
      Decoration.line({ class: 'hr' }).range(from),
      Decoration.replace({ widget: new RuleWidget() }).range(from, to),
    );
  }
}

function hasAny(classes: ReadonlySet<string>, wanted: readonly string[]): boolean {
  return wanted.some((name) => classes.has(name));
}
