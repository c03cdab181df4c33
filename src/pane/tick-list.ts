// The ticks as a list for screen readers. It is filled in parts, so that nothing has to wait for it.
import { sentenceAround } from '../core/mean/sentence';
import type { NoteTicks, Tick } from '../core/mean/ticks';
import { spokenTimecode } from '../core/mean/timecode';
import { words } from '../texts/texts';

/** Items that are written at once, and milliseconds without a change before that. */
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
      // At each pause in typing the ticks are new objects, mostly with the same text.
      if (button.textContent !== label) button.setText(label);
      button.onclick = () => this.play(tick);
    }
    if (to < ticks.length) this.continueAt(to, 0);
    else for (const item of Array.from(this.el.children).slice(to)) item.remove();
  }

  /** Not reachable by Tab, since it would be focused invisibly. */
  private buttonAt(index: number): HTMLElement {
    const item = this.el.children.item(index);
    return (
      item?.querySelector('button') ??
      this.el.createEl('li').createEl('button', { attr: { type: 'button', tabindex: '-1' } })
    );
  }
}
