// Chooses the host of YouTube's player: the host in the settings, or the one that has played on this device; none on a device where
// YouTube refuses to play in apps, until the user asks all the same.
import type { ReadonlySignal } from '@preact/signals-core';
import { isOfYouTube, type EmbedHost, type YouTubeAccess } from '../player/youtube/access';
import type { Storage } from './ports';
import type { Video } from '../core/mean/provider';

export interface YouTubeSettings {
  readonly youTubeHost: EmbedHost;
  /** Whether the other host may be tried if this one refuses. */
  readonly otherYouTubeHost: boolean;
}

export interface YouTubeHostsOptions {
  readonly storage: Storage;
  readonly settings: ReadonlySignal<YouTubeSettings>;
  /** Whether YouTube is known to refuse to play in the app on this device. */
  readonly isRefusing: boolean;
}

const KEY = 'playhead-youtube-host';
const OTHER: Readonly<Record<EmbedHost, EmbedHost>> = {
  'privacy-enhanced': 'youtube',
  youtube: 'privacy-enhanced',
};

/** The host that has played, and the setting of that time. */
interface PlayedHost {
  readonly set: EmbedHost;
  readonly played: EmbedHost;
}

export class YouTubeHosts implements YouTubeAccess {
  private last: PlayedHost | undefined;
  private triesAnyway = false;

  constructor(private readonly options: YouTubeHostsOptions) {
    this.last = decodePlayed(options.storage.load(KEY));
  }

  hosts(): readonly EmbedHost[] {
    if (this.isRefused) return [];
    const { youTubeHost: set, otherYouTubeHost: mayAskOther } = this.options.settings.peek();
    if (!mayAskOther) return [set];
    const first = this.last?.set === set ? this.last.played : set;
    return [first, OTHER[first]];
  }

  private get isRefused(): boolean {
    return this.options.isRefusing && !this.triesAnyway && this.last === undefined;
  }

  /** Whether no host is tried for this video, since all are known to refuse. */
  refuses(video: Video): boolean {
    return isOfYouTube(video) && this.isRefused;
  }

  /** The user wants to try all the same. */
  readonly tryAnyway = (): void => {
    this.triesAnyway = true;
  };

  played(host: EmbedHost): void {
    const { settings, storage } = this.options;
    const set = settings.peek().youTubeHost;
    if (this.last?.set === set && this.last.played === host) return;
    this.last = { set, played: host };
    storage.save(KEY, this.last);
  }

  refused(): void {
    this.triesAnyway = false;
  }
}

function decodePlayed(kept: unknown): PlayedHost | undefined {
  if (typeof kept !== 'object' || kept === null) return undefined;
  const { set, played } = kept as Partial<Record<keyof PlayedHost, unknown>>;
  return isHost(set) && isHost(played) ? { set, played } : undefined;
}

function isHost(value: unknown): value is EmbedHost {
  return value === 'privacy-enhanced' || value === 'youtube';
}
