// The effect of a player's report on the snapshot.
import type { Snapshot, Status } from '../player';
import type { Report } from './embed';
import { hasBegun, statusOfState, type PlayerInfo } from './protocol';

/** A report with facts about the player. */
type FactsReport = Exclude<Report, { readonly event: 'onError' | 'onAutoplayBlocked' }>;

/** The facts in the report. The first one has the values from before the player was `told` its own. */
export function infoIn(report: FactsReport, told: PlayerInfo): PlayerInfo {
  switch (report.event) {
    case 'alreadyInitialized':
    case 'onReady':
      return {};
    case 'initialDelivery':
      return { ...report.info, ...told };
    case 'infoDelivery':
      return report.info;
    case 'onStateChange':
      return { playerState: report.info };
    case 'onPlaybackRateChange':
      return { playbackRate: report.info };
  }
}

/** `before` with the facts of the report; `before` itself if nothing changes. */
export function merge(before: Snapshot, info: PlayerInfo): Snapshot {
  const { isLive: live = before.live, title = before.title } = info.videoData ?? {};
  const { playbackRate: rate = before.rate, muted = before.muted } = info;
  // A player reports 0 until it knows the length.
  const reported = info.duration === 0 ? undefined : info.duration;
  const after: Snapshot = {
    ...before,
    live,
    length: live ? undefined : (reported ?? before.length),
    rate,
    rates: ratesIn(info, before.rates),
    volume: info.volume === undefined ? before.volume : info.volume / 100,
    muted,
    title,
  };
  return isSame(before, after) ? before : after;
}

/**
 * The status of a player that reports `state`. A failed player goes on reporting that it does not play, and only playing ends the
 * fault; a blocked one reports that it has not begun, which is nothing new.
 */
export function statusAfter(before: Status, state: number): Status {
  const status = statusOfState(state) ?? before;
  if (before === 'failed') return status === 'playing' ? status : before;
  return before === 'blocked' && !hasBegun(state) ? before : status;
}

function ratesIn({ availablePlaybackRates }: PlayerInfo, before: readonly number[]): readonly number[] {
  const rates = [...(availablePlaybackRates ?? [])].sort((one, other) => one - other);
  return rates.length === 0 || rates.join() === before.join() ? before : rates;
}

function isSame(before: Snapshot, after: Snapshot): boolean {
  return Object.entries(before).every(([key, value]) => value === after[key as keyof Snapshot]);
}
