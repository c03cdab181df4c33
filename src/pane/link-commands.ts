// The commands that take the moment of what is watched elsewhere: to YouTube, or into the clipboard.
import type { Command } from 'obsidian';
import { linkAt, siteAddress } from '../core/mean/video';
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
        const address = watched === undefined ? undefined : siteAddress(watched.video, watched.time);
        if (address === undefined) return false;
        if (!checking) openAddress(address);
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
