// Previews of the moments under the pointer: beside the pane, never over its player.
import type { HoverParent, HoverPopover } from 'obsidian';
import type { PaneSession } from '../playback/pane-session';
import type { Previews } from '../preview/hover-preview';
import type { Row } from './row';

/** The width of the app's popovers. Pixels. */
const WIDTH = 450;
/** The distance between preview and pane. Pixels. */
const GAP = 8;

export class RowPreview implements HoverParent {
  hoverPopover: HoverPopover | null = null;

  constructor(
    private readonly pane: HTMLElement,
    private readonly session: PaneSession,
    private readonly previews: Previews,
  ) {}

  readonly hover = (row: Row, el: HTMLElement, event: MouseEvent): void => {
    const { pane, session, previews } = this;
    const { video } = session;
    if (row.tick === undefined || video === undefined) return;
    const { left, right } = pane.getBoundingClientRect();
    const { top, bottom } = el.getBoundingClientRect();
    const player = pane.querySelector('.playhead-stage');
    const at = {
      x: left - WIDTH - GAP,
      y: top,
      around: { left, right, top, bottom },
      mustNotCover: player === null ? [] : [player],
    };
    const { timestamp } = row.tick;
    previews.hover(
      { parent: this, targetEl: el, at, cited: timestamp, video, note: session.ticks.peek().path },
      event,
    );
  };

  readonly leave = (el: HTMLElement): void => this.previews.leave(el);
}
