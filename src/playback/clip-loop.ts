// The clip that a pane plays: up to its end, where it pauses, or in a loop.
import { computed, effect, signal, untracked, type ReadonlySignal } from '@preact/signals-core';
import { firstIndex } from '../core/mean/ascending';
import { clipAt, type CitedClip, type Clip } from '../core/mean/clips';
import { limitOf } from '../core/mean/interpretation';
import { NO_TICKS, tickAt, type NoteTicks, type Tick } from '../core/mean/ticks';
import type { Player } from '../player/player';
import { citedNow } from './cited-timestamp';
import { cueOf, readCue, type Cue } from './cue';
import { lengthToPlayBy } from './known-length';
import type { Later } from './ports';
import type { VideoMemory } from './video-memory';
import { CLIP_EARLY, CLIP_HEARD, CLIP_LATE, CLIP_OVER } from '../core/mean/tolerances';

export interface ClipSettings {
  /** Whether a clip with a written end pauses there. */
  readonly pauseAtClipEnd: boolean;
}

export interface ClipOptions {
  readonly memory: VideoMemory;
  /** Timers of the pane's window. */
  readonly later: Later;
  readonly settings: ReadonlySignal<ClipSettings>;
}

export interface ClipLoopOptions extends ClipOptions {
  readonly player: ReadonlySignal<Player | undefined>;
  readonly ticks: ReadonlySignal<NoteTicks>;
}

export class ClipLoop {
  /** The timestamp whose clip is played or was played last; or a part of the video without a timestamp. */
  private readonly played = signal<Cue | Clip | undefined>(undefined);
  /** The part of the transcript at a second. Set while the transcript is in view: then loops are of its parts. */
  readonly transcriptPartAt = signal<((seconds: number) => Clip | undefined) | undefined>(undefined);
  private readonly looping = signal(false);
  /** Whether the clip, if it has a written end, pauses there. That happens once for each play. */
  private readonly pauses = signal(false);
  private readonly clip = computed((): CitedClip | undefined => {
    const played = this.played.value;
    if (played === undefined) return undefined;
    return isCue(played) ? this.clipOf(played) : { ...played, isRange: false };
  });
  /** The clip, if its end is written. */
  readonly range = computed(() => (this.clip.value?.isRange === true ? this.clip.value : undefined));
  /** The looped clip, and its timestamp; undefined if none is looped. */
  readonly looped = computed(() => {
    const played = this.played.value;
    const clip = this.clip.value;
    if (!this.looping.value || played === undefined || clip === undefined) return undefined;
    return { cue: isCue(played) ? played : undefined, clip };
  });
  /** The offset of the timestamp that was played last, in the note that the ticks are of; undefined if none of it was. */
  readonly playedFrom = computed(() => {
    const played = this.played.value;
    const isOfNote = played !== undefined && isCue(played) && played.note === this.options.ticks.value.path;
    return isOfNote ? played.from : undefined;
  });
  private stopFollowing: (() => void) | undefined;
  /** The ticks of the note when they were read last. */
  private lastTicks: NoteTicks = NO_TICKS;

  constructor(private readonly options: ClipLoopOptions) {}

  get isOn(): ReadonlySignal<boolean> {
    return this.looping;
  }

  /** Whether there is a clip that could be looped. */
  readonly isOffered = computed(
    () =>
      this.clip.value !== undefined ||
      this.transcriptPartAt.value !== undefined ||
      this.options.ticks.value.ticks.length > 0,
  );

  /** Plays the clip of a timestamp. The player must have been sent to it. */
  play(cue: Cue): void {
    this.begin(cue);
    this.pauses.value = true;
    this.looping.value = cue.loop === true;
  }

  /** Loops a timestamp, or a part of the video: on from the playhead, if that is within it. */
  loop(what: Cue | Clip): void {
    const player = this.options.player.peek();
    if (player === undefined) return;
    this.begin(what, true);
    this.comeBack(player);
  }

  /** Stops the loop; or loops the clip that was played last if the playhead is still there, else the clip at the playhead. */
  toggle(): void {
    const player = this.options.player.peek();
    if (player === undefined || this.looping.peek()) {
      // Stopping a loop does not bring back the pause at the end of the clip.
      this.dispose();
      return;
    }
    const now = player.playhead() ?? player.position.peek() ?? 0;
    const played = this.clip.peek();
    if (played === undefined || isAway(now, played, 1)) this.beginAt(now, player);
    const clip = this.clip.peek();
    if (clip === undefined) return;
    const isOver = now > clip.end - CLIP_HEARD;
    if (now < clip.start || isOver) player.seek(clip.start);
    // If the clip is over, the user wants to hear it again.
    if (isOver && !isAway(now, clip, 1)) player.play();
    this.looping.value = true;
  }

  /** The user goes to another second: outside of the clip, that ends it. */
  leaveFor(seconds: number): void {
    if (!this.holds(seconds)) this.dispose();
  }

  /** Whether a second is within the played clip. */
  holds(seconds: number): boolean {
    const clip = this.clip.peek();
    return clip !== undefined && clip.start <= seconds && seconds < clip.end;
  }

  /** Plays on without a clip. */
  dispose(): void {
    this.stopFollowing?.();
    this.stopFollowing = undefined;
    this.played.value = undefined;
    this.looping.value = false;
    this.pauses.value = false;
    this.lastTicks = NO_TICKS;
  }

  private beginAt(seconds: number, { video }: Player): void {
    const { path, ticks } = this.options.ticks.peek();
    const tick = tickAt(ticks, seconds);
    const meant =
      this.transcriptPartAt.peek()?.(seconds) ?? (tick === undefined ? undefined : cueOf(tick, video, path));
    if (meant !== undefined) this.begin(meant);
  }

  private begin(played: Cue | Clip, isLooped = false): void {
    this.dispose();
    this.played.value = played;
    this.looping.value = isLooped;
    const ends = [
      effect(() => {
        const now = this.options.ticks.value;
        untracked(() => this.followNote(now));
      }),
    ];
    ends.push(effect(() => this.arm()));
    this.stopFollowing = () => {
      for (const end of ends) end();
    };
  }

  /** The note has changed: the timestamp may have another start or end. */
  private followNote(now: NoteTicks): void {
    const played = this.played.peek();
    if (played === undefined || !isCue(played) || now.path !== played.note) return;
    const before = this.lastTicks;
    this.lastTicks = now;
    // A text that was just written may be newer than the one that was read.
    if (before === NO_TICKS && played.noteText !== undefined) return;
    const cited = citedNow(played, before, now);
    if (cited === played) return;
    this.played.value = cited;
    const player = this.options.player.peek();
    if (player !== undefined && this.looping.peek()) this.comeBack(player);
  }

  /** Goes to the start of the clip, if the playhead is outside of it. */
  private comeBack(player: Player): void {
    const now = player.playhead() ?? player.position.peek();
    const clip = this.clip.peek();
    if (clip !== undefined && (now === undefined || !this.holds(now))) player.seek(clip.start);
  }

  /** By the present length and the note's present timestamps. */
  private clipOf(cue: Cue): CitedClip | undefined {
    const { player, memory, ticks } = this.options;
    const known = memory.length(cue.video).value;
    const length = lengthToPlayBy(player.value?.snapshot.value.length, known) ?? known;
    const meaning = readCue(cue, length);
    if (!('seconds' in meaning)) return undefined;
    const start = meaning.seconds;
    const limit = limitOf(cue.video, length);
    return clipAt(start, cue, { limit, nextAfter: (seconds) => startAfter(ticks.value.ticks, seconds) });
  }

  /** Waits until something is to be done, and does it. The returned function cancels that. */
  private arm(): (() => void) | undefined {
    const clip = this.clip.value;
    const player = this.options.player.value;
    if (clip === undefined || player === undefined) return undefined;
    if (!this.looping.value && !(this.pauses.value && clip.isRange)) return undefined;
    let cancel = (): void => undefined;
    const wait = (): void => {
      const due = dueIn(player, clip);
      if (due === undefined) return;
      cancel = this.options.later(Math.max(0, due), () => {
        if ((dueIn(player, clip) ?? Infinity) > 0) wait();
        else this.turn(player, clip);
      });
    };
    wait();
    return () => cancel();
  }

  /** At the end of the clip: plays it again if it loops, else pauses. If the user has gone elsewhere, forgets the clip. */
  private turn(player: Player, clip: CitedClip): void {
    const { status, rate, length } = player.snapshot.peek();
    if (isAway(player.playhead(), clip, rate)) {
      this.dispose();
    } else if (this.looping.peek()) {
      player.seek(clip.start);
      if (status === 'ended') player.play();
    } else {
      this.pauses.value = false;
      const isLast = clip.end + CLIP_OVER >= (length ?? Infinity);
      // At the end of the video it stops by itself. Paused just before, it would take two presses to play again.
      if (this.options.settings.peek().pauseAtClipEnd && !isLast) player.pause();
    }
  }
}

function isCue(played: Cue | Clip): played is Cue {
  return 'video' in played;
}

function startAfter(ticks: readonly Tick[], seconds: number): number | undefined {
  return ticks[firstIndex(ticks, (tick) => tick.seconds > seconds)]?.seconds;
}

/**
 * Milliseconds until something is to be done; undefined if waiting is of no use. An effect that reads it runs again at each report
 * of the player.
 */
function dueIn(player: Player, clip: Clip): number | undefined {
  const { status, rate } = player.snapshot.value;
  const now = player.position.value === undefined ? undefined : player.playhead();
  if (now === undefined || status === 'loading' || status === 'failed' || status === 'buffering')
    return undefined;
  if (isAway(now, clip, rate)) return 0;
  // Sought from the end of the video, a player still reports `ended` for a moment.
  if (status === 'ended') return now > clip.start + CLIP_OVER ? 0 : undefined;
  return status === 'playing' ? ((clip.end - CLIP_OVER - now) / rate) * 1000 : undefined;
}

function isAway(now: number | undefined, { start, end }: Clip, rate: number): boolean {
  return now !== undefined && (now < start - CLIP_EARLY || now > end + CLIP_LATE * rate);
}
