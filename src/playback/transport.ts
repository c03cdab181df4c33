// The actions of buttons, keys and commands on a video, by name.
import { computed, signal, type ReadonlySignal } from '@preact/signals-core';
import { providerOf } from '../core/mean/provider';
import { tickAfter, tickBefore } from '../core/mean/ticks';
import type { Player, Snapshot } from '../player/player';
import type { PaneSession } from './pane-session';

/** The seconds of the two skips. */
export interface SkipSteps {
  readonly near: number;
  readonly far: number;
}

/** The steps of well-known players. */
export const USUAL_STEPS: ReadonlySignal<SkipSteps> = signal({ near: 5, far: 10 });

/** The settings for the skips. */
export interface SkipSettings {
  readonly shortSkip: number;
  readonly longSkip: number;
}

export function stepsOf(settings: ReadonlySignal<SkipSettings>): ReadonlySignal<SkipSteps> {
  return computed(() => ({ near: settings.value.shortSkip, far: settings.value.longSkip }));
}

export type TransportAction =
  | 'play-or-pause'
  | 'skip-back'
  | 'skip-forward'
  | 'skip-back-further'
  | 'skip-forward-further'
  | 'go-to-start'
  | 'go-to-next-timestamp'
  | 'go-to-previous-timestamp'
  | 'go-to-next-chapter'
  | 'go-to-previous-chapter'
  | 'loop-clip'
  | 'play-slower'
  | 'play-faster'
  | 'play-at-normal-speed'
  | 'mute-or-unmute'
  | 'volume-down'
  | 'volume-up'
  | 'follow-in-note'
  | 'full-screen'
  | 'picture-in-picture';

/** A step of the volume, of 1. */
const VOLUME_STEP = 0.05;

interface Target {
  readonly session: PaneSession;
  readonly player: Player;
  readonly snapshot: Snapshot;
  readonly steps: SkipSteps;
}

const ACTIONS: Readonly<Record<TransportAction, (target: Target) => void | Promise<void>>> = {
  'play-or-pause': ({ session }) => session.playOrPause(),
  'skip-back': ({ session, steps }) => skip(session, -steps.near),
  'skip-forward': ({ session, steps }) => skip(session, steps.near),
  'skip-back-further': ({ session, steps }) => skip(session, -steps.far),
  'skip-forward-further': ({ session, steps }) => skip(session, steps.far),
  'go-to-start': ({ session }) => session.seek(0),
  'go-to-next-timestamp': ({ session }) => goTo(session, tickAfter),
  'go-to-previous-timestamp': ({ session }) => goTo(session, tickBefore),
  'go-to-next-chapter': ({ session }) => goToChapter(session, tickAfter),
  'go-to-previous-chapter': ({ session }) => goToChapter(session, tickBefore),
  'loop-clip': ({ session }) => session.clip.toggle(),
  'play-slower': ({ session, snapshot: { rate, rates } }) => {
    session.setRate(Math.max(...rates.filter((one) => one < rate), rates[0] ?? rate));
  },
  'play-faster': ({ session, snapshot: { rate, rates } }) => {
    session.setRate(rates.find((one) => one > rate) ?? rate);
  },
  'play-at-normal-speed': ({ session }) => session.setRate(1),
  'mute-or-unmute': ({ player, snapshot }) => player.setMuted(!snapshot.muted),
  'volume-down': ({ player }) => changeVolume(player, -VOLUME_STEP),
  'volume-up': ({ player }) => changeVolume(player, VOLUME_STEP),
  'follow-in-note': ({ session }) => session.following.toggle(),
  'full-screen': ({ player }) => player.toggleFullscreen(),
  'picture-in-picture': ({ player }) => player.togglePictureInPicture?.(),
};

/** Whether the pane must be visible for this action to be useful or allowed; undefined stands for a deferred pane. */
export function hasToBeSeen(action: TransportAction, session: PaneSession | undefined): boolean {
  const player = session?.player.peek();
  if (action === 'full-screen') return true;
  if (player === undefined) return action === 'play-or-pause' || action === 'picture-in-picture';
  const { mayPlayUnseen } = providerOf(player.video);
  return action === 'play-or-pause' && !mayPlayUnseen && session?.isPlaying === false;
}

/** Performs an action in a pane with a video. Rejects if the player cannot. */
export async function perform(
  session: PaneSession,
  action: TransportAction,
  steps: SkipSteps,
): Promise<void> {
  session.wake();
  const player = session.player.peek();
  if (player === undefined) return;
  session.touch();
  await ACTIONS[action]({ session, player, snapshot: player.snapshot.peek(), steps });
}

/** Goes to a part of the video, from 0 to 1; does nothing if the length is not known. */
export function seekToPart(session: PaneSession, part: number): void {
  const length = session.length.peek();
  if (length !== undefined) session.seek(part * length);
}

/** Sets the volume, from 0 to 1, and unmutes if it is not 0. */
export function setVolume(player: Player, volume: number): void {
  const within = Math.max(0, Math.min(volume, 1));
  player.setVolume(within);
  if (within > 0) player.setMuted(false);
}

/** Goes to a tick, by the position of the video; does nothing without one. */
function goTo(session: PaneSession, tickBy: typeof tickAfter): void {
  const tick = tickBy(session.ticks.peek().ticks, session.state?.time ?? 0);
  if (tick !== undefined) session.seek(tick.seconds);
}

function goToChapter(session: PaneSession, chapterBy: typeof tickBefore): void {
  const chapter = chapterBy(session.chapters.peek(), session.state?.time ?? 0);
  if (chapter !== undefined) session.seek(chapter.seconds);
}

function skip(session: PaneSession, seconds: number): void {
  const { state } = session;
  if (state !== undefined) session.seek(state.time + seconds);
}

function changeVolume(player: Player, change: number): void {
  const { volume } = player.snapshot.peek();
  // Rounded to hundredths, so that steps reach exactly 1 and 0.
  setVolume(player, Math.round((volume + change) * 100) / 100);
}
