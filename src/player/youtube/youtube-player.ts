// Plays a YouTube video in its embedded player by messages: no script of YouTube runs in the app.
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

/** The address has whole seconds: the rest is sought afterwards, if it is longer than this. */
const INAUDIBLE = 0.25;

/** Milliseconds that pass at least between two reloads of a page that has loaded by itself. */
const RENEWED_EVERY = 10_000;

/**
 * Milliseconds without a start, until the user is told, and until the player counts as blocked. Many videos begin with an
 * advertisement.
 */
const START_PATIENCE = { untilTold: 2000, untilBlocked: 8000 };

/** YouTube's player state for a paused video. */
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
  /** Whether it was told to play, and has not begun. */
  private playWanted = false;
  /** Stops waiting for it to begin. */
  private stopWaiting = (): void => undefined;
  private readonly answers: AwaitedAnswers;
  /** Whether the video has begun since the page loaded; before that, the player reports only position 0. */
  private begun = false;
  /** The last reported player state. */
  private state: number | undefined;
  private readonly now: () => number;
  private readonly sought: SentSeek;
  private readonly shown: ShownVideo;
  /** The hosts that have not refused; the first one is used. */
  private hosts: readonly EmbedHost[];
  private renewedAt = -Infinity;
  /** The second at which it is to begin: a seek would start a paused video. */
  private awaitedSeek: number | undefined;
  /** Whether it was told to pause while it could not: it may begin all the same. */
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
    // A player reports its target before it has the picture; while it plays, it has the picture.
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
        // A player that has answered may show an advertisement, which it does not report.
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
    // During an advertisement and before its start, it does not pause: then it is paused when it begins.
    this.pauseDue = this.state !== PAUSED;
    this.embed.send('pauseVideo');
    if (this.snapshot.peek().status === 'blocked') this.become('paused');
  }

  seek(seconds: number): void {
    this.clock.seek(seconds);
    this.position.value = seconds;
    if (this.shown.isOther) return;
    this.awaitedSeek = seconds;
    // A seek would restart a video that has ended.
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
    // A page that has loaded by itself begins anywhere.
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

  /** Called if the frame has loaded a page by itself. */
  private readonly renew = (): void => {
    const isTooSoon = this.now() - this.renewedAt < RENEWED_EVERY;
    this.renewedAt = this.now();
    this.beginAnew(isTooSoon);
  };

  /** Begins where it was: in a new page or, if `isThere`, in the page that has loaded. */
  private beginAnew(isThere: boolean): void {
    const { status, rate, volume, muted } = this.snapshot.peek();
    const autoplay = this.playWanted || (isRunning(status) && !this.pauseDue);
    const seconds = this.clock.read() ?? 0;
    this.clock.setRunning(false);
    if (!isThere) this.embed.dispose();
    this.update({ status: 'loading', hindrance: undefined, fault: undefined });
    this.begin({ seconds, rate, autoplay, sound: { volume, muted } }, isThere);
  }

  /** Goes back from another video in the frame. */
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

  /** A blocked player does not always report it: some do not react; and a page may have crashed while it was paused. */
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
    // A blocked player may have reported that before the first listener, and repeats it when asked; during an advertisement it does
    // not hear.
    if (this.state === undefined || !hasBegun(this.state)) this.embed.send('playVideo');
  };

  private readonly hear = (report: Report): void => {
    // It was silent, and answers again.
    if (this.snapshot.peek().hindrance === 'silent') this.hinder(undefined);
    this.take(report);
    // Only a player that plays, or is about to, reports all the time.
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
    // After another video, it reports only the changes.
    const state = isOther ? this.state : undefined;
    if (isOther) this.hinder(undefined);
    const info = this.answers.withoutStale(own);
    this.snapshot.value = merge(this.snapshot.peek(), info);
    if (info.videoLoadedFraction !== undefined) this.loaded.value = info.videoLoadedFraction;
    if (info.playbackRate !== undefined) this.clock.setRate(info.playbackRate);
    const entered = info.playerState ?? state;
    if (entered !== undefined) this.enter(entered);
    if (info.currentTime !== undefined && this.begun) this.moveTo(info.currentTime);
  };

  /** The frame shows another video: this one keeps its position, and counts as paused. */
  private leave(state: number | undefined): void {
    if (state !== undefined) this.state = state;
    this.stopWaiting();
    this.sought.forget();
    if (this.snapshot.peek().status !== 'failed') this.become('paused');
    this.hinder('other-video');
  }

  /** Takes a reported position: the target of the seek, or another one if the player ignored it. */
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

  /** Pauses it again, unless it is paused, or the user is in its frame and has started it there. */
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
    // An advertisement may buffer too.
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

  /** Sends a command, and remembers the value that it sets. */
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
