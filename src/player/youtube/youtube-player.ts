// Plays a YouTube video in its embedded player, driven by messages: no script of YouTube's runs in the app.
import { computed, signal, type ReadonlySignal } from '@preact/signals-core';
import type { Video } from '../../core/mean/video';
import { toggleFullscreen } from '../fullscreen';
import {
  isRunning,
  LOADING,
  type Fault,
  type Player,
  type Snapshot,
  type Start,
  type Status,
} from '../player';
import { PlayheadClock } from '../playhead';
import { AwaitedAnswers } from './awaited-answers';
import { Embed, type Report } from './embed';
import { embedUrl } from './embed-url';
import { faultOfError, hasBegun, statusOfState, type PlayerInfo } from './protocol';
import { infoIn, merge, statusAfter } from './report';
import { StartPatience } from './start-patience';

/** The address takes whole seconds; a part of one that is larger than this is sought afterwards. */
const INAUDIBLE = 0.25;

type YouTubeVideo = Extract<Video, { kind: 'youtube' }>;

export class YouTubePlayer implements Player {
  readonly snapshot = signal<Snapshot>(LOADING);
  readonly loaded = signal(0);
  readonly position = signal<number | undefined>(undefined);
  readonly landed: ReadonlySignal<boolean>;

  private readonly clock: PlayheadClock;
  private readonly embed: Embed;
  private disposed = false;
  /** Whether it is to play, and has not come to that yet. */
  private playWanted = false;
  private readonly startPatience: StartPatience;
  private readonly answers: AwaitedAnswers;
  /** Whether the video has begun since the page came: what a player says of its position before is only 0. */
  private begun = false;
  /** What it was when it fell silent. */
  private spokeAs: Status = 'playing';
  /** Where it is to be once it begins: a seek would begin a video that is not to play yet. */
  private awaitedSeek: number | undefined;
  /** Whether it was told to pause before it could: it may begin all the same. */
  private pauseDue = false;

  constructor(
    readonly video: YouTubeVideo,
    container: HTMLElement,
    private readonly start: Start,
  ) {
    const { win } = container;
    this.clock = new PlayheadClock(() => win.performance.now());
    this.startPatience = new StartPatience(win, () => {
      if (this.snapshot.peek().status === 'paused') this.become('blocked');
    });
    this.answers = new AwaitedAnswers(win, this.learn);
    // It says where it will be before it has a picture of that; while it plays it has.
    this.landed = computed(() => {
      const { status } = this.snapshot.value;
      return this.clock.landed.value && (status === 'playing' || status === 'ended');
    });
    this.embed = new Embed({
      container,
      onAnswer: this.answered,
      onReport: this.hear,
      onNewPage: this.beginAnew,
      onSilence: () => {
        this.spokeAs = this.snapshot.peek().status;
        this.fail('no-answer');
      },
    });
    this.begin(start);
  }

  playhead(): number | undefined {
    return this.clock.read();
  }

  play(): void {
    this.playWanted = true;
    this.pauseDue = false;
    if (this.embed.hasAnswered) this.seekAwaited();
    this.embed.send('playVideo');
    this.expectStart();
  }

  pause(): void {
    this.playWanted = false;
    this.startPatience.end();
    this.pauseDue = !this.begun || this.snapshot.peek().status === 'ended';
    this.embed.send('pauseVideo');
    if (this.snapshot.peek().status === 'blocked') this.become('paused');
  }

  seek(seconds: number): void {
    this.clock.seek(seconds);
    this.position.value = seconds;
    this.awaitedSeek = seconds;
    if (this.embed.hasAnswered && (this.begun || this.playWanted)) this.seekAwaited();
    // A seek begins what has ended anew.
    if (this.snapshot.peek().status === 'ended' && !this.playWanted) this.pause();
  }

  setRate(rate: number): void {
    this.tell({ playbackRate: rate }, 'setPlaybackRate', rate);
  }

  setVolume(volume: number): void {
    const percent = Math.round(volume * 100);
    this.tell({ volume: percent }, 'setVolume', percent);
  }

  setMuted(muted: boolean): void {
    this.tell({ muted }, muted ? 'mute' : 'unMute');
  }

  toggleFullscreen(): Promise<void> {
    return toggleFullscreen(this.embed.element);
  }

  dispose(): void {
    this.disposed = true;
    this.startPatience.end();
    this.answers.end();
    this.embed.end();
  }

  private begin({ seconds, rate, autoplay, sound }: Start): void {
    this.begun = false;
    this.answers.end();
    this.playWanted = autoplay;
    this.pauseDue = false;
    this.clock.seek(seconds);
    this.position.value = seconds;
    if (rate !== 1) this.setRate(rate);
    if (sound?.volume !== undefined) this.setVolume(sound.volume);
    if (sound?.muted !== undefined) this.setMuted(sound.muted);
    this.awaitedSeek = seconds % 1 > INAUDIBLE ? seconds : undefined;
    const src = embedUrl(this.video.id, { seconds, rate, autoplay, sound, controls: this.start.controls });
    if (src === undefined) this.fail('bad-id');
    else this.embed.load(src);
  }

  /** In another page, where it was. */
  private readonly beginAnew = (): void => {
    const { status, rate, volume, muted } = this.snapshot.peek();
    const autoplay = isRunning(status) || this.playWanted;
    const seconds = this.clock.read() ?? 0;
    this.clock.setRunning(false);
    this.embed.end();
    this.update({ status: 'loading', fault: undefined });
    this.begin({ seconds, rate, autoplay, sound: { volume, muted } });
  };

  private readonly answered = (): void => {
    const { status } = this.snapshot.peek();
    if (status === 'loading' || status === 'failed') this.become('paused');
    if (!this.playWanted) return;
    this.seekAwaited();
    this.expectStart();
  };

  private seekAwaited(): void {
    const seconds = this.awaitedSeek;
    this.awaitedSeek = undefined;
    if (seconds === undefined) return;
    this.begun = true;
    this.clock.seek(seconds);
    this.embed.send('seekTo', seconds, true);
  }

  /** A player that may not start does not always say so: some just stay as they are; and one may have died while it was paused. */
  private expectStart(): void {
    this.startPatience.end();
    if (!this.embed.hasAnswered) return;
    this.embed.expectMore();
    this.startPatience.begin();
  }

  private readonly hear = (report: Report): void => {
    // It fell silent, and is there after all.
    if (this.snapshot.peek().fault === 'no-answer') this.become(this.spokeAs);
    this.take(report);
    // Only a player that plays, or is about to, has something to say all the time.
    if (isRunning(this.snapshot.peek().status)) this.embed.expectMore();
  };

  private take(report: Report): void {
    if (report.event === 'onError') this.fail(faultOfError(report.info));
    else if (report.event === 'onAutoplayBlocked') this.become('blocked');
    else this.learn(infoIn(report, this.answers.told));
  }

  private readonly learn = (report: PlayerInfo): void => {
    const { video_id: id } = report.videoData ?? {};
    if (id !== undefined && id !== this.video.id) return;
    const info = this.answers.withoutOld(report);
    this.snapshot.value = merge(this.snapshot.peek(), info);
    if (info.videoLoadedFraction !== undefined) this.loaded.value = info.videoLoadedFraction;
    if (info.playbackRate !== undefined) this.clock.setRate(info.playbackRate);
    if (info.playerState !== undefined) this.enter(info.playerState);
    if (info.currentTime === undefined || !this.begun) return;
    this.clock.report(info.currentTime);
    this.position.value = this.clock.read();
  };

  private enter(state: number): void {
    this.begun ||= hasBegun(state);
    if (this.begun) this.seekAwaited();
    if (this.pauseDue) this.pauseAgain(state);
    this.become(statusAfter(this.snapshot.peek().status, state));
  }

  /** Unless it is paused by now, or the user is in its frame, and begins it there. */
  private pauseAgain(state: number): void {
    const status = statusOfState(state);
    if (status === undefined || status === 'ended' || !hasBegun(state)) return;
    if (isRunning(status) && !this.embed.hasFocus) this.embed.send('pauseVideo');
    this.pauseDue = status === 'buffering';
  }

  private become(status: Status): void {
    if (status === this.snapshot.peek().status) return;
    if (isRunning(status)) this.playWanted = false;
    if (status !== 'paused') this.startPatience.end();
    this.clock.setRunning(status === 'playing');
    this.update({ status, fault: undefined });
  }

  private fail(fault: Fault): void {
    this.startPatience.end();
    this.clock.setRunning(false);
    if (this.snapshot.peek().fault !== fault) this.update({ status: 'failed', fault });
  }

  /** Tells it what it is to be, and takes it to be that. */
  private tell(info: PlayerInfo, func: string, ...args: readonly unknown[]): void {
    if (this.disposed) return;
    this.embed.send(func, ...args);
    this.answers.expect(info);
    this.update(merge(this.snapshot.peek(), info));
  }

  private update(changes: Partial<Snapshot>): void {
    if (!this.disposed) this.snapshot.value = { ...this.snapshot.peek(), ...changes };
  }
}
