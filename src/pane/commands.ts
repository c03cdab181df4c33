// The commands on what is watched: those that play and skip are what the keys of a video pane do, from wherever the user is.
import type { CommandEntry } from '../app/commands';
import { copyLink, openAddress } from '../app/links';
import type { Services } from '../app/services';
import { mainVideo } from '../core/mean/attribution';
import { linkAt, siteAddress } from '../core/mean/video';
import type { TransportAction } from '../playback/transport';

export type PaneCommandContext = Pick<Services, 'notes' | 'playback' | 'recentNote' | 'offerVideo'> & {
  readonly media: Pick<Services['media'], 'captions'>;
};

interface TransportEntry {
  readonly action: TransportAction;
  readonly name: string;
  readonly doing: string;
}

const TRANSPORT: readonly TransportEntry[] = [
  { action: 'play-or-pause', name: 'Play or pause', doing: 'play or pause the video' },
  { action: 'skip-back', name: 'Skip back', doing: 'skip back' },
  { action: 'skip-forward', name: 'Skip forward', doing: 'skip forward' },
  { action: 'skip-back-further', name: 'Skip back further', doing: 'skip back' },
  { action: 'skip-forward-further', name: 'Skip forward further', doing: 'skip forward' },
  { action: 'go-to-start', name: 'Go to the start of the video', doing: 'go to the start' },
  {
    action: 'go-to-next-timestamp',
    name: 'Play next timestamp',
    doing: 'go to the timestamp',
  },
  {
    action: 'go-to-previous-timestamp',
    name: 'Play previous timestamp',
    doing: 'go to the timestamp',
  },
  { action: 'go-to-next-chapter', name: 'Play next chapter', doing: 'go to the chapter' },
  { action: 'go-to-previous-chapter', name: 'Play previous chapter', doing: 'go to the chapter' },
  { action: 'loop-clip', name: 'Loop clip', doing: 'loop the clip' },
  { action: 'play-slower', name: 'Play slower', doing: 'change the speed' },
  { action: 'play-faster', name: 'Play faster', doing: 'change the speed' },
  { action: 'play-at-normal-speed', name: 'Play at normal speed', doing: 'change the speed' },
  { action: 'mute-or-unmute', name: 'Mute or unmute', doing: 'mute the video' },
  { action: 'volume-down', name: 'Turn the volume down', doing: 'change the volume' },
  { action: 'volume-up', name: 'Turn the volume up', doing: 'change the volume' },
  { action: 'follow-in-note', name: 'Follow in note', doing: 'follow in the note' },
  { action: 'full-screen', name: 'Show the video in full screen', doing: 'show the video in full screen' },
  {
    action: 'picture-in-picture',
    name: 'Show the video as picture in picture',
    doing: 'show the video as picture in picture',
  },
];

export const PANE_COMMANDS: readonly CommandEntry<PaneCommandContext>[] = [
  {
    id: 'open-video',
    name: 'Open video of this note',
    doing: 'open the video',
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
    name: 'Show or hide captions',
    isThere: ({ playback }) => {
      const player = playback.now(undefined)?.session.player.peek();
      return player?.snapshot.peek().captions !== undefined;
    },
    run: ({ media }) => media.captions.toggle(),
  },
  // These two are also there for a video that cannot be played here.
  {
    id: 'open-on-youtube',
    name: 'Open on YouTube',
    isThere: (context) => watchedAddress(context) !== undefined,
    run: (context) => {
      const address = watchedAddress(context);
      if (address !== undefined) openAddress(address);
    },
  },
  {
    id: 'copy-link',
    name: 'Copy link at this time',
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
