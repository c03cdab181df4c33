// Watches the lengths that a player reports, and whether time confirms them.
import { effect, untracked } from '@preact/signals-core';
import { isReady, isRunning, type Player } from '../player/player';
import { isSameLength } from './known-length';
import type { VideoMemory } from './video-memory';

/** Seconds of the video that must play without a change of the length to confirm it. */
const CONFIRMED_AFTER = 3;

/** A larger step between two reports is a seek. Seconds at normal speed. */
const LONGEST_STEP = 2;

interface ReportedLength {
  readonly length: number;
  /** Seconds that have played since. */
  moved: number;
  /** The last position. */
  at: number | undefined;
}

/** Tells `memory` the lengths that the player reports. The returned function ends that. */
export function watchLength(player: Player, memory: Pick<VideoMemory, 'reportLength'>): () => void {
  let said: ReportedLength | undefined;
  return effect(() => {
    const { length, status, rate } = player.snapshot.value;
    const at = player.position.value;
    // Before a video has loaded, the player may report the length of another.
    if (length === undefined || !isReady(status)) {
      said = undefined;
      return;
    }
    const isNew = !isSameLength(said?.length, length);
    if (said === undefined || isNew) said = { length, moved: 0, at };
    const before = said.moved;
    if (isRunning(status)) said.moved += stepOf(said.at, at, rate);
    said.at = at;
    const isConfirmedByTime = before < CONFIRMED_AFTER && said.moved >= CONFIRMED_AFTER;
    if (!isNew && !isConfirmedByTime) return;
    untracked(() =>
      memory.reportLength(player.video, {
        seconds: length,
        load: player,
        isConfirmedByTime,
      }),
    );
  });
}

/** The seconds that have played between two reports. */
function stepOf(from: number | undefined, to: number | undefined, rate: number): number {
  if (from === undefined || to === undefined) return 0;
  const step = to - from;
  return step > 0 && step <= LONGEST_STEP * Math.max(1, rate) ? step : 0;
}
