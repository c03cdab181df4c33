// One sound at a time: when a pane starts to play, the others are paused.
import { computed, effect, untracked, type ReadonlySignal } from '@preact/signals-core';
import { isRunning, type Snapshot, type Status } from '../player/player';
import type { PaneSession } from './pane-session';
import type { Panes } from './panes';

export interface SoundSettings {
  readonly oneSound: boolean;
}

/** Watches one pane. The returned function ends that. */
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

/**
 * Pauses the other panes that can be heard. If one of them is still loading and was requested later than `session`, it pauses
 * `session` instead.
 */
function pauseOthers(session: PaneSession, panes: Panes): void {
  const others = panes
    .all()
    .flatMap(({ session: other }) => (other === undefined || other === session ? [] : [other]));
  const loud = others.filter((other) => {
    const snapshot = other.player.peek()?.snapshot.peek();
    return other.isPlaying && snapshot !== undefined && isLoud(snapshot);
  });
  const isLate = loud.some((other) => !isRunning(statusOf(other)) && other.usedAt > session.usedAt);
  for (const one of isLate ? [session] : loud) one.pause();
}

function statusOf(session: PaneSession): Status {
  return session.player.peek()?.snapshot.peek().status ?? 'loading';
}

function isLoud({ muted, volume }: Snapshot): boolean {
  return !muted && volume > 0;
}
