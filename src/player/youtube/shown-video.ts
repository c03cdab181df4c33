// Which video a player's frame shows: it may go on to another one, whose time and length are not those of the first.
import type { PlayerInfo } from './protocol';

/** So long after a video began its reports are taken for those of the one that was there, if no other is named. Milliseconds. */
const NAMED_BY = 1000;

/** Said of a video before it is said of which one. */
const ABOUT_ITS_VIDEO = ['currentTime', 'duration', 'videoLoadedFraction'] as const;

export class ShownVideo {
  /** Whether the frame has gone on to another video. */
  isOther = false;
  /** Whether a video begins there that was not named yet, and since when it plays. */
  private unnamed: { readonly since: number | undefined } | undefined;
  private hasPlayed = false;

  constructor(
    private readonly id: string,
    private readonly now: () => number,
  ) {}

  /** A page comes that shows this video. */
  begin(): void {
    this.isOther = false;
    this.unnamed = undefined;
    this.hasPlayed = false;
  }

  /** The part of a report that is about this video; undefined if it is about another one. */
  take(info: PlayerInfo): PlayerInfo | undefined {
    const id = info.videoData?.video_id;
    if (id !== undefined) {
      this.unnamed = undefined;
      // Before it has played, an advertisement may be named.
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
