// The ticks as a list, for those who do not see the track. It is filled a little at a time: nobody waits for it.
import { sentenceAround } from '../core/mean/sentence';
import type { NoteTicks, Tick } from '../core/mean/ticks';
import { spokenTimecode } from '../core/mean/timecode';
import { words } from '../texts/texts';

/** How many are written at once, and how long what changes is left alone before. Milliseconds. */
const AT_ONCE = 50;
const PAUSE = 500;

export class TickList {
  private readonly el: HTMLElement;
  private timer: number | undefined;
  private shown: NoteTicks | undefined;

  constructor(
    container: HTMLElement,
    private readonly play: (tick: Tick) => void,
  ) {
    this.el = container.createEl('ul', {
      cls: 'playhead-tick-list',
      attr: { 'aria-label': words.pane.ticksOfNote },
    });
  }

  show(ticks: NoteTicks): void {
    this.shown = ticks;
    this.continueAt(0, PAUSE);
  }

  dispose(): void {
    this.el.win.clearTimeout(this.timer);
  }

  private continueAt(index: number, pause: number): void {
    this.dispose();
    this.timer = this.el.win.setTimeout(() => this.write(index), pause);
  }

  private write(from: number): void {
    const { ticks = [], text = '' } = this.shown ?? {};
    const to = Math.min(from + AT_ONCE, ticks.length);
    for (const [offset, tick] of ticks.slice(from, to).entries()) {
      const { seconds, timestamp } = tick;
      const button = this.buttonAt(from + offset);
      const label = words.pane.playFrom(spokenTimecode(seconds), sentenceAround(text, timestamp));
      // With each pause in typing all ticks are others, and most of them say the same.
      if (button.textContent !== label) button.setText(label);
      button.onclick = () => this.play(tick);
    }
    if (to < ticks.length) this.continueAt(to, 0);
    else for (const item of Array.from(this.el.children).slice(to)) item.remove();
  }

  /** Not among what Tab leads to, where it would be focused and not seen. */
  private buttonAt(index: number): HTMLElement {
    const item = this.el.children.item(index);
    return (
      item?.querySelector('button') ??
      this.el.createEl('li').createEl('button', { attr: { type: 'button', tabindex: '-1' } })
    );
  }
}
