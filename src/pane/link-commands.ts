// The commands that take the moment of what is watched elsewhere: to YouTube, or into the clipboard.
import type { Command } from 'obsidian';
import { linkAt } from '../core/mean/video';
import { youTubeUrl } from '../core/mean/youtube-url';
import type { Playback } from '../playback/playback';

export interface LinkCommandOptions {
  readonly playback: Playback;
  /** Opens an address outside the app. */
  readonly openAddress: (url: string) => void;
  readonly copyLink: (link: string | undefined) => void;
}

/** Also for a video that cannot be played here. */
export function linkCommands({ playback, openAddress, copyLink }: LinkCommandOptions): readonly Command[] {
  return [
    {
      id: 'open-on-youtube',
      name: 'Open on YouTube',
      checkCallback: (checking) => {
        const { watched } = playback;
        if (watched?.video.kind !== 'youtube') return false;
        if (!checking) openAddress(youTubeUrl(watched.video.id, watched.time));
        return true;
      },
    },
    {
      id: 'copy-link',
      name: 'Copy link at this time',
      checkCallback: (checking) => {
        const { watched } = playback;
        if (watched === undefined) return false;
        if (!checking) copyLink(linkAt(watched.video, watched.time));
        return true;
      },
    },
  ];
}
