// Plays a YouTube video in its embedded player, driven by messages: no script of YouTube's runs in the app.
import { computed, signal, type ReadonlySignal } from '@preact/signals-core';
import type { Video } from '../../core/mean/video';
import { isYouTubeId } from '../../core/mean/youtube-url';
import { toggleFullscreen } from '../fullscreen';
import {
  isRunning,
  LOADING,
  type Fault,
  type Hindrance,
  type Player,
  type Snapshot,
  type Start,
  type Status,
} from '../player';
import { PlayheadClock } from '../playhead';
import { USUAL_ACCESS, type EmbedHost, type YouTubeAccess } from './access';
import { AwaitedAnswers } from './awaited-answers';
import { Embed, type Report } from './embed';
import { embedUrl } from './embed-url';
import { faultOfError, hasBegun, statusOfState, type PlayerInfo } from './protocol';
import { infoIn, merge, statusAfter } from './report';
import { SentSeek } from './sent-seek';
import { ShownVideo } from './shown-video';

/** The address takes whole seconds; a part of one that is larger than this is sought afterwards. */
const INAUDIBLE = 0.25;

/** A page that comes by itself is loaded anew where the video was, but not more often than this. Milliseconds. */
const RENEWED_EVERY = 10_000;

/**
 * How long a player that was told to play may say nothing of it, until the user is told, and until it is likely that it may not
 * start by itself: an advertisement comes before many a video. Milliseconds.
 */
const START_PATIENCE = { untilTold: 2000, untilBlocked: 8000 };

/** The state of a player that is paused. */
const PAUSED = 2;

type YouTubeVideo = Extract<Video, { kind: 'youtube' }>;

export class YouTubePlayer implements Player {
  readonly snapshot = signal<Snapshot>(LOADING);
  readonly loaded = signal(0);
  readonly position = signal<number | undefined>(undefined);
  readonly landed: ReadonlySignal<boolean>;

  private readonly win: Window;
  private readonly clock: PlayheadClock;
  private readonly embed: Embed;
  private disposed = false;
  /** Whether it is to play, and has not come to that yet. */
  private playWanted = false;
  /** Stops waiting for it to begin. */
  private stopWaiting = (): void => undefined;
  private readonly answers: AwaitedAnswers;
  /** Whether the video has begun since the page came: what a player says of its position before is only 0. */
  private begun = false;
  /** The last state that the player told. */
  private state: number | undefined;
  private readonly now: () => number;
  private readonly sought: SentSeek;
  private readonly shown: ShownVideo;
  /** The hosts that have not refused it; the first one is asked. */
  private hosts: readonly EmbedHost[];
  private renewedAt = -Infinity;
  /** The second at which it is to begin: a seek would begin a video that is not to play yet. */
  private awaitedSeek: number | undefined;
  /** Whether it was told to pause before it could: it may begin all the same. */
  private pauseDue = false;

  constructor(
    readonly video: YouTubeVideo,
    container: HTMLElement,
    private readonly start: Start,
    private readonly access: YouTubeAccess = USUAL_ACCESS,
  ) {
    const { win } = container;
    this.win = win;
    this.now = () => win.performance.now();
    this.clock = new PlayheadClock(this.now);
    this.sought = new SentSeek(this.now);
    this.shown = new ShownVideo(video.id, this.now);
    this.hosts = access.hosts();
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
      onNewPage: this.renew,
      onSilence: () => {
        // One that has answered may be in an advertisement, of which it says nothing.
        if (!this.embed.hasAnswered) this.fail('no-answer');
        else if (!this.shown.isOther) this.hinder('silent');
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
    if (this.shown.isOther) this.comeBack();
    else {
      if (this.embed.hasAnswered) this.seekAwaited();
      this.embed.send('playVideo');
    }
    this.expectStart();
  }

  pause(): void {
    this.playWanted = false;
    this.stopWaiting();
    if (this.snapshot.peek().hindrance === 'not-begun') this.hinder(undefined);
    // In an advertisement it does not pause, nor before it has begun: then it is paused when it begins.
    this.pauseDue = this.state !== PAUSED;
    this.embed.send('pauseVideo');
    if (this.snapshot.peek().status === 'blocked') this.become('paused');
  }

  seek(seconds: number): void {
    this.clock.seek(seconds);
    this.position.value = seconds;
    if (this.shown.isOther) return;
    this.awaitedSeek = seconds;
    // A seek begins what has ended anew.
    if (this.snapshot.peek().status === 'ended' && !this.playWanted) this.pauseDue = true;
    if (this.embed.hasAnswered && (this.begun || this.playWanted)) this.seekAwaited();
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
    this.stopWaiting();
    this.answers.dispose();
    this.embed.dispose();
  }

  private begin({ seconds, rate, autoplay, sound }: Start, isThere = false): void {
    this.begun = false;
    this.state = undefined;
    this.sought.forget();
    this.shown.begin();
    if (isThere) this.embed.keep();
    this.answers.dispose();
    this.playWanted = autoplay;
    this.pauseDue = false;
    this.clock.seek(seconds);
    this.position.value = seconds;
    if (rate !== 1) this.setRate(rate);
    if (sound?.volume !== undefined) this.setVolume(sound.volume);
    if (sound?.muted !== undefined) this.setMuted(sound.muted);
    // A page that came by itself begins where it likes.
    this.awaitedSeek = isThere || seconds % 1 > INAUDIBLE ? seconds : undefined;
    if (!isThere) this.load({ seconds, rate, autoplay, sound, controls: this.start.controls });
    else if (autoplay) this.embed.send('playVideo');
  }

  private load(start: Start): void {
    const [host] = this.hosts;
    const src = host === undefined ? undefined : embedUrl(host, this.video.id, start);
    if (host !== undefined && src !== undefined) this.embed.load(host, src);
    else this.fail(isYouTubeId(this.video.id) ? 'refused' : 'bad-id');
  }

  /** The frame has a new page, that came by itself. */
  private readonly renew = (): void => {
    const isTooSoon = this.now() - this.renewedAt < RENEWED_EVERY;
    this.renewedAt = this.now();
    this.beginAnew(isTooSoon);
  };

  /** In another page, where it was; or in the page that is there. */
  private beginAnew(isThere: boolean): void {
    const { status, rate, volume, muted } = this.snapshot.peek();
    const autoplay = this.playWanted || (isRunning(status) && !this.pauseDue);
    const seconds = this.clock.read() ?? 0;
    this.clock.setRunning(false);
    if (!isThere) this.embed.dispose();
    this.update({ status: 'loading', hindrance: undefined, fault: undefined });
    this.begin({ seconds, rate, autoplay, sound: { volume, muted } }, isThere);
  }

  /** From another video in the same frame. */
  private comeBack(): void {
    const seconds = this.clock.read() ?? 0;
    this.begun = false;
    this.sought.send(seconds);
    this.embed.send('loadVideoById', { videoId: this.video.id, startSeconds: seconds });
  }

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
    this.sought.send(seconds);
    this.embed.send('seekTo', seconds, true);
  }

  /** A player that may not start does not always say so: some just stay as they are; and one may have died while it was paused. */
  private expectStart(): void {
    this.stopWaiting();
    if (!this.embed.hasAnswered) return;
    this.embed.expectMore();
    const timers = [
      this.win.setTimeout(this.startIsLate, START_PATIENCE.untilTold),
      this.win.setTimeout(() => {
        if (this.snapshot.peek().status === 'paused') this.become('blocked');
      }, START_PATIENCE.untilBlocked),
    ];
    this.stopWaiting = () => {
      for (const timer of timers) this.win.clearTimeout(timer);
    };
  }

  private readonly startIsLate = (): void => {
    if (!this.shown.isOther) this.hinder('not-begun');
    // One that may not start said so before anybody listened, and says it again; in an advertisement it does not hear.
    if (this.state === undefined || !hasBegun(this.state)) this.embed.send('playVideo');
  };

  private readonly hear = (report: Report): void => {
    // It fell silent, and is there after all.
    if (this.snapshot.peek().hindrance === 'silent') this.hinder(undefined);
    this.take(report);
    // Only a player that plays, or is about to, has something to say all the time.
    if (isRunning(this.snapshot.peek().status)) this.embed.expectMore();
  };

  private take(report: Report): void {
    if (report.event === 'onError') this.takeError(faultOfError(report.info));
    else if (report.event === 'onAutoplayBlocked') this.become('blocked');
    else this.learn(infoIn(report, this.answers.told));
  }

  private takeError(fault: Fault): void {
    if (this.shown.isOther) return;
    if (fault !== 'refused') {
      this.fail(fault);
      return;
    }
    this.hosts = this.hosts.slice(1);
    if (this.hosts.length > 0) {
      this.beginAnew(false);
      return;
    }
    this.access.refused();
    this.fail(fault);
  }

  private readonly learn = (report: PlayerInfo): void => {
    const { isOther } = this.shown;
    const own = this.shown.take(report);
    if (own === undefined) {
      if (this.shown.isOther) this.leave(report.playerState);
      return;
    }
    // It has come back, and says only what has changed.
    const state = isOther ? this.state : undefined;
    if (isOther) this.hinder(undefined);
    const info = this.answers.withoutOld(own);
    this.snapshot.value = merge(this.snapshot.peek(), info);
    if (info.videoLoadedFraction !== undefined) this.loaded.value = info.videoLoadedFraction;
    if (info.playbackRate !== undefined) this.clock.setRate(info.playbackRate);
    const entered = info.playerState ?? state;
    if (entered !== undefined) this.enter(entered);
    if (info.currentTime !== undefined && this.begun) this.moveTo(info.currentTime);
  };

  /** The frame shows another video: this one is where it was, and stands still. */
  private leave(state: number | undefined): void {
    if (state !== undefined) this.state = state;
    this.stopWaiting();
    this.sought.forget();
    if (this.snapshot.peek().status !== 'failed') this.become('paused');
    this.hinder('other-video');
  }

  /** The player says where it is: where it was sent, or elsewhere, if it did not hear that. */
  private moveTo(seconds: number): void {
    const { status, rate } = this.snapshot.peek();
    const again = this.sought.reports(seconds, status === 'playing', rate);
    if (again !== undefined) {
      this.clock.seek(again);
      this.embed.send('seekTo', again, true);
      return;
    }
    this.clock.report(seconds);
    this.position.value = this.clock.read();
  }

  private enter(state: number): void {
    this.state = state;
    this.begun ||= hasBegun(state);
    if (this.pauseDue) this.pauseAgain(state);
    this.become(statusAfter(this.snapshot.peek().status, state));
    if (this.begun) this.seekAwaited();
  }

  /** Unless it is paused by now, or the user is in its frame, and begins it there. */
  private pauseAgain(state: number): void {
    const status = statusOfState(state);
    if (status === undefined || status === 'ended' || !hasBegun(state)) return;
    if (isRunning(status) && !this.embed.hasFocus) this.embed.send('pauseVideo');
    this.pauseDue = status === 'buffering';
  }

  private become(status: Status): void {
    const { status: before, hindrance } = this.snapshot.peek();
    if (status === before) return;
    if (isRunning(status)) this.playWanted = false;
    // An advertisement may buffer, too.
    if (status !== 'paused' && status !== 'buffering') this.stopWaiting();
    if (status === 'playing') this.hasStarted();
    this.clock.setRunning(status === 'playing');
    const isOver = status === 'playing' || status === 'ended';
    this.update({ status, fault: undefined, hindrance: isOver ? undefined : hindrance });
  }

  private hasStarted(): void {
    this.sought.begins();
    const [host] = this.hosts;
    if (host !== undefined) this.access.played(host);
  }

  private hinder(hindrance: Hindrance | undefined): void {
    if (this.snapshot.peek().hindrance !== hindrance) this.update({ hindrance });
  }

  private fail(fault: Fault): void {
    this.stopWaiting();
    this.clock.setRunning(false);
    if (this.snapshot.peek().fault !== fault) this.update({ status: 'failed', hindrance: undefined, fault });
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
