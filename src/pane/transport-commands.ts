// The commands that play, skip and so on: what the keys of a video pane do, from wherever the user is.
import type { Command } from 'obsidian';
import type { Playback } from '../playback/playback';
import type { TransportAction } from '../playback/transport';

export interface TransportOptions {
  readonly playback: Playback;
  /** Runs what a command does, and says so when it fails. */
  readonly attempt: (doing: string, task: () => Promise<unknown>) => void;
}

interface Entry {
  readonly action: TransportAction;
  readonly name: string;
  /** Completes "Could not …". */
  readonly doing: string;
}

const ENTRIES: readonly Entry[] = [
  { action: 'play-or-pause', name: 'Play or pause', doing: 'play or pause the video' },
  { action: 'skip-back', name: 'Skip back', doing: 'skip back' },
  { action: 'skip-forward', name: 'Skip forward', doing: 'skip forward' },
  { action: 'skip-back-further', name: 'Skip back further', doing: 'skip back' },
  { action: 'skip-forward-further', name: 'Skip forward further', doing: 'skip forward' },
  { action: 'go-to-start', name: 'Go to the start of the video', doing: 'go to the start' },
  {
    action: 'go-to-next-timestamp',
    name: 'Play next timestamp',
    doing: 'play the timestamp',
  },
  {
    action: 'go-to-previous-timestamp',
    name: 'Play previous timestamp',
    doing: 'play the timestamp',
  },
  { action: 'loop-clip', name: 'Loop clip', doing: 'loop the clip' },
  { action: 'play-slower', name: 'Play slower', doing: 'change the speed' },
  { action: 'play-faster', name: 'Play faster', doing: 'change the speed' },
  { action: 'play-at-normal-speed', name: 'Play at normal speed', doing: 'change the speed' },
  { action: 'mute-or-unmute', name: 'Mute or unmute', doing: 'mute the video' },
  { action: 'volume-down', name: 'Turn the volume down', doing: 'change the volume' },
  { action: 'volume-up', name: 'Turn the volume up', doing: 'change the volume' },
  { action: 'follow-in-note', name: 'Follow in note', doing: 'follow in the note' },
  { action: 'full-screen', name: 'Show the video in full screen', doing: 'fill the screen' },
  {
    action: 'picture-in-picture',
    name: 'Show the video as picture in picture',
    doing: 'show the video as picture in picture',
  },
];

/** Each is there while a pane has a video. */
export function transportCommands({ playback, attempt }: TransportOptions): readonly Command[] {
  return ENTRIES.map(({ action, name, doing }) => ({
    id: action,
    name,
    checkCallback: (checking) => {
      const { hasVideo } = playback;
      if (hasVideo && !checking) attempt(doing, () => playback.perform(action));
      return hasVideo;
    },
  }));
}
