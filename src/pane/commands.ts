// The commands for the current video. Playing and skipping do the same as the keys of a pane, from everywhere.
import type { CommandEntry } from '../app/commands';
import { copyLink, openAddress } from '../app/links';
import type { Services } from '../app/services';
import { mainVideo } from '../core/mean/attribution';
import { linkAt, siteAddress } from '../core/mean/video';
import type { TransportAction } from '../playback/transport';
import { words } from '../texts/texts';

export type PaneCommandContext = Pick<Services, 'notes' | 'playback' | 'recentNote' | 'offerVideo'> & {
  readonly media: Pick<Services['media'], 'captions'>;
};

interface TransportEntry {
  readonly action: TransportAction;
  readonly name: string;
  readonly doing: string;
}

const TRANSPORT: readonly TransportEntry[] = [
  { action: 'play-or-pause', name: words.pane.playOrPause, doing: words.actions.playOrPause },
  { action: 'skip-back', name: words.pane.skipBack, doing: words.actions.skipBack },
  { action: 'skip-forward', name: words.pane.skipForward, doing: words.actions.skipForward },
  { action: 'skip-back-further', name: words.pane.skipBackFurther, doing: words.actions.skipBack },
  { action: 'skip-forward-further', name: words.pane.skipForwardFurther, doing: words.actions.skipForward },
  { action: 'go-to-start', name: words.pane.goToStart, doing: words.actions.goToStart },
  {
    action: 'go-to-next-timestamp',
    name: words.pane.playNextTimestamp,
    doing: words.actions.goToTimestamp,
  },
  {
    action: 'go-to-previous-timestamp',
    name: words.pane.playPreviousTimestamp,
    doing: words.actions.goToTimestamp,
  },
  { action: 'go-to-next-chapter', name: words.pane.playNextChapter, doing: words.actions.goToChapter },
  {
    action: 'go-to-previous-chapter',
    name: words.pane.playPreviousChapter,
    doing: words.actions.goToChapter,
  },
  { action: 'loop-clip', name: words.pane.loopClip, doing: words.actions.loopClip },
  { action: 'play-slower', name: words.pane.playSlower, doing: words.actions.changeSpeed },
  { action: 'play-faster', name: words.pane.playFaster, doing: words.actions.changeSpeed },
  { action: 'play-at-normal-speed', name: words.pane.playAtNormalSpeed, doing: words.actions.changeSpeed },
  { action: 'mute-or-unmute', name: words.pane.muteOrUnmute, doing: words.actions.muteVideo },
  { action: 'volume-down', name: words.pane.volumeDown, doing: words.actions.changeVolume },
  { action: 'volume-up', name: words.pane.volumeUp, doing: words.actions.changeVolume },
  { action: 'follow-in-note', name: words.pane.followInNote, doing: words.actions.followInNote },
  { action: 'full-screen', name: words.pane.showFullScreen, doing: words.actions.showFullScreen },
  {
    action: 'picture-in-picture',
    name: words.pane.showPictureInPicture,
    doing: words.actions.showPictureInPicture,
  },
];

export const PANE_COMMANDS: readonly CommandEntry<PaneCommandContext>[] = [
  {
    id: 'open-video',
    name: words.pane.openVideoOfNote,
    doing: words.actions.openVideo,
    isThere: ({ recentNote }) => recentNote() !== undefined,
    run: openVideo,
  },
  ...TRANSPORT.map(({ action, name, doing }): CommandEntry<PaneCommandContext> => ({
    id: action,
    name,
    doing,
    isThere: ({ playback }) => playback.hasVideo,
    run: ({ playback }) => playback.perform(action),
  })),
  {
    id: 'toggle-captions',
    name: words.pane.showOrHideCaptions,
    isThere: ({ playback }) => {
      const player = playback.currentVideo(undefined)?.session.player.peek();
      return player?.snapshot.peek().captions !== undefined;
    },
    run: ({ media }) => media.captions.toggle(),
  },
  // Available also for a video that cannot be played here.
  {
    id: 'open-on-youtube',
    name: words.pane.openOnYouTube,
    isThere: (context) => currentAddress(context) !== undefined,
    run: (context) => {
      const address = currentAddress(context);
      if (address !== undefined) openAddress(address);
    },
  },
  {
    id: 'copy-link',
    name: words.shared.copyLinkAtTime,
    isThere: ({ playback }) => playback.current !== undefined,
    run: ({ playback: { current } }) => {
      if (current !== undefined) copyLink(linkAt(current.video, current.time));
    },
  },
];

async function openVideo({ notes, playback, recentNote, offerVideo }: PaneCommandContext): Promise<void> {
  const path = recentNote();
  if (path === undefined) return;
  // The text is read only if the properties name no video, so that the video plays sooner.
  const video = notes.videoOf(path) ?? mainVideo(await notes.readVideos(path));
  if (video === undefined) offerVideo(path);
  else await playback.show(video);
}

/** The address of the current video on its site. */
function currentAddress({ playback: { current } }: PaneCommandContext): string | undefined {
  return current === undefined ? undefined : siteAddress(current.video, current.time);
}
