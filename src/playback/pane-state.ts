// The state of a video pane in the workspace layout: plain data, decoded as untrusted.
import { videoKey, videoOfKey, type Video } from '../core/mean/video';
import { isRate, isTime } from './plausible';

/** Time in seconds. */
export interface PaneState {
  /** Whether it is shown only because a note names it. Not saved in a layout. */
  readonly isUnrequested?: boolean;
  readonly video: Video;
  readonly time: number;
  readonly rate: number;
}

export function encodePaneState(state: PaneState | undefined): Record<string, unknown> {
  return state === undefined ? {} : { video: videoKey(state.video), time: state.time, rate: state.rate };
}

/** The state in a layout. An invalid time is the beginning, an invalid rate is normal speed. */
export function decodePaneState(saved: unknown): PaneState | undefined {
  if (typeof saved !== 'object' || saved === null) return undefined;
  const { video: key, time, rate } = saved as Readonly<Record<string, unknown>>;
  const video = typeof key === 'string' ? videoOfKey(key) : undefined;
  if (video === undefined) return undefined;
  return {
    video,
    time: isTime(time) ? time : 0,
    rate: isRate(rate) ? rate : 1,
  };
}
