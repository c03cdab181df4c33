// Chips in Live Preview: in place of each visible timestamp whose source is not being edited.
import { effect, untracked } from '@preact/signals-core';
import { Prec, StateEffect, type EditorState, type Extension } from '@codemirror/state';
import {
  Decoration,
  EditorView,
  ViewPlugin,
  type DecorationSet,
  type PluginValue,
  type ViewUpdate,
} from '@codemirror/view';
import { editorLivePreviewField, livePreviewState } from 'obsidian';
import { contextOf } from '../../app/note-context';
import { SYNTAXES } from '../../core/mean/syntax';
import { videoKey } from '../../core/mean/video';
import type { NoteContext } from '../../core/read/shown';
import { ChipWidget } from './chip-widget';
import { ChosenTimestamps } from './chosen-timestamps';
import { Guard } from './guard';
import { HtmlChips } from './html-chips';
import { fileOf, NoteInEditor, type LiveChipsOptions } from './note-in-editor';
import { justWritten } from './just-written';
import { PlacedChips } from './placed-chips';
import { searchMatches, selectedIn } from './reveal';
import { timestampsField } from './timestamps-field';
import { areNews, showWrapped, wrappedChips } from './wrapped-chips';

/** Which timestamps are chips has changed without an edit. */
const renewed = StateEffect.define();

/**
 * Shows chips in every editor in Live Preview. The app has its own widgets for HTML at the same places: only the highest precedence
 * overrides them, whatever the order of the extensions.
 */
export function liveChips(options: LiveChipsOptions): Extension {
  const plugin = ViewPlugin.define((view) => new LiveChips(view, options));
  const decorations = (view: EditorView): DecorationSet =>
    view.plugin(plugin)?.decorate(decorations) ?? Decoration.none;
  const drawn = EditorView.updateListener.of(({ view }) => {
    view.plugin(plugin)?.drawn();
  });
  // Outside of all other marks: one that begins or ends between a chip and its punctuation would allow a line break there.
  const glue = (view: EditorView): DecorationSet =>
    view.plugin(plugin)?.glueOf(decorations) ?? Decoration.none;
  return [
    [timestampsField, justWritten, wrappedChips, plugin, drawn],
    Prec.highest(EditorView.decorations.of(decorations)),
    Prec.lowest(EditorView.decorations.of(glue)),
  ];
}

class LiveChips implements PluginValue {
  private note: NoteInEditor;
  private html: HtmlChips;
  private stopFollowing: () => void;
  private readonly stopWaiting: () => void;
  private readonly chosen = new ChosenTimestamps(() => untracked(() => this.context));
  private readonly placed: PlacedChips = new PlacedChips(
    (timestamp) => new ChipWidget(timestamp, this.note, this.placed.placeOf),
  );
  private isStale = true;
  private hasEnded = false;
  /** Guards everything that the editor calls: after an error, no chips are shown. */
  private readonly guard = new Guard(() => this.refresh());

  constructor(
    private readonly view: EditorView,
    private readonly options: LiveChipsOptions,
  ) {
    this.note = new NoteInEditor(view, options, this.guard);
    this.html = new HtmlChips(view, this.note);
    this.stopFollowing = this.subscribe();
    this.stopWaiting = this.waitForMouse();
    // The first state of a view is drawn without an update.
    queueMicrotask(() => {
      if (!this.hasEnded) this.drawn();
    });
  }

  update(update: ViewUpdate): void {
    this.guard.run(() => this.takeUpdate(update), undefined);
  }

  private takeUpdate(update: ViewUpdate): void {
    if (fileOf(update.state) !== this.note.file) this.beginAnew();
    const { docChanged, selectionSet, viewportChanged, focusChanged, transactions } = update;
    if (docChanged || selectionSet) this.placed.move(update);
    this.chosen.take(update);
    // Any effect may change which source is shown: another mode, a search.
    const isAffected = focusChanged || transactions.some(({ effects }) => effects.length > 0);
    if (isAffected) this.placed.invalidate();
    this.isStale ||= docChanged || selectionSet || viewportChanged || isAffected;
  }

  /**
   * The decorations for the present state. The view calls this once in each update, after all plugins were updated, with itself as
   * `own`.
   */
  decorate(own: (view: EditorView) => DecorationSet): DecorationSet {
    const { guard } = this;
    const renew = (): DecorationSet => this.renewedDecorations(own);
    const decorations = guard.isClosed ? Decoration.none : guard.run(renew, Decoration.none);
    if (guard.isClosed) this.showWrapped(Decoration.none);
    return decorations;
  }

  private renewedDecorations(own: (view: EditorView) => DecorationSet): DecorationSet {
    const { placed, view } = this;
    if (this.isStale && this.isHeld) placed.keepInLines(view.state);
    if (this.isStale && !this.isHeld) {
      this.isStale = false;
      if (isLive(view.state)) this.renewPlaced(own);
      else placed.clear();
      this.showWrapped(placed.decorations.wrapped);
    }
    return placed.decorations.inLines;
  }

  /** The decorations that keep punctuation beside the chips of `own`. */
  glueOf(own: (view: EditorView) => DecorationSet): DecorationSet {
    this.decorate(own);
    return this.guard.isClosed ? Decoration.none : this.placed.decorations.glue;
  }

  /** To be called after the view was drawn. */
  drawn(): void {
    const { guard } = this;
    if (!guard.isClosed) {
      guard.run(() => this.html.renew(), undefined);
    }
    if (guard.isClosed) this.html.dispose();
  }

  destroy(): void {
    this.hasEnded = true;
    this.stopWaiting();
    this.endNote();
  }

  /** Another note was opened in the same editor. */
  private beginAnew(): void {
    this.endNote();
    this.note = new NoteInEditor(this.view, this.options, this.guard);
    this.html = new HtmlChips(this.view, this.note);
    this.placed.clear();
    this.chosen.forget();
    this.stopFollowing = this.subscribe();
    this.isStale = true;
  }

  private endNote(): void {
    this.stopFollowing();
    this.html.dispose();
    this.note.dispose();
  }

  /** While a word is composed, or a selection is drawn with the mouse, no chip changes. */
  private get isHeld(): boolean {
    return this.view.composing || this.view.plugin(livePreviewState)?.mousedown === true;
  }

  private renewPlaced(own: (view: EditorView) => DecorationSet): void {
    const { view } = this;
    this.placed.renew(view.state, {
      timestamps: this.chosen.in(view.state, view.visibleRanges),
      selected: selectedIn(view),
      matchesIn: (range) => searchMatches(view, own, range),
    });
  }

  /** The facts about the note that its text does not hold. */
  private get context(): NoteContext {
    return contextOf(this.note.noteChips.note.path, this.options.sources);
  }

  /** Which timestamps are chips may change without an edit. */
  private subscribe(): () => void {
    let last: string | undefined;
    return effect(() => {
      const known = this.guard.run(() => knownAbout(this.context), undefined);
      if (known === last) return;
      this.chosen.forget();
      if (last !== undefined) this.refresh();
      last = known;
    });
  }

  private showWrapped(chips: DecorationSet): void {
    if (!areNews(this.view, chips)) return;
    queueMicrotask(() => {
      const { wrapped } = this.placed.decorations;
      if (this.view.dom.isConnected) showWrapped(this.view, this.guard.isClosed ? Decoration.none : wrapped);
    });
  }

  /** The view may be in the middle of an update. */
  private refresh(): void {
    queueMicrotask(() => {
      if (this.view.dom.isConnected) this.view.dispatch({ effects: renewed.of(null) });
    });
  }

  /** If an update was held back while the mouse button was down, it follows when the button is released. */
  private waitForMouse(): () => void {
    const { dom } = this.view;
    const up = (): void => {
      if (this.isStale) this.refresh();
    };
    let { win } = dom;
    const listen = (now: Window): void => {
      win.removeEventListener('mouseup', up);
      win = now;
      win.addEventListener('mouseup', up);
    };
    listen(win);
    const stopMigrating = dom.onWindowMigrated(listen);
    return () => {
      stopMigrating();
      win.removeEventListener('mouseup', up);
    };
  }
}

/** The facts that decide which timestamps of a note are chips, as one text to compare. */
function knownAbout({ videos, limitOf, syntaxes, wantsAll }: NoteContext): string {
  const { own, shown } = videos;
  const all = [own, ...shown.map(({ video }) => video)].map((video) =>
    video === undefined ? undefined : [videoKey(video), limitOf(video).seconds],
  );
  const settings = Object.values(SYNTAXES).map(({ setting }) =>
    setting === undefined ? '' : syntaxes[setting],
  );
  return JSON.stringify([all, shown.map(({ at }) => at), settings, wantsAll]);
}

function isLive(state: EditorState): boolean {
  return state.field(editorLivePreviewField, false) === true;
}
