// The one player of a pane: mounted, followed, replaced by the next one, ended.
import { computed, effect, signal, type ReadonlySignal } from '@preact/signals-core';
import { sameVideo, type Video } from '../core/mean/video';
import { isReady, isRunning, type Player, type Start, type Status, type Fault } from '../player/player';
import { type PaneState } from './pane-state';
import { readCue, startOf, type Cue } from './cue';
import { VIDEO_OVER } from '../core/mean/tolerances';

/** The services of the pane's window: a player in its element. */
export type MountPlayer = (video: Video, start: Start) => Player;

export interface PlayerSlotOptions {
  readonly mount: MountPlayer;
  /** The player says something new. */
  readonly onChange: (player: Player) => void;
  /** Follows a player for as long as it is there. Returns what ends that. */
  readonly witness: (player: Player) => () => void;
  /** The video has played since it was loaded, and is at another second now. */
  readonly onMove: (player: Player, seconds: number) => void;
}

export class PlayerSlot {
  readonly playhead = new Playhead();
  private readonly current = signal<Player | undefined>(undefined);
  private readonly whereabouts = new Whereabouts(this.current);
  private stopListening: (() => void) | undefined;

  constructor(private readonly options: PlayerSlotOptions) {}

  get player(): ReadonlySignal<Player | undefined> {
    return this.current;
  }

  /** Seconds; undefined before the video has played, and while there is none. It stays while the player loads anew. */
  get at(): ReadonlySignal<number | undefined> {
    return this.whereabouts.seconds;
  }

  /** The state of the video; undefined while there is none. A player that never got ready does not lose its second. */
  get state(): PaneState | undefined {
    const player = this.current.peek();
    if (player === undefined) return undefined;
    return { video: player.video, time: this.playhead.time(player), rate: this.playhead.rate(player) };
  }

  /** The player, if it is one of this video that has not failed. */
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
    // A player that knew its length at once may have been replaced already.
    if (this.current.peek() === player) this.stopListening = stop;
    else stop();
  }

  /** Loads the same second anew, of the same video, whatever it is called now. */
  reload(autoplay: boolean, video?: Video): void {
    const { state } = this;
    if (state === undefined) return;
    this.load(video ?? state.video, { seconds: state.time, rate: state.rate, autoplay });
  }

  /** The second that the video is to be at is another than it was taken for. */
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
    this.whereabouts.dispose();
  }

  private endPlayer(): void {
    this.stopListening?.();
    this.stopListening = undefined;
    this.current.peek()?.dispose();
  }

  private listen(player: Player): () => void {
    const stops = [
      this.options.witness(player),
      this.listenToSnapshot(player),
      this.listenToPosition(player),
    ];
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

  /** Before it has played, a player says only where it was told to begin, and after a fault nothing new. */
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

/** The second of a pane's video and how it plays, also while its player cannot say so: because it loads, or has failed. */
export class Playhead {
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
  track(player: Player): void {
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

/** A cue turned out to lie past the end of its video, whose length is given in seconds. */
export type PastEnd = (cue: Cue, length: number) => void;

/** The cue that was asked for before the length of the video was known: which second that is, is settled when a player says the length. */
export class AwaitedCue {
  private awaited: Cue | 'layout' | undefined;
  /** The second that was asked for when a length was said first, and the length that settled it last. Seconds. */
  private asked: number | undefined;
  private settledBy: number | undefined;

  constructor(private readonly pastEnd: PastEnd) {}

  /** From now on this one waits, or the second that a layout kept, or nothing; `length` is one that it was read by already. */
  wait(awaited: Cue | 'layout' | undefined, length?: number): void {
    this.awaited = awaited;
    this.asked = undefined;
    this.settledBy = length;
  }

  /** A settled cue stays settled. */
  rest(): void {
    if (this.settledBy !== undefined) this.wait(undefined);
  }

  /**
   * The second at which a video of this length starts that was to start at `seconds`; undefined if that is settled, until the length turns out longer. A saved second at the end is of a video that was over; past the end, of a longer version: either begins anew.
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

export const WANT_OF_NETWORK: ReadonlySet<Fault> = new Set([
  'no-answer',
  'media-unreachable',
  'media-no-answer',
]);
export const WANT_OF_FILE: ReadonlySet<Fault> = new Set(['file-missing']);

/** A video that failed for want of something is tried again when that is back: once, until it has worked. */
export class Recovery {
  private hasTried = false;

  /** The player is there again. */
  ready(): void {
    this.hasTried = false;
  }

  /** Whether a player with this fault is to be tried again, now that what is wanting in `faults` is back. */
  isDue(fault: Fault | undefined, faults: ReadonlySet<Fault>): boolean {
    if (this.hasTried || fault === undefined || !faults.has(fault)) return false;
    this.hasTried = true;
    return true;
  }
}

/** The second of a video, once it has played: before that a player says only where it was told to begin. */
class Whereabouts {
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
