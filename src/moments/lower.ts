// The lower half of a pane: the moments of the note and the transcript, which follow the video.
import { computed, effect, signal, untracked, type ReadonlySignal } from '@preact/signals-core';
import { Component } from 'obsidian';
import type { LongPress } from '../chips/long-press';
import { wordsOf } from '../core/mean/filter';
import { registerKey } from '../pane/keys';
import { currentSecond } from '../playback/now-playing';
import { Divider } from './divider';
import { emptyText } from './empty-text';
import { LowerHead } from './lower-head';
import type { ListTab, LowerOptions } from './lower-parts';
import { momentRows, type Row } from './row';
import { RowList } from './row-list';
import { RowPreview } from './row-preview';
import { transcriptPartAt } from './quoted-words';
import { TranscriptAside } from './transcript-aside';
import { words } from '../texts/texts';

type ObservingWindow = Window & { readonly ResizeObserver: typeof ResizeObserver };

/** In a low pane the list is reached by scrolling; in a very low one there is no list. Pixels. */
const LOW_PANE = 420;
const LOWEST_PANE = 240;

let panels = 0;

export class Lower extends Component {
  private readonly el: HTMLElement;
  private readonly head: LowerHead;
  private readonly list: RowList;
  private readonly divider: Divider;
  private readonly empty: HTMLElement;
  private readonly panel: HTMLElement;
  private readonly query = signal('');
  private readonly hasRoom = signal(false);
  /** Whether the list is visible; otherwise nothing of it is computed. */
  private readonly isSeen: ReadonlySignal<boolean>;
  private readonly tab: ReadonlySignal<ListTab>;
  private readonly rows: ReadonlySignal<readonly Row[]>;
  private readonly aside: TranscriptAside;
  private readonly isLoading: ReadonlySignal<boolean>;
  private win: Window | undefined;

  constructor(private readonly options: LowerOptions) {
    super();
    const { container, session, settings } = options;
    this.el = container.createDiv({ cls: 'playhead-lower' });
    this.divider = new Divider(container, this.el, options.height);
    const panel = `playhead-panel-${++panels}`;
    this.head = new LowerHead(this.el, {
      panel,
      choose: options.chooseTab,
      filter: (query) => {
        this.query.value = query;
      },
      leave: () => this.list.focus(),
      play: () => this.list.playActive(),
    });
    this.panel = this.el.createDiv({ cls: 'playhead-panel', attr: { role: 'tabpanel', id: panel } });
    this.empty = this.panel.createDiv({ cls: 'playhead-list-empty', attr: { role: 'status' } });
    const preview = new RowPreview(container, session, options.previews);
    this.list = new RowList(this.panel, {
      area: this.el,
      play: (row) => this.play(row),
      openMenu: (row, event) => this.openMenu(row, event),
      hover: (row, el, event) => {
        if (row.kind !== 'transcript') preview.hover(row, el, event);
      },
      leave: preview.leave,
    });
    const hasVideo = computed(
      () => session.player.value?.snapshot.value.fault === undefined && session.player.value !== undefined,
    );
    this.isSeen = computed(() => settings.value.showList && this.hasRoom.value && hasVideo.value);
    const { transcript } = options;
    const hasTranscript = computed(() => this.isSeen.value && transcript.chosen.value !== undefined);
    this.tab = computed(() => (hasTranscript.value ? settings.value.listTab : 'moments'));
    this.rows = computed(() => {
      if (!this.isSeen.value) return [];
      if (this.tab.value === 'moments') return momentRows(session.ticks.value.text, session.outline.value);
      const state = transcript.state.value;
      return state.kind === 'there' ? state.rows : [];
    });
    this.isLoading = computed(
      () => this.tab.value === 'transcript' && ['loading', 'unread'].includes(transcript.state.value.kind),
    );
    this.aside = new TranscriptAside(this.head.aside, transcript, () => {
      options.transcriptActions.quote(session);
    });
    this.register(effect(() => this.head.show(this.tab.value, hasTranscript.value)));
  }

  override onload(): void {
    const { container, scope, onRoom } = this.options;
    const subscribe = (run: () => void): void => this.register(effect(run));
    subscribe(() => {
      this.el.toggleClass('is-absent', !this.isSeen.value);
      container.toggleClass('has-list', this.isSeen.value);
    });
    subscribe(() => onRoom(this.hasRoom.value));
    subscribe(() => {
      const tab = this.tab.value;
      this.panel.setAttribute('aria-labelledby', this.head.tabId(tab));
      this.list.name = tab === 'moments' ? words.shared.moments : words.shared.transcript;
    });
    const { player, clip } = this.options.session;
    // The position counts before the video plays too, so that the list marks where it will go on.
    const at = computed(() => player.value?.position.value);
    const second = currentSecond(
      at,
      () => this.rows.value,
      () => clip.range.value,
    );
    const mark = (): void => this.list.mark(second.value, clip.playedFrom.value);
    let path: string | undefined;
    subscribe(() => {
      const now = this.options.session.ticks.value.path;
      // A filter is not carried over to another note.
      if (path !== undefined && now !== undefined && now !== path) this.head.clearFilter();
      path = now ?? path;
    });
    let shown: ListTab | undefined;
    subscribe(() => {
      const tab = this.rows.value.length === 0 ? undefined : this.tab.value;
      this.list.show(this.rows.value, wordsOf(this.query.value));
      untracked(mark);
      if (tab !== undefined && tab !== shown) this.list.showCurrent();
      shown = tab;
      this.empty.setText(this.list.count > 0 ? '' : this.emptyText());
      this.head.offerFilter(this.rows.value.length > 0 || this.query.value !== '' || this.isLoading.value);
    });
    subscribe(() => {
      if (this.isSeen.value) mark();
    });
    const { transcript } = this.options;
    const isTranscript = computed(() => this.isSeen.value && this.tab.value === 'transcript');
    this.register(effect(() => (isTranscript.value ? untracked(() => transcript.want()) : undefined)));
    subscribe(() => this.aside.show(isTranscript.value));
    subscribe(() => {
      this.options.session.clip.transcriptPartAt.value = isTranscript.value
        ? (seconds) => transcriptPartAt(this.rows.peek(), seconds)
        : undefined;
    });
    transcript.selected = () => (isTranscript.peek() ? this.list.selected : undefined);
    this.register(transcript.dispose);
    this.watchSize();
    const toFilter = (): boolean => this.isSeen.peek() && this.head.focusFilter();
    registerKey(scope, [], '/', toFilter);
    registerKey(scope, ['Mod'], 'f', toFilter);
  }

  override onunload(): void {
    this.options.session.clip.transcriptPartAt.value = undefined;
    this.divider.dispose();
    this.list.dispose();
    this.el.remove();
  }

  private play(row: Row): void {
    const { session } = this.options;
    // The transcript plays on: nobody wants a pause after each of its lines.
    if (row.tick === undefined || row.kind === 'transcript') session.playFrom(row.seconds);
    else session.playTick(row.tick);
  }

  private openMenu(row: Row, event: MouseEvent | LongPress): void {
    const { session, openMenu, transcriptActions } = this.options;
    const { path } = session.ticks.peek();
    if (row.kind === 'transcript')
      transcriptActions.openMenu({ row, rows: this.rows.peek(), session }, event);
    else if (row.tick !== undefined && path !== undefined) openMenu(row.tick, path, event);
  }

  private emptyText(): string {
    const { session, transcript } = this.options;
    return emptyText({
      isSeen: this.isSeen.value,
      query: this.query.value,
      path: session.ticks.value.path,
      hasTranscript: session.outline.value.transcript.length > 0,
      transcript: this.tab.value === 'transcript' ? transcript.state.value.kind : undefined,
    });
  }

  /** A hidden or closed pane has no size. A pane that is moved to another window has a new player there. */
  private watchSize(): void {
    const { container, session } = this.options;
    this.register(
      effect(() => {
        // Read, so that the effect runs again with a new player.
        const isThere = session.player.value !== undefined;
        const { win } = container;
        // An element loses its scroll position when it moves to another document.
        let isMoved = win !== this.win;
        this.win = win;
        const observer = new (win as ObservingWindow).ResizeObserver(() => {
          const { clientHeight } = container;
          this.hasRoom.value = isThere && clientHeight >= LOWEST_PANE;
          container.toggleClass('is-low', clientHeight < LOW_PANE);
          if (!this.isSeen.peek()) return;
          if (isMoved) this.list.showCurrent();
          else this.list.renew();
          isMoved = false;
        });
        observer.observe(container);
        observer.observe(this.panel);
        return () => observer.disconnect();
      }),
    );
  }
}
