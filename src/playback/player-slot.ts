// The player of a pane: mounted, watched, replaced and ended.
import { computed, effect, signal, type ReadonlySignal } from '@preact/signals-core';
import { sameVideo, type Video } from '../core/mean/video';
import { isReady, isRunning, type Player, type Start, type Status, type Fault } from '../player/player';
import { type PaneState } from './pane-state';
import { readCue, startOf, type Cue } from './cue';
import { VIDEO_OVER } from '../core/mean/tolerances';

/** Mounts a player in the element of the pane. */
export type MountPlayer = (video: Video, start: Start) => Player;

export interface PlayerSlotOptions {
  readonly mount: MountPlayer;
  /** Called when the player's snapshot has changed. */
  readonly onChange: (player: Player) => void;
  /** Watches a player while it exists. The returned function ends that. */
  readonly watch: (player: Player) => () => void;
  /** Called when the playhead moves, after the video has played. */
  readonly onMove: (player: Player, seconds: number) => void;
}

export class PlayerSlot {
  readonly playhead = new Playhead();
  private readonly current = signal<Player | undefined>(undefined);
  private readonly playedPosition = new PlayedPosition(this.current);
  private stopListening: (() => void) | undefined;

  constructor(private readonly options: PlayerSlotOptions) {}

  get player(): ReadonlySignal<Player | undefined> {
    return this.current;
  }

  /**
   * The playhead in seconds; undefined before the video has played, and without a video. It stays the same while the player loads
   * anew.
   */
  get at(): ReadonlySignal<number | undefined> {
    return this.playedPosition.seconds;
  }

  /** The state of the video; undefined without a video. If the player has not become ready, it has the requested second. */
  get state(): PaneState | undefined {
    const player = this.current.peek();
    if (player === undefined) return undefined;
    return { video: player.video, time: this.playhead.time(player), rate: this.playhead.rate(player) };
  }

  /** The player, if it plays this video and has not failed. */
  usable(video: Video): Player | undefined {
    const player = this.current.peek();
    const isUsable = player?.snapshot.peek().status !== 'failed' && sameVideo(player?.video, video);
    return isUsable ? player : undefined;
  }

  load(video: Video, start: Start): void {
    const wanted = this.playhead.begin(start, this.current.peek());
    this.endPlayer();
    const player = this.options.mount(video, wanted);
    this.current.value = player;
    const stop = this.listen(player);
    // A player that knew its length at once may already be replaced.
    if (this.current.peek() === player) this.stopListening = stop;
    else stop();
  }

  /** Loads the same second of the same video anew; `video` is its new name. */
  reload(autoplay: boolean, video?: Video): void {
    const { state } = this;
    if (state === undefined) return;
    this.load(video ?? state.video, { seconds: state.time, rate: state.rate, autoplay });
  }

  /** The requested second turned out to be another one. */
  correct(player: Player, seconds: number): void {
    if (seconds === this.playhead.wanted.seconds) return;
    this.playhead.change({ seconds });
    const { wanted } = this.playhead;
    if (wanted.autoplay) this.playhead.start(player, wanted);
    // A seek would start a player that has not begun.
    else this.load(player.video, wanted);
  }

  dispose(): void {
    this.endPlayer();
    this.current.value = undefined;
    this.playedPosition.dispose();
  }

  private endPlayer(): void {
    this.stopListening?.();
    this.stopListening = undefined;
    this.current.peek()?.dispose();
  }

  private listen(player: Player): () => void {
    const stops = [this.options.watch(player), this.listenToSnapshot(player), this.listenToPosition(player)];
    return () => {
      for (const stop of stops) stop();
    };
  }

  private listenToSnapshot(player: Player): () => void {
    return effect(() => {
      this.playhead.track(player);
      this.options.onChange(player);
    });
  }

  /** Before it has played, a player reports only the requested second; after a fault, nothing. */
  private listenToPosition(player: Player): () => void {
    let hasPlayed = false;
    const second = computed(() => Math.floor(player.position.value ?? 0));
    return effect(() => {
      const { status } = player.snapshot.value;
      hasPlayed ||= isRunning(status);
      if (hasPlayed && isReady(status)) this.options.onMove(player, second.value);
    });
  }
}

/** The second, rate and state of a pane's video, also while its player is loading or has failed. */
export class Playhead {
  /** The start of the present player, or the state in which a new one would go on. */
  private begun: Start = { seconds: 0, rate: 1, autoplay: false };
  private before: Status = 'loading';
  /** Whether the player has played. */
  private hasRun = false;

  /** Returns the start for a new player, with the sound of the one before. Without one before, the sound is up to the player. */
  begin(start: Start, before: Player | undefined): Start {
    this.begun = { ...start, sound: this.sound(before) };
    this.before = 'loading';
    this.hasRun = false;
    return this.begun;
  }

  /** Changes the request for a player that may not be ready yet. */
  change(changes: Partial<Start>): void {
    this.begun = { ...this.begun, ...changes };
  }

  /** Plays from `start`. */
  start(player: Player, start: Start): void {
    this.change(start);
    player.seek(start.seconds);
    player.play();
  }

  /** Pauses. The returned function plays on, unless the user did anything meanwhile. */
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

  /** Takes a new snapshot. A player that stops midway goes on from there later; one that never became ready, from its start. */
  track(player: Player): void {
    const { status, rate, volume, muted } = player.snapshot.peek();
    if (!isReady(status) && isReady(this.before)) {
      const seconds = player.playhead() ?? this.begun.seconds;
      // A player that was told to play, and has not begun, should still play.
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

  /** Whether a player that replaces this one should play: it plays, or was told to. */
  isToPlay(player: Player | undefined): boolean {
    return this.isPlaying(player) || (player !== undefined && this.begun.autoplay && !this.hasRun);
  }

  private sound(player: Player | undefined): Start['sound'] {
    const snapshot = player?.snapshot.peek();
    if (snapshot === undefined || !isReady(snapshot.status)) return this.begun.sound;
    return { volume: snapshot.volume, muted: snapshot.muted };
  }
}

/** Called when a cue turned out to lie past the end of its video. `length` is in seconds. */
export type PastEnd = (cue: Cue, length: number) => void;

/** A cue that was requested before the length of the video was known: the length decides which second it means. */
export class AwaitedCue {
  private awaited: Cue | 'layout' | undefined;
  /** The requested second, and the length that decided it last. Seconds. */
  private asked: number | undefined;
  private settledBy: number | undefined;

  constructor(private readonly pastEnd: PastEnd) {}

  /** Replaces the waiting cue, by another, by a saved second, or by none. `length` is the length by which it was read already. */
  wait(awaited: Cue | 'layout' | undefined, length?: number): void {
    this.awaited = awaited;
    this.asked = undefined;
    this.settledBy = length;
  }

  /** Nothing waits any more. */
  rest(): void {
    if (this.settledBy !== undefined) this.wait(undefined);
  }

  /**
   * The second at which a video of this length should start instead of `seconds`; undefined if that is settled, until the length
   * becomes longer. A saved second at or past the end starts at the beginning.
   */
  settle(seconds: number, length: number): number | undefined {
    if (length <= (this.settledBy ?? 0)) return undefined;
    this.settledBy = length;
    this.asked ??= seconds;
    const { awaited, asked } = this;
    if (awaited === 'layout') return asked > length - VIDEO_OVER ? 0 : asked;
    if (awaited === undefined) return Math.min(asked, length);
    const interpretation = readCue(awaited, length);
    if (interpretation.how === 'past-end') this.pastEnd(awaited, length);
    return startOf(interpretation, awaited.video, length);
  }
}

export const NETWORK_FAULTS: ReadonlySet<Fault> = new Set([
  'no-answer',
  'media-unreachable',
  'media-no-answer',
]);
export const MISSING_FILE_FAULTS: ReadonlySet<Fault> = new Set(['file-missing']);

/** Tries a failed video again when the missing network or file is back: once, until it has worked. */
export class Recovery {
  private hasTried = false;

  /** The player works. */
  ready(): void {
    this.hasTried = false;
  }

  /** Whether a player with this fault should be tried again, now that the cause of `faults` is gone. */
  isDue(fault: Fault | undefined, faults: ReadonlySet<Fault>): boolean {
    if (this.hasTried || fault === undefined || !faults.has(fault)) return false;
    this.hasTried = true;
    return true;
  }
}

/** The second of a video that has played; before, a player reports only the requested second. */
class PlayedPosition {
  readonly seconds = signal<number | undefined>(undefined);
  readonly dispose: () => void;
  private played: Video | undefined;

  constructor(player: ReadonlySignal<Player | undefined>) {
    this.dispose = effect(() => this.subscribe(player.value));
  }

  private subscribe(player: Player | undefined): void {
    if (!sameVideo(this.played, player?.video)) {
      this.played = undefined;
      this.seconds.value = undefined;
    }
    if (player === undefined) return;
    const { status } = player.snapshot.value;
    if (isRunning(status)) this.played = player.video;
    if (status === 'failed') this.seconds.value = undefined;
    else if (this.played !== undefined && isReady(status)) this.seconds.value = player.position.value;
  }
}
