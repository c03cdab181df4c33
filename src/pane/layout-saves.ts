// Decides when the layout is saved for the second of a video. The layout is a file, which sync tools transfer at each change.
import { computed, effect, type ReadonlySignal } from '@preact/signals-core';
import { isRunning } from '../player/player';
import type { PaneSession } from '../playback/pane-session';
import { LONGEST_BETWEEN_REPORTS } from '../core/mean/tolerances';

/** Milliseconds between two saves while a video plays: a crash loses no more than that. */
const WHILE_PLAYING = 60_000;

/** Saves when the video or its rate changes, when it pauses or is sought, and each minute. The returned function ends that. */
export function saveLayouts(session: PaneSession, win: () => Window, save: () => void): () => void {
  const snapshot = computed(() => session.player.value?.snapshot.value);
  const runs = computed(() => isRunning(snapshot.value?.status ?? 'loading'));
  const rate = computed(() => snapshot.value?.rate ?? 1);
  const stops = [
    session.player.subscribe(save),
    rate.subscribe(save),
    effect(() => {
      if (!runs.value) {
        save();
        return undefined;
      }
      const owner = win();
      const timer = owner.setInterval(save, WHILE_PLAYING);
      return () => owner.clearInterval(timer);
    }),
    effect(() => {
      // It has arrived where it was sent.
      if (session.player.value?.landed.value === true) save();
    }),
    onMoves(session, { runs, rate, save }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

interface Moves {
  readonly runs: ReadonlySignal<boolean>;
  readonly rate: ReadonlySignal<number>;
  readonly save: () => void;
}

/** Notices a seek in the player's own controls: only the position shows it. */
function onMoves(session: PaneSession, { runs, rate, save }: Moves): () => void {
  let before: number | undefined;
  return effect(() => {
    const now = session.player.value?.position.value;
    const moved = now === undefined || before === undefined ? 0 : now - before;
    before = now;
    const isPlayed = runs.peek() && moved >= 0 && moved <= LONGEST_BETWEEN_REPORTS * Math.max(1, rate.peek());
    if (moved !== 0 && !isPlayed) save();
  });
}
