// The divider between the player and the list below it, which the user can move.
import { effect } from '@preact/signals-core';
import type { ListHeight } from './lower-parts';
import { words } from '../texts/texts';

/** Parts of the pane's height: the smallest and largest list, and the step of a key. */
const LEAST = 0.15;
const MOST = 0.75;
const STEP = 0.05;

export class Divider {
  readonly el: HTMLElement;
  readonly dispose: () => void;

  constructor(
    private readonly pane: HTMLElement,
    lower: HTMLElement,
    private readonly height: ListHeight,
  ) {
    this.el = lower.createDiv({
      cls: 'playhead-divider',
      attr: {
        role: 'separator',
        tabindex: '0',
        'aria-orientation': 'horizontal',
        'aria-label': words.moments.listHeight,
        'aria-valuemin': LEAST * 100,
        'aria-valuemax': MOST * 100,
      },
    });
    this.listen(lower);
    this.dispose = effect(() => {
      const part = height.part.value;
      pane.toggleClass('has-divided', part !== undefined);
      pane.setCssProps({ '--playhead-list-part': String(part ?? '') });
      this.el.setAttribute('aria-valuenow', String(Math.round((part ?? 0.4) * 100)));
    });
  }

  private listen(lower: HTMLElement): void {
    const { el, pane } = this;
    let grip: number | undefined;
    el.addEventListener('pointerdown', (event) => {
      if (event.button !== 0) return;
      el.setPointerCapture(event.pointerId);
      grip = event.clientY - lower.getBoundingClientRect().top;
      // Otherwise the frame of the player would get the pointer.
      pane.addClass('is-grabbed');
    });
    el.addEventListener('pointermove', (event) => {
      if (grip === undefined) return;
      const { bottom, height } = pane.getBoundingClientRect();
      this.set((bottom - event.clientY + grip) / height);
    });
    for (const type of ['pointerup', 'pointercancel'] as const)
      el.addEventListener(type, () => {
        grip = undefined;
        pane.removeClass('is-grabbed');
      });
    el.addEventListener('dblclick', () => this.height.set(undefined));
    el.addEventListener('keydown', (event) => {
      const now = lower.getBoundingClientRect().height / pane.getBoundingClientRect().height;
      const targets: Readonly<Record<string, number | undefined>> = {
        ArrowUp: now + STEP,
        ArrowDown: now - STEP,
        Home: LEAST,
        End: MOST,
      };
      const target = targets[event.key];
      if (event.key === 'Enter') this.height.set(undefined);
      else if (target !== undefined) this.set(target);
      else return;
      event.preventDefault();
      event.stopPropagation();
    });
  }

  private set(part: number): void {
    this.height.set(Math.round(Math.max(LEAST, Math.min(part, MOST)) * 1000) / 1000);
  }
}
