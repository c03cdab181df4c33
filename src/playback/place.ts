// The second of a pane's video and how it plays, also while its player cannot say so: because it loads, or has failed.
import { isReady, isRunning, type Player, type Start, type Status } from '../player/player';

export class Place {
  /** The start of the player that is there, or the state that a new one would go on with. */
  private begun: Start = { seconds: 0, rate: 1, autoplay: false };
  private before: Status = 'loading';
  /** Whether the player has played since it began. */
  private hasRun = false;

  /** A player begins, as loud as the one before it was. Without one that is left to the player. */
  begin(start: Start, before: Player | undefined): Start {
    this.begun = { ...start, sound: this.sound(before) };
    this.before = 'loading';
    this.hasRun = false;
    return this.begun;
  }

  /** Another wish for a player that may not be ready yet. */
  change(changes: Partial<Start>): void {
    this.begun = { ...this.begun, ...changes };
  }

  /** Plays from where `start` says. */
  start(player: Player, start: Start): void {
    this.change(start);
    player.seek(start.seconds);
    player.play();
  }

  /** Pauses, and returns what lets it go on, unless it was told anything else meanwhile. */
  hold(player: Player): () => void {
    this.change({ autoplay: false });
    player.pause();
    const held = this.begun;
    return () => {
      if (this.begun !== held) return;
      this.change({ autoplay: true });
      player.play();
    };
  }

  get wanted(): Start {
    return this.begun;
  }

  /** The player's snapshot is another. A player that stops midway goes on from there; one that never got ready, from its start. */
  follow(player: Player): void {
    const { status, rate, volume, muted } = player.snapshot.peek();
    if (!isReady(status) && isReady(this.before)) {
      const seconds = player.playhead() ?? this.begun.seconds;
      // One that was told to play, and was not heard to, is to play all the same.
      const autoplay = isRunning(this.before) || (this.before === 'blocked' && this.begun.autoplay);
      this.begun = { seconds, rate, autoplay, sound: { volume, muted } };
    }
    this.before = status;
    this.hasRun ||= isRunning(status);
  }

  /** Seconds. */
  time(player: Player): number {
    const { status } = player.snapshot.peek();
    return (isReady(status) ? player.playhead() : undefined) ?? this.begun.seconds;
  }

  rate(player: Player | undefined): number {
    const snapshot = player?.snapshot.peek();
    return snapshot !== undefined && isReady(snapshot.status) ? snapshot.rate : this.begun.rate;
  }

  isPlaying(player: Player | undefined): boolean {
    const status = player?.snapshot.peek().status;
    return status !== undefined && (isRunning(status) || (status === 'loading' && this.begun.autoplay));
  }

  /** Whether another player is to play in its place: it plays, or was told to and has not come to it yet. */
  isToPlay(player: Player | undefined): boolean {
    return this.isPlaying(player) || (player !== undefined && this.begun.autoplay && !this.hasRun);
  }

  private sound(player: Player | undefined): Start['sound'] {
    const snapshot = player?.snapshot.peek();
    if (snapshot === undefined || !isReady(snapshot.status)) return this.begun.sound;
    return { volume: snapshot.volume, muted: snapshot.muted };
  }
}
