// The chapters on the timeline: gaps that divide it into segments, and a list for screen readers.
import { effect } from '@preact/signals-core';
import { spokenTimecode } from '../core/mean/timecode';
import { countUpTo } from '../core/mean/ticks';
import type { Chapter } from '../core/read/outline';
import type { PaneSession } from '../playback/pane-session';
import { partAt } from './track';
import { words } from '../texts/texts';

export class ChapterMarks {
  private readonly gaps: HTMLElement;
  private readonly list: HTMLElement;
  private shown: string | undefined;
  /** To be called when the pane closes. */
  readonly dispose: () => void;

  constructor(
    track: HTMLElement,
    private readonly session: PaneSession,
  ) {
    this.gaps = track.createDiv({ cls: 'playhead-chapters', attr: { 'aria-hidden': 'true' } });
    this.list = createEl('ul', { cls: 'playhead-tick-list', attr: { 'aria-label': words.pane.chapters } });
    track.after(this.list);
    this.dispose = effect(() => this.show(session.chapters.value, session.length.value));
  }

  /** The title of the chapter at a second; undefined before the first. */
  nameAt(seconds: number): string | undefined {
    const chapters = this.session.chapters.peek();
    return chapters[countUpTo(chapters, seconds) - 1]?.title;
  }

  private show(chapters: readonly Chapter[], length: number | undefined): void {
    // The chapters are read anew at each pause in typing, and are usually the same.
    const shown = JSON.stringify([length, chapters.map(({ seconds, title }) => [seconds, title])]);
    if (shown === this.shown) return;
    this.shown = shown;
    this.gaps.empty();
    this.list.empty();
    for (const { seconds, title } of chapters) {
      if (length !== undefined && seconds > 0) {
        const gap = this.gaps.createDiv({ cls: 'playhead-chapter-gap' });
        gap.setCssProps({ '--playhead-chapter': partAt(seconds, length).toFixed(4) });
      }
      // Not reachable by Tab, since it would be focused invisibly.
      const button = this.list.createEl('li').createEl('button', {
        text: `${title}, ${spokenTimecode(seconds)}`,
        attr: { type: 'button', tabindex: '-1' },
      });
      button.addEventListener('click', () => this.session.playFrom(seconds));
    }
  }
}
