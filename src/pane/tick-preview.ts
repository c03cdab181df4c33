// Previews of the ticks under the pointer: below the timeline or beside the pane, never over its player.
import type { HoverParent, HoverPopover } from 'obsidian';
import type { Tick } from '../core/mean/ticks';
import type { PaneSession } from '../playback/pane-session';
import type { PreviewPosition, Previews } from '../preview/hover-preview';

export interface TickPreviewOptions {
  readonly track: HTMLElement;
  /** The row below the track, which the preview does not cover either. */
  readonly tip: HTMLElement;
  readonly session: PaneSession;
  readonly previews: Previews;
}

/** The width of the app's popovers. Pixels. */
const WIDTH = 450;
/** The app takes a point as the middle of a line, and places a popover this far below. Pixels. */
const BELOW = 20;
const GAP = 8;

export class TickPreview implements HoverParent {
  hoverPopover: HoverPopover | null = null;
  private tick: Tick | undefined;

  constructor(private readonly options: TickPreviewOptions) {}

  /** The pointer is at `tick`; undefined if it is on the track without a tick. */
  point(tick: Tick | undefined, event: PointerEvent): void {
    if (tick === this.tick) return;
    this.tick = tick;
    if (tick === undefined) this.dispose();
    else if (!['touch', 'pen'].includes(event.pointerType)) this.hover(tick, event);
  }

  /** The pointer has left the track, perhaps for the preview. */
  forget(): void {
    this.tick = undefined;
  }

  /** The track was pressed: the preview closes, and opens again only at another tick. */
  dispose(): void {
    this.options.previews.leave(this.options.track);
  }

  private hover({ timestamp }: Tick, event: PointerEvent): void {
    const { session, previews, track } = this.options;
    const { path } = session.ticks.peek();
    const { video } = session;
    if (video === undefined) return;
    const at = this.positionFor(event.clientX);
    previews.hover({ parent: this, targetEl: track, at, cited: timestamp, video, note: path }, event);
  }

  /** At the pointer, below the tip. The preview goes elsewhere if that has no room, and is not shown if there is no room at all. */
  private positionFor(x: number): PreviewPosition {
    const { track, tip } = this.options;
    const { top } = track.getBoundingClientRect();
    const { bottom } = tip.getBoundingClientRect();
    const player = track.closest('.playhead-pane')?.querySelector('.playhead-stage');
    return {
      x: x - WIDTH / 2,
      y: bottom + GAP - BELOW,
      around: { left: x, right: x, top, bottom },
      mustNotCover: player == null ? [track, tip] : [track, tip, player],
    };
  }
}
