// The hosts of YouTube's player: there are two, and either may refuse this app.
import type { Video } from '../../core/mean/provider';

/** The privacy-enhanced host sets no cookies until a video plays, and has no signed-in user. */
export const EMBED_ORIGINS = {
  'privacy-enhanced': 'https://www.youtube-nocookie.com',
  youtube: 'https://www.youtube.com',
} as const;

export type EmbedHost = keyof typeof EMBED_ORIGINS;

export interface YouTubeAccess {
  /** The hosts to try, in order; none if all are known to refuse. */
  hosts(): readonly EmbedHost[];
  /** Called when a video from this host has played. */
  played(host: EmbedHost): void;
  /** Called when every host has refused. */
  refused(): void;
}

export function isOfYouTube(video: Video): boolean {
  return video.kind === 'youtube';
}

export const USUAL_ACCESS: YouTubeAccess = {
  hosts: () => ['privacy-enhanced', 'youtube'],
  played: () => undefined,
  refused: () => undefined,
};
