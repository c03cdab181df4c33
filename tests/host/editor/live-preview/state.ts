// When Live Preview decorates anew: after edits, moves of the selection, focus and blur; never while a word is composed or
// the mouse selects, because what is under the pointer must not jump.
import type * as Obsidian from 'obsidian';
import { syntaxTree } from '@codemirror/language';
import { getSearchQuery, searchPanelOpen } from '@codemirror/search';
import { type EditorState, type Extension, StateEffect } from '@codemirror/state';
import { type DecorationSet, EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view';

/** Milliseconds from the release of the mouse to the reveal. */
const AFTER_MOUSE = 50;

/** Asks every decoration of Live Preview to be built anew. */
export const redecorate = StateEffect.define();

class MouseState implements Obsidian.LivePreviewStateType {
  mousedown = false;
  #timer: number | undefined;

  constructor(private readonly view: EditorView) {}

  press(): void {
    this.mousedown = true;
    for (const type of ['mouseup', 'dragend'] as const)
      this.view.dom.doc.addEventListener(type, this.#release);
  }

  destroy(): void {
    this.view.dom.win.clearTimeout(this.#timer);
    this.#stopListening();
  }

  readonly #release = (): void => {
    this.#stopListening();
    this.mousedown = false;
    this.#timer = this.view.dom.win.setTimeout(() => {
      this.view.dispatch({ effects: redecorate.of(null) });
    }, AFTER_MOUSE);
  };

  #stopListening(): void {
    for (const type of ['mouseup', 'dragend'] as const) {
      this.view.dom.doc.removeEventListener(type, this.#release);
    }
  }
}

export const livePreviewState: ViewPlugin<MouseState> = ViewPlugin.define((view) => new MouseState(view), {
  eventHandlers: {
    mousedown(event, view) {
      if (event.button === 0) view.plugin(livePreviewState)?.press();
    },
  },
});

/** CodeMirror tells of focus and blur ten milliseconds later, as the app's own handlers do. */
export const focusRedecorates = EditorView.focusChangeEffect.of(() => redecorate.of(null));

/** True while decorations only move along with the text. */
export function isFrozen(view: EditorView): boolean {
  return view.composing || view.plugin(livePreviewState)?.mousedown === true;
}

/** A set of decorations for what is visible, built as Live Preview wants it. */
export function livePreviewDecorations(build: (view: EditorView) => DecorationSet): Extension {
  return ViewPlugin.fromClass(
    class {
      decorations: DecorationSet;
      #stale = false;

      constructor(view: EditorView) {
        this.decorations = build(view);
      }

      update(update: ViewUpdate): void {
        this.#stale ||= concernsDecorations(update);
        if (!this.#stale) return;
        const parsed = syntaxTree(update.state).length;
        if (isFrozen(update.view) || parsed < update.view.viewport.to) {
          this.decorations = this.decorations.map(update.changes);
          return;
        }
        this.#stale = false;
        this.decorations = build(update.view);
      }
    },
    { decorations: (plugin) => plugin.decorations },
  );
}

function concernsDecorations(update: ViewUpdate): boolean {
  return (
    update.viewportChanged ||
    update.focusChanged ||
    update.selectionSet ||
    concernsBlocks(update) ||
    update.transactions.some((transaction) => transaction.effects.some((effect) => effect.is(redecorate)))
  );
}

/** What changes which blocks there are, and which of them a search shows the source of. */
export function concernsBlocks(change: {
  docChanged: boolean;
  startState: EditorState;
  state: EditorState;
}): boolean {
  const { docChanged, startState, state } = change;
  return (
    docChanged ||
    syntaxTree(startState) !== syntaxTree(state) ||
    searchPanelOpen(startState) !== searchPanelOpen(state) ||
    getSearchQuery(startState) !== getSearchQuery(state)
  );
}
