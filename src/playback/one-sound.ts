// One sound at a time: what starts to be heard pauses what is heard in other panes.
import { computed, effect, untracked, type ReadonlySignal } from '@preact/signals-core';
import { isRunning, type Snapshot } from '../player/player';
import type { PaneSession } from './pane-session';
import type { Panes } from './panes';

export interface SoundSettings {
  readonly oneSound: boolean;
}

/** Watches one pane. Returns what ends that. */
export function keepOneSound(
  session: PaneSession,
  panes: Panes,
  settings: ReadonlySignal<SoundSettings>,
): () => void {
  const isHeard = computed(() => {
    const snapshot = session.player.value?.snapshot.value;
    return snapshot !== undefined && isRunning(snapshot.status) && isLoud(snapshot);
  });
  return effect(() => {
    if (!isHeard.value) return;
    untracked(() => {
      if (settings.value.oneSound) pauseOthers(session, panes);
    });
  });
}

/** A player that still loads was told to play earlier than the one that is heard now. */
function pauseOthers(session: PaneSession, panes: Panes): void {
  for (const { session: other } of panes.all()) {
    if (other === undefined || other === session || !other.isPlaying) continue;
    const snapshot = other.player.peek()?.snapshot.peek();
    if (snapshot !== undefined && isLoud(snapshot)) other.pause();
  }
}

function isLoud({ muted, volume }: Snapshot): boolean {
  return !muted && volume > 0;
}
