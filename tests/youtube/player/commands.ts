// What the page does for each command of the protocol; one that is not listed here does nothing, as with YouTube.
import type { PlayerScript } from '../video-script';
import type { Command } from './channel';
import type { Playback } from './playback';

export interface CommandTarget {
  readonly playback: Playback;
  /** Somebody asked for an event. */
  subscribed(event: string): void;
  show(script: PlayerScript, startSeconds: number, start: boolean): void;
}

type Handler = (target: CommandTarget, args: readonly unknown[]) => void;

function ifNumber(value: unknown, act: (value: number) => void): void {
  if (typeof value === 'number' && Number.isFinite(value)) act(value);
}

/** Both forms of the call: one object, or an id and a second. */
async function showById(
  target: CommandTarget,
  [first, second]: readonly unknown[],
  start: boolean,
): Promise<void> {
  const named = typeof first === 'object' && first !== null;
  const asked: { videoId?: unknown; startSeconds?: unknown } = named
    ? first
    : { videoId: first, startSeconds: second };
  const response = await fetch(`/stand-in/video/${encodeURIComponent(String(asked.videoId))}`);
  const script = (await response.json()) as PlayerScript;
  target.show(script, typeof asked.startSeconds === 'number' ? asked.startSeconds : 0, start);
}

const handlers: Readonly<Record<string, Handler>> = {
  addEventListener: (target, [event]) => {
    if (typeof event === 'string') target.subscribed(event);
  },
  playVideo: ({ playback }) => playback.play(),
  pauseVideo: ({ playback }) => playback.pause(),
  seekTo: ({ playback }, [seconds]) => ifNumber(seconds, (value) => playback.seek(value)),
  setPlaybackRate: ({ playback }, [rate]) => ifNumber(rate, (value) => playback.setRate(value)),
  setVolume: ({ playback }, [volume]) => {
    ifNumber(volume, (value) => {
      playback.media.volume = Math.min(Math.max(value, 0), 100) / 100;
    });
  },
  mute: ({ playback }) => {
    playback.media.muted = true;
  },
  unMute: ({ playback }) => {
    playback.media.muted = false;
  },
  loadVideoById: (target, args) => {
    void showById(target, args, true);
  },
  cueVideoById: (target, args) => {
    void showById(target, args, false);
  },
};

export function obey(target: CommandTarget, { func, args }: Command): void {
  handlers[func]?.(target, args);
}
