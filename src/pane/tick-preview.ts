// Previews of the ticks that the pointer rests on: below the timeline, or beside the pane, and never over its player.
import type { HoverParent, HoverPopover, Point } from 'obsidian';
import type { Tick } from '../core/mean/ticks';
import type { PaneSession } from '../playback/pane-session';
import type { Previews } from '../preview/hover-preview';

export interface TickPreviewOptions {
  readonly track: HTMLElement;
  /** What the preview is not to cover either, below the track. */
  readonly tip: HTMLElement;
  readonly session: PaneSession;
  readonly previews?: Previews | undefined;
}

/** The room that a popover takes, as wide as the app makes it. Pixels. */
const SIZE = { width: 450, height: 310 };
const GAP = 8;

export class TickPreview implements HoverParent {
  hoverPopover: HoverPopover | null = null;
  private tick: Tick | undefined;

  constructor(private readonly options: TickPreviewOptions) {}

  /** The pointer is at `tick`, or on the track where there is none. */
  point(tick: Tick | undefined, event: PointerEvent): void {
    if (tick === this.tick) return;
    this.tick = tick;
    if (tick === undefined) this.end();
    else if (event.pointerType !== 'touch') this.hover(tick, event);
  }

  /** The pointer has left the track, maybe for the preview. */
  forget(): void {
    this.tick = undefined;
  }

  /** The track is pressed: who does that does not want to look. Nothing comes again before the pointer is at another tick. */
  end(): void {
    this.options.previews?.leave(this.options.track);
  }

  private hover({ timestamp }: Tick, event: PointerEvent): void {
    const { session, previews, track } = this.options;
    const { path } = session.ticks.peek();
    const { video } = session;
    const at = this.placeFor(event.clientX);
    if (video === undefined || at === undefined) return;
    previews?.hover({ parent: this, targetEl: track, at, cited: timestamp, video, note: path }, event);
  }

  /** Undefined where there is no room beside the player. */
  private placeFor(x: number): Point | undefined {
    const { track, tip } = this.options;
    const { innerWidth, innerHeight } = track.win;
    const below = tip.getBoundingClientRect().bottom + GAP;
    const centred = Math.max(GAP, Math.min(x - SIZE.width / 2, innerWidth - SIZE.width - GAP));
    if (below + SIZE.height <= innerHeight) return { x: centred, y: below };
    const pane = (track.closest('.playhead-pane') ?? track).getBoundingClientRect();
    const y = Math.max(GAP, innerHeight - SIZE.height - GAP);
    const before = pane.left - SIZE.width - GAP;
    if (before >= 0) return { x: before, y };
    const behind = pane.right + GAP;
    return behind + SIZE.width <= innerWidth ? { x: behind, y } : undefined;
  }
}
