// Hears how long a player says that its video is, and whether time bears that out.
import { effect, untracked } from '@preact/signals-core';
import { isReady, isRunning, type Player } from '../player/player';
import { isSameLength } from './known-length';
import type { VideoMemory } from './video-memory';

/** So long the playhead moves while the length stays the same, until that is borne out. Seconds of the video. */
const BORNE_OUT_AFTER = 3;

/** A video that moves further from one report to the next was sought. Seconds, at speed 1. */
const LONGEST_STEP = 2;

interface HeardLength {
  readonly length: number;
  /** How far the playhead has moved since. Seconds. */
  moved: number;
  /** Its last second. */
  at: number | undefined;
}

/** Tells `memory` what the player says, for as long as it is followed. Returns what ends that. */
export function witnessLength(player: Player, memory: Pick<VideoMemory, 'hearLength'>): () => void {
  let said: HeardLength | undefined;
  return effect(() => {
    const { length, status, rate } = player.snapshot.value;
    const at = player.position.value;
    // A video that has not come up may say the length of another.
    if (length === undefined || !isReady(status)) {
      said = undefined;
      return;
    }
    const isNew = !isSameLength(said?.length, length);
    if (said === undefined || isNew) said = { length, moved: 0, at };
    const before = said.moved;
    if (isRunning(status)) said.moved += stepOf(said.at, at, rate);
    said.at = at;
    const isBorneOut = before < BORNE_OUT_AFTER && said.moved >= BORNE_OUT_AFTER;
    if (!isNew && !isBorneOut) return;
    untracked(() => memory.hearLength(player.video, { seconds: length, load: player, isBorneOut }));
  });
}

/** How far the video has played from one report to the next. */
function stepOf(from: number | undefined, to: number | undefined, rate: number): number {
  if (from === undefined || to === undefined) return 0;
  const step = to - from;
  return step > 0 && step <= LONGEST_STEP * Math.max(1, rate) ? step : 0;
}
