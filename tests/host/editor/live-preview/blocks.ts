// Blocks that Live Preview shows rendered: callouts, embeds, HTML. Block decorations cannot come from a view plugin, so
// they stand in a field, which asks the editor's view for what a state does not know: the focus and the mouse.
import {
  type EditorState,
  type Extension,
  type Range,
  StateEffect,
  StateField,
  type Transaction,
} from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, ViewPlugin } from '@codemirror/view';
import { watchPostProcessors } from '../../markdown/post-processors';
import { viewOf } from '../fields';
import { blocksOf, type NoteBlock } from '../syntax/tree';
import { CalloutWidget } from './callout-widget';
import { EmbedBlockWidget } from './embed-widgets';
import { HtmlBlockWidget } from './html-block-widget';
import { type Reveals, searchFinds, touches } from './reveal';
import { concernsBlocks, isFrozen, redecorate } from './state';

/** The set of post-processors has changed: what they have rendered is rendered anew. */
const renderAnew = StateEffect.define();

interface Blocks {
  readonly decorations: DecorationSet;
  readonly epoch: number;
  /** Set while something has changed that was not shown yet. */
  readonly stale: boolean;
}

const blocksField = StateField.define<Blocks>({
  create: (state) => ({ decorations: decorate(state, 0), epoch: 0, stale: false }),
  update: (blocks, transaction) => {
    const { state } = transaction;
    const anew = transaction.effects.some((effect) => effect.is(renderAnew));
    const epoch = blocks.epoch + (anew ? 1 : 0);
    const stale = blocks.stale || anew || concerns(transaction);
    if (!stale) return blocks;
    const view = viewOf(state);
    if (view !== undefined && isFrozen(view))
      return { decorations: blocks.decorations.map(transaction.changes), epoch, stale };
    return { decorations: decorate(state, epoch), epoch, stale: false };
  },
  provide: (field) => EditorView.decorations.from(field, (blocks) => blocks.decorations),
});

const followPostProcessors = ViewPlugin.define((view) => {
  const stop = watchPostProcessors(() => {
    // Not within the update that may have brought the news.
    view.dom.win.setTimeout(() => {
      if (view.dom.isConnected) view.dispatch({ effects: renderAnew.of(null) });
    }, 0);
  });
  return { destroy: stop };
});

export const renderedBlocks: Extension = [blocksField, followPostProcessors];

function concerns(transaction: Transaction): boolean {
  const asked = transaction.effects.some((effect) => effect.is(redecorate));
  return asked || transaction.selection !== undefined || concernsBlocks(transaction);
}

function decorate(state: EditorState, epoch: number): DecorationSet {
  const ranges = viewOf(state)?.hasFocus === true ? state.selection.ranges : [];
  const found = searchFinds(state);
  const reveals: Reveals = (from, to) => touches(ranges, from, to) || found(from, to);
  const decorations = blocksOf(state).flatMap((block) => decorateBlock(state, block, { epoch, reveals }));
  return Decoration.set(decorations, true);
}

interface Situation {
  readonly epoch: number;
  readonly reveals: Reveals;
}

function decorateBlock(
  state: EditorState,
  { kind, from, to, complete }: NoteBlock,
  { epoch, reveals }: Situation,
): Range<Decoration>[] {
  if (!complete) return [];
  const text = state.sliceDoc(from, to);
  const revealed = reveals(from, to);
  if (kind === 'callout' && !revealed) return [replaced(new CalloutWidget(text, epoch), from, to)];
  if (kind === 'html' && !revealed) return [replaced(new HtmlBlockWidget(text), from, to)];
  if (kind !== 'embed') return [];
  // An embed stays in sight below its source.
  const widget = new EmbedBlockWidget(text.trim(), epoch);
  return [
    revealed ? Decoration.widget({ widget, block: true, side: 1 }).range(to) : replaced(widget, from, to),
  ];
}

function replaced(widget: CalloutWidget | HtmlBlockWidget | EmbedBlockWidget, from: number, to: number) {
  return Decoration.replace({ widget, block: true, side: 1 }).range(from, to);
}
