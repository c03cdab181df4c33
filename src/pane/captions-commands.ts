// The command that shows captions, or hides them.
import type { Command } from 'obsidian';
import type { CaptionsChoice } from '../playback/captions-choice';
import type { Playback } from '../playback/playback';

export interface CaptionsCommandOptions {
  readonly playback: Playback;
  readonly captions: CaptionsChoice;
}

/** It is there while what is watched has captions. */
export function captionsCommands({ playback, captions }: CaptionsCommandOptions): readonly Command[] {
  return [
    {
      id: 'toggle-captions',
      name: 'Show or hide captions',
      checkCallback: (checking) => {
        const player = playback.now(undefined)?.session.player.peek();
        const hasCaptions = player?.snapshot.peek().captions !== undefined;
        if (hasCaptions && !checking) captions.toggle();
        return hasCaptions;
      },
    },
  ];
}
