// Follow: the notes that are open move along with what plays, where that leaves the user alone.
import { computed, effect, untracked, type ReadonlySignal } from '@preact/signals-core';
import type { NoteTicks, Tick } from '../core/mean/ticks';
import { currentSecond } from '../playback/now-playing';
import type { PaneSession } from '../playback/pane-session';
import { later } from '../app/later';
import type { ViewUse } from './view-use';

/** A part of the note that is to be seen. */
export interface FollowTarget extends Pick<NoteTicks, 'path' | 'text'> {
  readonly tick: Tick;
}

/** An open view of a note. */
export interface FollowedView {
  readonly use: ViewUse;
  /**
   * Brings it into view, unless it is well in view; what is not laid out is jumped near to, if that `mayJump`. The caret, the
   * selection and the focus stay. Returns whether it jumped, and so has not seen yet how near it came.
   */
  show(target: FollowTarget, mayJump: boolean): boolean;
}

export interface FollowOptions {
  readonly session: PaneSession;
  /** The second of the video, once it has played. Seconds. */
  readonly at: ReadonlySignal<number | undefined>;
  /** The views of the note at `path` that are open now. */
  readonly views: (path: string) => readonly FollowedView[];
  /** Milliseconds of a monotonic clock. */
  readonly now: () => number;
}

/** After a jump, the view is laid out within this time. Milliseconds. */
const LAID_OUT = 150;

/** Has the note of a pane follow it, while that is switched on. Returns what ends it. */
export function follow({ session, at, views, ...clock }: FollowOptions): () => void {
  const { ticks, following } = session;
  const path = computed(() => ticks.value.path);
  const second = currentSecond(
    at,
    () => ticks.value.ticks,
    () => session.clip.range.value,
  );
  const target = (): FollowTarget | undefined => {
    const tick = ticks.peek().ticks.find(({ seconds }) => seconds === second.peek());
    return tick === undefined ? undefined : { ...ticks.peek(), tick };
  };
  return effect(() => {
    // Switched off, nothing of it is looked at.
    if (!following.isOn.value || second.value === undefined || path.value === undefined) return undefined;
    const all = views(path.value);
    const stops = untracked(() => all.map((view) => showWhenQuiet(view, target, clock)));
    return () => {
      for (const stop of stops) stop();
    };
  });
}

/** Returns what calls it off. */
function showWhenQuiet(
  view: FollowedView,
  target: () => FollowTarget | undefined,
  { now }: Pick<FollowOptions, 'now'>,
): () => void {
  let callOff: (() => void) | undefined;
  const show = (mayJump: boolean): boolean => {
    const found = target();
    return found !== undefined && view.show(found, mayJump);
  };
  const attempt = (): void => {
    const wait = view.use.quietIn(now());
    if (wait > 0) callOff = later(wait, attempt);
    else if (show(true)) {
      callOff = later(LAID_OUT, () => {
        if (view.use.quietIn(now()) === 0) show(false);
      });
    }
  };
  attempt();
  return () => {
    callOff?.();
  };
}

/** How tall something is, and where its top is. Pixels. */
export interface Extent {
  readonly top: number;
  readonly height: number;
}

/** Between these parts of its height, from the top, what a view shows is well in view. */
const WELL_IN_VIEW = { from: 0.1, to: 0.8 };

/** The part of a view's height at which a line comes to be that is brought into view. */
export const SHOWN_AT = 0.3;

/** How far a view is to be scrolled for `it` to be well in view; undefined if it is. Pixels. */
export function scrollFor(it: Extent, view: Extent): number | undefined {
  const top = it.top - view.top;
  const isWell = top >= WELL_IN_VIEW.from * view.height && top + it.height <= WELL_IN_VIEW.to * view.height;
  return isWell ? undefined : top - SHOWN_AT * view.height;
}
