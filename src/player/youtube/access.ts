// How YouTube is reached from this app: two hosts have its player, and either may refuse it.
import type { Video } from '../../core/mean/provider';

/** The privacy-enhanced host sets no cookies before something plays, and knows nobody who is signed in. */
export const EMBED_ORIGINS = {
  'privacy-enhanced': 'https://www.youtube-nocookie.com',
  youtube: 'https://www.youtube.com',
} as const;

export type EmbedHost = keyof typeof EMBED_ORIGINS;

export interface YouTubeAccess {
  /** The hosts that may be asked, the first one first; none where it is known that they refuse. */
  hosts(): readonly EmbedHost[];
  /** A video has played that came from this host. */
  played(host: EmbedHost): void;
  /** Every host that was to be asked has refused. */
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
