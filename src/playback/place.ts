// Where a pane's video is and how it plays, also while its player cannot say so: because it loads, or has failed.
import { isReady, isRunning, type Player, type Sound, type Start, type Status } from '../player/player';

export class Place {
  /** What the player that is there was to begin with, or would go on with. */
  private start: Start = { seconds: 0, rate: 1, autoplay: false };
  private before: Status = 'loading';

  /** A player begins, as loud as the one before it was. Without one that is left to the player. */
  begin(start: Start, before: Player | undefined): Start {
    this.start = { ...start, sound: this.sound(before) };
    this.before = 'loading';
    return this.start;
  }

  /** Another wish for a player that may not be ready yet. */
  change(changes: Partial<Start>): void {
    this.start = { ...this.start, ...changes };
  }

  get wanted(): Start {
    return this.start;
  }

  /** The player's snapshot is another. What stops midway is to go on from there; what never got ready, from where it began. */
  follow(player: Player): void {
    const { status, rate, volume, muted } = player.snapshot.peek();
    if (!isReady(status) && isReady(this.before)) {
      const seconds = player.playhead() ?? this.start.seconds;
      this.start = { seconds, rate, autoplay: isRunning(this.before), sound: { volume, muted } };
    }
    this.before = status;
  }

  /** Seconds. */
  time(player: Player): number {
    const { status } = player.snapshot.peek();
    return (isReady(status) ? player.playhead() : undefined) ?? this.start.seconds;
  }

  rate(player: Player | undefined): number {
    const snapshot = player?.snapshot.peek();
    return snapshot !== undefined && isReady(snapshot.status) ? snapshot.rate : this.start.rate;
  }

  isPlaying(player: Player | undefined): boolean {
    const status = player?.snapshot.peek().status;
    return status !== undefined && (isRunning(status) || (status === 'loading' && this.start.autoplay));
  }

  private sound(player: Player | undefined): Sound | undefined {
    const snapshot = player?.snapshot.peek();
    if (snapshot === undefined || !isReady(snapshot.status)) return this.start.sound;
    return { volume: snapshot.volume, muted: snapshot.muted };
  }
}
