// The commands, and what each does.
import type { Command } from 'obsidian';
import { mainVideo } from '../core/mean/attribution';
import type { Playback } from '../playback/playback';
import type { Notes } from '../playback/ports';
import { transportCommands } from './transport-commands';

export interface CommandOptions {
  readonly playback: Playback;
  readonly notes: Notes;
  /** The path of the note that the user was in last. */
  readonly recentNote: () => string | undefined;
  /** Says that the note at `path` has no video, and offers to set one. */
  readonly offerVideo: (path: string) => void;
  /** Runs what a command does, and says so when it fails. */
  readonly attempt: (doing: string, task: () => Promise<unknown>) => void;
}

/** Callbacks of every kind but the editor's: those vanish while a player has the focus. */
export function commands(options: CommandOptions): readonly Command[] {
  const { playback, notes, recentNote, offerVideo, attempt } = options;
  const openVideo = (path: string): void => {
    attempt('open the video', async () => {
      // The text is read only if the properties name none: the video plays sooner so.
      const video = notes.videoOf(path) ?? mainVideo(await notes.readVideos(path));
      if (video === undefined) offerVideo(path);
      else await playback.show(video);
    });
  };
  return [
    {
      id: 'open-video',
      name: 'Open video of this note',
      checkCallback: (checking) => {
        const path = recentNote();
        if (path !== undefined && !checking) openVideo(path);
        return path !== undefined;
      },
    },
    ...transportCommands({ playback, attempt }),
  ];
}
