// Suggests timestamps around the playhead while the user types.
import {
  EditorSuggest,
  type App,
  type Editor,
  type EditorPosition,
  type EditorSuggestContext,
  type EditorSuggestTriggerInfo,
  type TFile,
} from 'obsidian';
import type { ReadonlySignal } from '@preact/signals-core';
import type { Services } from '../app/services';
import { videoOf } from '../core/mean/attribution';
import type { Moment } from '../core/mean/moment';
import { sentenceAround } from '../core/mean/sentence';
import type { Timestamp } from '../core/mean/timestamp';
import { momentAt } from '../core/write/citation';
import { offersAt, type Offer } from '../core/write/offers';
import { scan } from '../core/read/scan';
import type { Placing } from '../core/write/spot';
import { formatCompact } from '../core/mean/timecode';
import { sameVideo } from '../core/mean/video';
import { readCue } from '../playback/cue';
import { knownSecond, type CurrentVideo } from '../playback/current-video';
import type { EditTarget } from '../playback/ports';
import { words } from '../texts/texts';

export interface TimestampSuggestOptions extends Pick<Services, 'playback' | 'notes' | 'memory'> {
  readonly settings: ReadonlySignal<SuggestSettings>;
  readonly editTarget: () => EditTarget | undefined;
  /** Replaces the selection of the edit target by a moment of the current video. */
  readonly write: (
    current: CurrentVideo,
    target: EditTarget,
    written: { moment: Moment; where: Placing },
  ) => void;
}

export interface SuggestSettings {
  /** The text that opens the suggestions; empty if none does. */
  readonly suggestTrigger: string;
  /** Seconds between "now" and the playhead, as for every timestamp. */
  readonly lookBack: number;
}

/** The moment at which the trigger was typed: the offers stay the same while the user chooses. */
interface TriggeredAt {
  readonly at: string;
  readonly current: CurrentVideo;
  readonly offers: readonly Offer[];
  /** The sentences by the seconds that the note cites. */
  readonly sentences: ReadonlyMap<number, string>;
}

/** Text after the trigger that filters the offers. */
const QUERY = /^[\p{L}\d:]{0,12}$/u;

export class TimestampSuggest extends EditorSuggest<Offer> {
  private asked: TriggeredAt | undefined;

  constructor(
    app: App,
    private readonly options: TimestampSuggestOptions,
  ) {
    super(app);
  }

  override onTrigger(
    cursor: EditorPosition,
    editor: Editor,
    file: TFile | null,
  ): EditorSuggestTriggerInfo | null {
    const { suggestTrigger: trigger } = this.options.settings.peek();
    if (trigger === '') return null;
    const before = editor.getLine(cursor.line).slice(0, cursor.ch);
    const ch = before.lastIndexOf(trigger);
    const query = before.slice(ch + trigger.length);
    if (ch < 0 || !QUERY.test(query)) return null;
    const start = { line: cursor.line, ch };
    this.ask(start, editor, file?.path ?? '');
    return this.asked === undefined ? null : { start, end: cursor, query };
  }

  override getSuggestions({ query }: EditorSuggestContext): Offer[] {
    const sought = query.toLowerCase();
    return (this.asked?.offers ?? []).filter((offer) =>
      `${this.nameOf(offer)} ${formatCompact(offer.seconds)}`.toLowerCase().includes(sought),
    );
  }

  override renderSuggestion(offer: Offer, el: HTMLElement): void {
    el.addClass('mod-complex', 'playhead-offer');
    const content = el.createDiv({ cls: 'suggestion-content' });
    content.createDiv({ cls: 'suggestion-title', text: this.nameOf(offer) });
    el.createDiv({ cls: 'suggestion-aux' }).createSpan({
      cls: 'suggestion-flair',
      text: formatCompact(offer.seconds),
    });
  }

  override selectSuggestion({ seconds }: Offer): void {
    const { asked, context } = this;
    const target = this.options.editTarget();
    this.close();
    if (asked === undefined || context === null || target === undefined) return;
    const { write, settings } = this.options;
    const typed = settings.peek().suggestTrigger + context.query;
    // The text was typed at every caret.
    const selections = target.selections
      .map(({ to }) => ({ from: to - typed.length, to }))
      .filter(({ from, to }) => target.text.slice(Math.max(from, 0), to) === typed);
    if (selections.length === 0) return;
    const over = { ...target, selections };
    write(asked.current, over, { moment: { seconds }, where: 'here' });
  }

  override close(): void {
    super.close();
    this.asked = undefined;
  }

  private ask(start: EditorPosition, editor: Editor, path: string): void {
    const at = `${path} ${start.line} ${start.ch}`;
    if (this.asked?.at === at) return;
    this.asked = undefined;
    const { playback, notes, memory } = this.options;
    const current = playback.currentVideo(notes.videoOf(path));
    if (current === undefined) return;
    const seconds = knownSecond(current, memory.length(current.video).peek());
    if (seconds === undefined) return;
    const { seconds: playhead } = momentAt(seconds, this.options.settings.peek().lookBack);
    const text = editor.getValue();
    const cited = this.cited(current, text, path);
    const offers = offersAt(playhead, [...cited.keys()]);
    const sentences = new Map<number, string>();
    for (const { ago, seconds } of offers) {
      const timestamp = cited.get(seconds);
      if (ago === undefined && timestamp !== undefined)
        sentences.set(seconds, sentenceAround(text, timestamp));
    }
    this.asked = { at, current, offers, sentences };
  }

  private nameOf({ ago, seconds }: Offer): string {
    if (ago !== undefined) return ago === 0 ? words.writing.now : words.writing.secondsAgo(ago);
    const sentence = this.asked?.sentences.get(seconds) ?? '';
    return sentence === '' ? words.writing.inThisNote : sentence;
  }

  /** The note's timestamps of the current video, by second; of several, the first. */
  private cited({ video }: CurrentVideo, text: string, path: string): ReadonlyMap<number, Timestamp> {
    const { notes, memory } = this.options;
    const resolve = notes.resolver(path);
    const videos = notes.videosOf(path);
    const length = memory.length(video).peek();
    const cited = new Map<number, Timestamp>();
    for (const timestamp of scan(text)) {
      if (!sameVideo(videoOf(timestamp, videos, resolve), video)) continue;
      const meaning = readCue({ video, written: timestamp.written }, length);
      if ('seconds' in meaning && !cited.has(meaning.seconds)) cited.set(meaning.seconds, timestamp);
    }
    return cited;
  }
}
