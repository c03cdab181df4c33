// Makes the player for a kind of video.
import type { Video } from '../core/mean/video';
import type { MediaFiles } from './media/media-files';
import { MediaPlayer } from './media/media-player';
import type { Player, Start } from './player';
import type { YouTubeAccess } from './youtube/access';
import { YouTubePlayer } from './youtube/youtube-player';

/** The facts that players need from the app. */
export interface PlayerSources {
  readonly files: MediaFiles;
  readonly youTube: YouTubeAccess;
}

/** Mounts the player for `video` in `container`. Never throws: a failure is a fault of the player. */
export function mountPlayer(
  video: Video,
  container: HTMLElement,
  start: Start,
  { files, youTube }: PlayerSources,
): Player {
  switch (video.kind) {
    case 'youtube':
      return new YouTubePlayer(video, container, start, youTube);
    case 'file':
    case 'url':
      return new MediaPlayer(video, container, start, files);
  }
}
