// Decides which video a player's frame shows: it may go on to another one, whose time and length do not count.
import type { PlayerInfo } from './protocol';

/** Milliseconds after the start of a video, within which another one would be named. */
const NAMED_BY = 1000;

/** Facts about a video that come before its id. */
const ABOUT_ITS_VIDEO = ['currentTime', 'duration', 'videoLoadedFraction'] as const;

export class ShownVideo {
  /** Whether the frame has gone on to another video. */
  isOther = false;
  /** A video that has begun and was not named yet, with the time since when it plays; undefined if there is none. */
  private unnamed: { readonly since: number | undefined } | undefined;
  private hasPlayed = false;

  constructor(
    private readonly id: string,
    private readonly now: () => number,
  ) {}

  /** A new page shows this video. */
  begin(): void {
    this.isOther = false;
    this.unnamed = undefined;
    this.hasPlayed = false;
  }

  /** The part of a report that is about this video; undefined if it is about another. */
  take(info: PlayerInfo): PlayerInfo | undefined {
    const id = info.videoData?.video_id;
    if (id !== undefined) {
      this.unnamed = undefined;
      // Before this video has played, the named one may be an advertisement.
      this.isOther = id !== this.id && (this.hasPlayed || this.isOther);
      if (id !== this.id) return undefined;
    }
    if (this.isOther) return undefined;
    this.update(info.playerState);
    return this.isUnnamed ? withoutVideo(info) : info;
  }

  private update(state: number | undefined): void {
    if (state === -1 && this.hasPlayed) this.unnamed = { since: undefined };
    if (state !== 1) return;
    this.hasPlayed = true;
    if (this.unnamed !== undefined) this.unnamed = { since: this.now() };
  }

  private get isUnnamed(): boolean {
    const { since } = this.unnamed ?? {};
    if (since !== undefined && this.now() - since >= NAMED_BY) this.unnamed = undefined;
    return this.unnamed !== undefined;
  }
}

function withoutVideo(info: PlayerInfo): PlayerInfo {
  const rest = Object.entries(info).filter(([key]) => !ABOUT_ITS_VIDEO.some((one) => one === key));
  return Object.fromEntries(rest);
}
