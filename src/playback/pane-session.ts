// The playing in one video pane: its video, its player, and the cue that waits for the length of the video.
import { batch, computed, signal, untracked, type ReadonlySignal } from '@preact/signals-core';
import type { Clip } from '../core/mean/clips';
import { type NoteTicks, type Tick } from '../core/mean/ticks';
import { sameVideo, type Video } from '../core/mean/video';
import { outlineOf, type Chapter, type Outline } from '../core/read/outline';
import { isReady, type Player, type Start } from '../player/player';
import { ClipLoop, type ClipOptions } from './clip-loop';
import { cueOf, readCue, startOf, type Cue } from './cue';
import { isSameLength, lengthToPlayBy } from './known-length';
import { watchLength } from './length-watch';
import { type PaneState } from './pane-state';
import {
  PlayerSlot,
  type MountPlayer,
  AwaitedCue,
  type PastEnd,
  Recovery,
  NETWORK_FAULTS,
} from './player-slot';
import { providerOf } from '../core/mean/provider';
import { type RememberedVideo } from './remembered-video';

export interface PaneSessionOptions extends ClipOptions {
  readonly mount: MountPlayer;
  readonly pastEnd: PastEnd;
  /** Returns the ticks of the video in a pane. */
  readonly ticks: (session: PaneSession) => ReadonlySignal<NoteTicks>;
}

export class PaneSession {
  /** The note's ticks of the video. */
  readonly ticks: ReadonlySignal<NoteTicks>;
  /** The same as an outline, with the chapters and the transcript of the note. Computed only while it is followed. */
  readonly outline: ReadonlySignal<Outline>;
  /** The chapters of the note; if it has fewer than two, those of the note about the video in which the user was before. */
  readonly chapters: ReadonlySignal<readonly Chapter[]>;
  /** The length that the pane's player reports; undefined until it does. Seconds. */
  readonly length: ReadonlySignal<number | undefined>;
  readonly following = new FollowSwitch();
  /** The start of a clip that the user has not ended yet. Seconds. */
  readonly openedClip = signal<number | undefined>(undefined);
  /** The clip that plays, to its end or again and again. */
  readonly clip: ClipLoop;
  private readonly slot: PlayerSlot;
  private readonly cited = signal<{ readonly note: string | undefined } | undefined>(undefined);
  /** The saved state, until the pane is visible: a hidden pane loads nothing. */
  private kept: PaneState | undefined;
  private readonly unloaded = signal<Video | undefined>(undefined);
  private readonly awaited: AwaitedCue;
  private readonly offer = new ResumeOffer();
  private readonly recovery = new Recovery();
  private lastUse = 0;

  constructor(private readonly options: PaneSessionOptions) {
    this.awaited = new AwaitedCue(options.pastEnd);
    this.slot = new PlayerSlot({
      mount: options.mount,
      onChange: (player) => this.subscribe(player),
      watch: (player) => watchLength(player, options.memory),
      onMove: (player, position) => {
        // A live stream goes on: it has no position to return to.
        const left = player.snapshot.peek().live ? undefined : position;
        this.options.memory.learn(player.video, { position: left, rate: this.rate() });
        this.offer.moved(position);
      },
    });
    this.length = computed(() => this.lengthOf(this.player.value));
    this.ticks = options.ticks(this);
    this.outline = computed(() => outlineOf(this.ticks.value));
    this.chapters = this.chaptersOfNotes();
    this.clip = new ClipLoop({ ...options, player: this.player, ticks: this.ticks });
  }

  private chaptersOfNotes(): ReadonlySignal<readonly Chapter[]> {
    let last: { readonly video: Video | undefined; readonly path: string | undefined } | undefined;
    let kept: readonly Chapter[] = [];
    return computed(() => {
      const video = this.player.value?.video;
      const { path } = this.ticks.value;
      const { chapters } = this.outline.value;
      const isOtherNote = path !== last?.path && sameVideo(video, last?.video);
      if (chapters.length > 1 || !isOtherNote || kept.length === 0) {
        last = { video, path };
        kept = chapters;
      }
      return kept;
    });
  }

  get player(): ReadonlySignal<Player | undefined> {
    return this.slot.player;
  }

  /**
   * The position of the video after it has played; undefined before. All parts of the interface that follow the video read this.
   */
  get at(): ReadonlySignal<number | undefined> {
    return this.slot.at;
  }

  /** The note of the last timestamp of this video that was played, as a new object each time; undefined if none was. */
  get citedIn(): ReadonlySignal<{ readonly note: string | undefined } | undefined> {
    return this.cited;
  }

  /** The second at which the user left the video, if no other was requested; else undefined. */
  get resumeAt(): ReadonlySignal<number | undefined> {
    return this.offer.seconds;
  }

  /** A video that is loaded only when it is played: a note can name any host, and the user has not asked for this one yet. */
  get withheld(): ReadonlySignal<Video | undefined> {
    return this.unloaded;
  }

  get video(): Video | undefined {
    return this.player.peek()?.video ?? this.kept?.video;
  }

  get usedAt(): number {
    return this.lastUse;
  }

  /** The user has turned to this pane: if it is not pinned, the next video opens here. */
  touch(): void {
    this.lastUse = performance.now();
  }

  /** The state to save; undefined for an empty pane. If the player has not become ready, the requested second is saved. */
  get state(): PaneState | undefined {
    return this.slot.state ?? this.kept;
  }

  /** Plays a timestamp: seeks if the pane has the video, else loads it. */
  play(cue: Cue): void {
    this.touch();
    const usable = this.slot.usable(cue.video);
    const { memory } = this.options;
    const known = untracked(() => this.lengthOf(usable));
    const interpretation = readCue(cue, known ?? memory.length(cue.video).peek());
    const seconds = startOf(interpretation, cue.video, known);
    const rate = usable === undefined ? this.rateOf(cue.video) : this.rate();
    const start = { seconds, rate, autoplay: true };
    this.offer.dispose();
    // A length that was reported once may become longer; then the cue means another second.
    const isSure = known !== undefined && isSameLength(known, memory.sureLength(cue.video).peek());
    this.awaited.wait(isSure ? undefined : cue, known);
    if (known !== undefined && interpretation.how === 'past-end') this.options.pastEnd(cue, known);
    if (usable === undefined) this.load(cue.video, start);
    // In one batch, so that effects see the second and its timestamp together.
    batch(() => {
      if (usable !== undefined) this.slot.playhead.start(usable, start);
      this.cited.value = { note: cue.note };
      const { path, text } = untracked(() => this.ticks.value);
      this.clip.play({ ...cue, noteText: cue.noteText ?? (path === cue.note ? text : undefined) });
    });
  }

  /** Plays a timestamp of the loaded video. */
  playTick(tick: Tick): void {
    const { video } = this;
    if (video !== undefined) this.play(cueOf(tick, video, this.ticks.peek().path));
  }

  /** Plays the loaded video from a second, without a clip. */
  playFrom(seconds: number): void {
    this.touch();
    this.clip.dispose();
    this.seek(seconds);
    if (!this.isPlaying) this.playOrPause();
  }

  /** Loops a part of the loaded video. */
  loop(part: Clip): void {
    this.playFrom(part.start);
    this.clip.loop(part);
  }

  /** Shows a video without playing it. Leaves a video that is already there as it is, unless it failed or a second is given. */
  show(video: Video, seconds?: number): void {
    this.touch();
    if (sameVideo(this.kept?.video, video)) {
      this.unloaded.value = undefined;
      this.wake();
    }
    const player = this.player.peek();
    if (player !== undefined && sameVideo(player.video, video)) {
      if (hasFailed(player)) this.reload(false);
      if (seconds !== undefined) this.seek(seconds);
      return;
    }
    this.awaited.wait(undefined);
    this.load(video, { seconds: seconds ?? 0, rate: this.rateOf(video), autoplay: false });
    if (seconds === undefined) this.offer.make(this.options.memory.factsOf(video));
  }

  /** Restores a saved state: the same second of the same video, paused, as soon as the pane is visible. */
  restore(state: PaneState): void {
    if (sameVideo(this.video, state.video)) return;
    this.dispose();
    this.kept = state;
    this.unloaded.value = this.isWithheld(state) ? state.video : undefined;
  }

  /** The pane has become visible. */
  wake(): void {
    const { kept } = this;
    if (kept === undefined || this.unloaded.peek() !== undefined) return;
    this.awaited.wait('layout');
    this.load(kept.video, { seconds: kept.time, rate: kept.rate, autoplay: false });
    if (kept.time === 0) this.offer.make(this.options.memory.factsOf(kept.video));
  }

  playOrPause(): void {
    this.touch();
    this.unloaded.value = undefined;
    this.wake();
    const player = this.player.peek();
    if (player === undefined) return;
    if (hasFailed(player)) this.reload(true);
    else if (this.isPlaying) this.pause();
    else {
      this.slot.playhead.change({ autoplay: true });
      player.play();
    }
  }

  pause(): void {
    this.slot.playhead.change({ autoplay: false });
    this.player.peek()?.pause();
  }

  get isPlaying(): boolean {
    return this.slot.playhead.isPlaying(this.player.peek());
  }

  /** Pauses for a while. The returned function plays on, unless the user did anything meanwhile; undefined if nothing plays. */
  hold(): (() => void) | undefined {
    const player = this.player.peek();
    return player !== undefined && this.isPlaying ? this.slot.playhead.hold(player) : undefined;
  }

  /** Goes to a second of the video, or the nearest one; it stays playing or paused. */
  seek(seconds: number): void {
    const player = this.player.peek();
    if (player === undefined) return;
    const target = Math.max(0, Math.min(seconds, this.length.peek() ?? Infinity));
    this.awaited.wait(undefined);
    this.offer.dispose();
    this.clip.leaveFor(target);
    this.slot.playhead.change({ seconds: target });
    player.seek(target);
  }

  setRate(rate: number): void {
    this.slot.playhead.change({ rate });
    this.player.peek()?.setRate(rate);
  }

  /** Loads the same second anew, after a fault or in another window; `video` is its new name. */
  reload(autoplay = this.slot.playhead.isToPlay(this.player.peek()), video?: Video): void {
    this.awaited.rest();
    this.slot.reload(autoplay, video);
  }

  /** The network or a file is back: a player that failed without it is tried again, once. */
  comeBack(faults = NETWORK_FAULTS): void {
    const player = this.player.peek();
    const { fault, hindrance } = player?.snapshot.peek() ?? {};
    // A player that no longer answers may have lost the network: it counts as `no-answer`.
    const missed = hindrance === 'silent' ? 'no-answer' : fault;
    if (this.recovery.isDue(missed, faults)) this.reload(this.slot.playhead.wanted.autoplay);
  }

  /** Ends the player and empties the pane. */
  dispose(): void {
    this.kept = undefined;
    this.unloaded.value = undefined;
    this.offer.dispose();
    this.clip.dispose();
    this.slot.dispose();
    this.options.memory.save();
  }

  private isWithheld({ video, isUnrequested: isUnasked = false }: PaneState): boolean {
    const hasPlayed = this.options.memory.factsOf(video).position !== undefined;
    return providerOf(video).unknownHost(video) !== undefined && (isUnasked || !hasPlayed);
  }

  private load(video: Video, start: Start): void {
    this.kept = undefined;
    this.unloaded.value = undefined;
    if (!sameVideo(this.video, video)) {
      this.cited.value = undefined;
      this.offer.dispose();
      this.clip.dispose();
    }
    this.slot.load(video, start);
  }

  private subscribe(player: Player): void {
    const { status, title } = player.snapshot.value;
    untracked(() => this.settle(player));
    if (!isReady(status)) return;
    this.recovery.ready();
    this.options.memory.learn(player.video, { title });
  }

  /** A cue that waited for the length, or a saved second, may mean another second now. */
  private settle(player: Player): void {
    const length = this.lengthOf(player);
    if (length === undefined) return;
    const seconds = this.awaited.settle(this.slot.playhead.wanted.seconds, length);
    if (isSameLength(length, this.options.memory.sureLength(player.video).peek())) this.awaited.rest();
    if (seconds !== undefined) this.slot.correct(player, seconds);
  }

  /** An effect that reads it runs again when the length changes. */
  private lengthOf(player: Player | undefined): number | undefined {
    if (player === undefined) return undefined;
    return lengthToPlayBy(player.snapshot.value.length, this.options.memory.length(player.video).value);
  }

  /** The rate at which the video was played last, else the present rate of the pane. */
  private rateOf(video: Video): number {
    return this.options.memory.factsOf(video).rate ?? this.rate();
  }

  private rate(): number {
    return this.kept?.rate ?? this.slot.playhead.rate(this.player.peek());
  }
}

function hasFailed(player: Player): boolean {
  return player.snapshot.peek().status === 'failed';
}

/** A video that was left closer than this to its start or end is not offered for resuming. Seconds. */
const RESUME_MARGIN = 10;

/** After watching this much from the beginning, the user does not want to resume. Seconds. */
const RESUME_WITHDRAWN_AFTER = 15;

/** The offer to resume a video where it was left. It stays while the video is near its beginning. */
export class ResumeOffer {
  private readonly offered = signal<number | undefined>(undefined);

  /** The offered second; undefined if there is no offer. */
  get seconds(): ReadonlySignal<number | undefined> {
    return this.offered;
  }

  make({ position, length }: RememberedVideo): void {
    const isMidway =
      position !== undefined && position >= RESUME_MARGIN && position <= (length ?? Infinity) - RESUME_MARGIN;
    this.offered.value = isMidway ? position : undefined;
  }

  moved(seconds: number): void {
    if (seconds >= RESUME_WITHDRAWN_AFTER) this.dispose();
  }

  dispose(): void {
    this.offered.value = undefined;
  }
}

/** Whether notes follow a pane: the state of its switch, saved in its layout. */
export class FollowSwitch {
  private readonly on = signal(false);

  get isOn(): ReadonlySignal<boolean> {
    return this.on;
  }

  toggle(): void {
    this.on.value = !this.on.peek();
  }

  encode(): Record<string, unknown> {
    return { follow: this.on.peek() };
  }

  /** A layout without a valid state changes nothing. */
  restore(saved: unknown): void {
    if (typeof saved !== 'object' || saved === null || !('follow' in saved)) return;
    if (typeof saved.follow === 'boolean') this.on.value = saved.follow;
  }
}
