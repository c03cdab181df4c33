// The looped clip on a phone: its times, buttons that move either end by a second, and a button that stops the loop.
import { setIcon } from 'obsidian';
import type { Clip } from '../core/mean/clips';
import { formatCompact } from '../core/mean/timecode';
import { words } from '../texts/texts';

export type ClipSide = 'start' | 'end';

export const SIDES: readonly ClipSide[] = ['start', 'end'];

export const SIDE_NAMES: Readonly<Record<ClipSide, string>> = {
  start: words.pane.clipStart,
  end: words.pane.clipEnd,
};

export interface LoopBarOptions {
  /** Moves a side by some seconds. */
  readonly step: (side: ClipSide, seconds: number) => void;
  readonly stop: () => void;
}

export class LoopBar {
  private readonly el: HTMLElement;
  private readonly times: Readonly<Record<ClipSide, HTMLElement>>;

  constructor(
    /** The part of the pane that it comes after. */
    under: HTMLElement,
    private readonly options: LoopBarOptions,
  ) {
    this.el = createDiv({
      cls: ['playhead-loop-bar', 'is-absent'],
      attr: { role: 'group', 'aria-label': words.pane.loopedClip },
    });
    under.after(this.el);
    setIcon(this.el.createDiv({ cls: 'playhead-loop-icon' }), 'repeat');
    this.times = { start: this.addSide('start'), end: this.addSide('end') };
    this.addButton(this.el, { icon: 'x', name: words.pane.stopLooping, run: options.stop });
  }

  show(clip: Clip | undefined): void {
    this.el.toggleClass('is-absent', clip === undefined);
    if (clip === undefined) return;
    for (const side of SIDES) this.times[side].setText(formatCompact(clip[side]));
  }

  private addSide(side: ClipSide): HTMLElement {
    const el = this.el.createDiv({ cls: 'playhead-loop-side' });
    const addStep = (icon: string, seconds: number, sign: string): void => {
      const name = words.pane.secondOf(SIDE_NAMES[side], sign);
      this.addButton(el, { icon, name, run: () => this.options.step(side, seconds) });
    };
    addStep('minus', -1, '−');
    const time = el.createSpan({ cls: 'playhead-loop-time' });
    addStep('plus', 1, '+');
    return time;
  }

  private addButton(
    container: HTMLElement,
    { icon, name, run }: { readonly icon: string; readonly name: string; readonly run: () => void },
  ): void {
    const button = container.createEl('button', {
      cls: ['clickable-icon', 'playhead-loop-button'],
      attr: { type: 'button', 'aria-label': name },
    });
    setIcon(button, icon);
    button.addEventListener('click', run);
  }
}
