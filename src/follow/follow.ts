// Follow: the open notes scroll along with the video, unless the user is active in them.
import { computed, effect, untracked, type ReadonlySignal } from '@preact/signals-core';
import type { NoteTicks, Tick } from '../core/mean/ticks';
import { currentSecond, indexOfSecond } from '../playback/now-playing';
import type { PaneSession } from '../playback/pane-session';
import { later } from '../app/later';
import type { ViewUse } from './view-use';

/** The part of a note to scroll to. */
export interface FollowTarget extends Pick<NoteTicks, 'path' | 'text'> {
  readonly tick: Tick;
}

/** An open view of a note. */
export interface FollowedView {
  readonly use: ViewUse;
  /**
   * Scrolls to the target, unless it is well in view. A target without a layout is jumped near to, if `mayJump`. The caret, the
   * selection and the focus stay. Returns whether it jumped, after which its exact place is not known yet.
   */
  show(target: FollowTarget, mayJump: boolean): boolean;
}

export interface FollowOptions {
  readonly session: PaneSession;
  /** The second of the video; undefined before it has played. */
  readonly at: ReadonlySignal<number | undefined>;
  /** The open views of the note at `path`. */
  readonly views: (path: string) => readonly FollowedView[];
  /** Milliseconds of a monotonic clock. */
  readonly now: () => number;
}

/** Milliseconds within which a view has a layout after a jump. */
const LAID_OUT = 150;

/** Scrolls the note of a pane along, while that is turned on. The returned function ends it. */
export function follow({ session, at, views, ...clock }: FollowOptions): () => void {
  const { ticks, following } = session;
  const path = computed(() => ticks.value.path);
  const second = currentSecond(
    at,
    () => ticks.value.ticks,
    () => session.clip.range.value,
  );
  // The next timestamp that the user plays may be of the same second.
  const moment = computed(() => ({ second: second.value, cited: session.citedIn.value }));
  const target = (): FollowTarget | undefined => {
    const { ticks: all } = ticks.peek();
    const played = session.clip.playedFrom.peek();
    const isPlayed = ({ timestamp }: Tick): boolean => played !== undefined && timestamp.from === played;
    const tick = all[indexOfSecond(all, second.peek(), isPlayed)];
    return tick === undefined ? undefined : { ...ticks.peek(), tick };
  };
  return effect(() => {
    // While it is turned off, nothing is computed.
    if (!following.isOn.value || moment.value.second === undefined || path.value === undefined)
      return undefined;
    const all = views(path.value);
    const stops = untracked(() => all.map((view) => showWhenQuiet(view, target, clock)));
    return () => {
      for (const stop of stops) stop();
    };
  });
}

/** The returned function cancels it. */
function showWhenQuiet(
  view: FollowedView,
  target: () => FollowTarget | undefined,
  { now }: Pick<FollowOptions, 'now'>,
): () => void {
  let cancel: (() => void) | undefined;
  const show = (mayJump: boolean): boolean => {
    const found = target();
    return found !== undefined && view.show(found, mayJump);
  };
  const attempt = (): void => {
    const wait = view.use.quietIn(now());
    if (wait > 0) cancel = later(wait, attempt);
    else if (show(true)) {
      cancel = later(LAID_OUT, () => {
        if (view.use.quietIn(now()) === 0) show(false);
      });
    }
  };
  attempt();
  return () => {
    cancel?.();
  };
}

/** The top and height of an element. Pixels. */
export interface Extent {
  readonly top: number;
  readonly height: number;
}

/** The parts of a view's height between which an element is well in view. */
const WELL_IN_VIEW = { from: 0.1, to: 0.8 };

/** The part of a view's height to which an element is scrolled. */
export const SHOWN_AT = 0.3;

/** The distance by which a view must scroll to have `it` well in view; undefined if it is. Pixels. */
export function scrollFor(it: Extent, view: Extent): number | undefined {
  const top = it.top - view.top;
  const isWell = top >= WELL_IN_VIEW.from * view.height && top + it.height <= WELL_IN_VIEW.to * view.height;
  return isWell ? undefined : top - SHOWN_AT * view.height;
}
