// The commands on what is watched: those that play and skip are what the keys of a video pane do, from wherever the user is.
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
  { action: 'play-or-pause', name: words.pane.playOrPause, doing: words.pane.playOrPauseTheVideo },
  { action: 'skip-back', name: words.pane.skipBack, doing: words.pane.skipBackDoing },
  { action: 'skip-forward', name: words.pane.skipForward, doing: words.pane.skipForwardDoing },
  { action: 'skip-back-further', name: words.pane.skipBackFurther, doing: words.pane.skipBackDoing },
  { action: 'skip-forward-further', name: words.pane.skipForwardFurther, doing: words.pane.skipForwardDoing },
  { action: 'go-to-start', name: words.pane.goToTheStart, doing: words.pane.goToTheStartDoing },
  {
    action: 'go-to-next-timestamp',
    name: words.pane.playNextTimestamp,
    doing: words.pane.goToTheTimestamp,
  },
  {
    action: 'go-to-previous-timestamp',
    name: words.pane.playPreviousTimestamp,
    doing: words.pane.goToTheTimestamp,
  },
  { action: 'go-to-next-chapter', name: words.pane.playNextChapter, doing: words.pane.goToTheChapter },
  {
    action: 'go-to-previous-chapter',
    name: words.pane.playPreviousChapter,
    doing: words.pane.goToTheChapter,
  },
  { action: 'loop-clip', name: words.pane.loopClip, doing: words.pane.loopTheClip },
  { action: 'play-slower', name: words.pane.playSlower, doing: words.pane.changeTheSpeed },
  { action: 'play-faster', name: words.pane.playFaster, doing: words.pane.changeTheSpeed },
  { action: 'play-at-normal-speed', name: words.pane.playAtNormalSpeed, doing: words.pane.changeTheSpeed },
  { action: 'mute-or-unmute', name: words.pane.muteOrUnmute, doing: words.pane.muteTheVideo },
  { action: 'volume-down', name: words.pane.turnTheVolumeDown, doing: words.pane.changeTheVolume },
  { action: 'volume-up', name: words.pane.turnTheVolumeUp, doing: words.pane.changeTheVolume },
  { action: 'follow-in-note', name: words.pane.followInNote, doing: words.pane.followInTheNote },
  { action: 'full-screen', name: words.pane.showTheVideoInFull, doing: words.pane.fillTheScreen },
  {
    action: 'picture-in-picture',
    name: words.pane.showTheVideoAsPicture,
    doing: words.pane.showTheVideoAsPictureInPicture,
  },
];

export const PANE_COMMANDS: readonly CommandEntry<PaneCommandContext>[] = [
  {
    id: 'open-video',
    name: words.pane.openVideoOfThisNote,
    doing: words.shared.openTheVideo,
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
  // These two are also there for a video that cannot be played here.
  {
    id: 'open-on-youtube',
    name: words.pane.openOnYouTube,
    isThere: (context) => watchedAddress(context) !== undefined,
    run: (context) => {
      const address = watchedAddress(context);
      if (address !== undefined) openAddress(address);
    },
  },
  {
    id: 'copy-link',
    name: words.shared.copyLinkAtThisTime,
    isThere: ({ playback }) => playback.watched !== undefined,
    run: ({ playback: { watched } }) => {
      if (watched !== undefined) copyLink(linkAt(watched.video, watched.time));
    },
  },
];

async function openVideo({ notes, playback, recentNote, offerVideo }: PaneCommandContext): Promise<void> {
  const path = recentNote();
  if (path === undefined) return;
  // The text is read only if the properties name no video: the video plays sooner so.
  const video = notes.videoOf(path) ?? mainVideo(await notes.readVideos(path));
  if (video === undefined) offerVideo(path);
  else await playback.show(video);
}

/** The address of what is watched on the site that it is of. */
function watchedAddress({ playback: { watched } }: PaneCommandContext): string | undefined {
  return watched === undefined ? undefined : siteAddress(watched.video, watched.time);
}
