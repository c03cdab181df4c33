// What a media file is called.
import { boundedTitle } from '../../core/mean/title';
import type { Video } from '../../core/mean/video';

export type MediaVideo = Exclude<Video, { kind: 'youtube' }>;

/** The file's name, as people write it. */
export function titleOf(video: MediaVideo): string {
  return boundedTitle(nameIn(video));
}

function nameIn(video: MediaVideo): string {
  const path = video.kind === 'file' ? video.path : new URL(video.url).pathname;
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (video.kind === 'file') return name;
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
