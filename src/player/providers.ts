// Which player plays which kind of video.
import type { Video } from '../core/video';
import { MediaPlayer } from './media/media-player';
import type { Player, Start } from './player';
import { YouTubePlayer } from './youtube/youtube-player';

/** Where the bytes of a vault file are; undefined where there is no such file. */
export type ResourceUrl = (path: string) => string | undefined;

/** Mounts the player for `video` in `container`. It never throws: what goes wrong is a fault of the player. */
export function mountPlayer(
  video: Video,
  container: HTMLElement,
  start: Start,
  resourceUrl: ResourceUrl,
): Player {
  switch (video.kind) {
    case 'youtube':
      return new YouTubePlayer(video, container, start);
    case 'file':
      return new MediaPlayer(video, container, start, resourceUrl(video.path));
    case 'url':
      return new MediaPlayer(video, container, start, video.url);
  }
}
