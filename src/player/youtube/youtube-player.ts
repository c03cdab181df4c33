// Plays a YouTube video in its embedded player, driven by messages: no script of YouTube's runs in the app.
import { signal } from '@preact/signals-core';
import type { Video } from '../../core/video';
import { LOADING, type Fault, type Player, type Snapshot, type Start, type Status } from '../player';
import { PlayheadClock } from '../playhead';
import { EMBED_ORIGIN, embedUrl, FRAME_ATTRIBUTES } from './embed-url';
import { Handshake } from './handshake';
import {
  command,
  decodeMessage,
  faultOfError,
  listening,
  hasBegun,
  statusOfState,
  SUBSCRIPTIONS,
  type PlayerInfo,
  type PlayerMessage,
} from './protocol';

/** The address takes whole seconds; a part of one that is larger than this is sought afterwards. */
const INAUDIBLE = 0.25;

type YouTubeVideo = Extract<Video, { kind: 'youtube' }>;

export class YouTubePlayer implements Player {
  readonly snapshot = signal<Snapshot>(LOADING);

  private readonly win: Window;
  private frame: HTMLIFrameElement | undefined;
  private readonly clock: PlayheadClock;
  private readonly handshake: Handshake;
  private answered = false;
  /** Whether the frame's page is still to load, as it was asked to; a player may speak before. */
  private loading = true;
  private live = false;
  /** Whether the video has begun since the frame loaded: what a player says of its position before is only 0. */
  private begun = false;
  private queue: string[] = [];
  private queuedSeek: number | undefined;

  constructor(
    readonly video: YouTubeVideo,
    private readonly container: HTMLElement,
    start: Start,
  ) {
    this.win = container.win;
    this.clock = new PlayheadClock(() => this.win.performance.now());
    this.handshake = new Handshake({
      win: this.win,
      ask: () => {
        this.post(listening());
      },
      giveUp: () => {
        this.fail('no-answer');
      },
    });
    this.begin(start);
  }

  playhead(): number | undefined {
    return this.clock.read();
  }

  play(): void {
    this.send('playVideo');
  }

  pause(): void {
    this.send('pauseVideo');
  }

  seek(seconds: number): void {
    this.clock.seek(seconds);
    if (this.answered) this.sendSeek(seconds);
    else this.queuedSeek = seconds;
  }

  setRate(rate: number): void {
    this.send('setPlaybackRate', rate);
  }

  dispose(): void {
    this.win.removeEventListener('message', this.receive);
    this.handshake.end();
    this.frame?.remove();
    this.frame = undefined;
  }

  private begin(start: Start): void {
    this.begun = false;
    this.answered = false;
    this.loading = true;
    this.clock.seek(start.seconds);
    this.queue = start.rate === 1 ? [] : [command('setPlaybackRate', start.rate)];
    this.queuedSeek = start.autoplay && start.seconds % 1 > INAUDIBLE ? start.seconds : undefined;
    const src = embedUrl(this.video.id, start);
    if (src === undefined) this.fail('bad-id');
    else this.mount(src);
  }

  private mount(src: string): void {
    this.win.addEventListener('message', this.receive);
    this.handshake.wait();
    const frame = this.container.createEl('iframe', {
      cls: 'playhead-frame',
      attr: { ...FRAME_ATTRIBUTES, src },
    });
    frame.addEventListener('load', () => {
      if (frame !== this.frame) return;
      if (this.isNewPage()) this.beginAnew();
      else this.loaded();
    });
    this.frame = frame;
  }

  private loaded(): void {
    this.loading = false;
    if (!this.answered) this.handshake.begin();
  }

  /** Whether a page that has come is not the one that answered: a frame that is moved in the window loads anew by itself. */
  private isNewPage(): boolean {
    return !this.loading && this.answered;
  }

  /** The new page has the first address, and has forgotten where it was: a new frame begins there. */
  private beginAnew(): void {
    const before = this.snapshot.peek();
    const autoplay = before.status === 'playing' || before.status === 'buffering';
    const seconds = this.clock.read() ?? 0;
    this.clock.setRunning(false);
    this.frame?.remove();
    this.snapshot.value = { ...before, status: 'loading', fault: undefined };
    this.begin({ seconds, rate: before.rate, autoplay });
  }

  private readonly receive = (event: MessageEvent): void => {
    if (event.source === null || event.source !== this.frame?.contentWindow) return;
    if (event.origin !== EMBED_ORIGIN) return;
    const message = decodeMessage(event.data);
    if (message !== undefined) this.handle(message);
  };

  private handle(message: PlayerMessage): void {
    if (message.event !== 'readyToListen') this.answer();
    switch (message.event) {
      case 'readyToListen':
        if (this.isNewPage()) this.beginAnew();
        else this.post(listening());
        break;
      case 'alreadyInitialized':
      case 'onReady':
        break;
      case 'initialDelivery':
      case 'infoDelivery':
        this.learn(message.info);
        break;
      case 'onStateChange':
        this.enter(message.info);
        break;
      case 'onError':
        this.fail(faultOfError(message.info));
        break;
      case 'onPlaybackRateChange':
        this.learn({ playbackRate: message.info });
        break;
      case 'onAutoplayBlocked':
        this.become('paused');
        break;
    }
  }

  private answer(): void {
    if (this.answered) return;
    this.answered = true;
    this.handshake.end();
    for (const event of SUBSCRIPTIONS) this.send('addEventListener', event);
    this.flush();
    const { status } = this.snapshot.peek();
    if (status === 'loading' || status === 'failed') this.become('paused');
  }

  private flush(): void {
    const queue = this.queue;
    this.queue = [];
    for (const text of queue) this.post(text);
    const target = this.queuedSeek;
    this.queuedSeek = undefined;
    if (target !== undefined) this.sendSeek(target);
  }

  /** A seek begins a video that has not begun. */
  private sendSeek(seconds: number): void {
    this.begun = true;
    this.send('seekTo', seconds, true);
  }

  private learn(info: PlayerInfo): void {
    const { video_id: id } = info.videoData ?? {};
    if (id !== undefined && id !== this.video.id) return;
    const before = this.snapshot.peek();
    this.live = info.videoData?.isLive ?? this.live;
    const reported = info.duration === 0 ? undefined : info.duration;
    const length = this.live ? undefined : (reported ?? before.length);
    const rate = info.playbackRate ?? before.rate;
    const title = info.videoData?.title ?? before.title;
    if (info.playbackRate !== undefined) this.clock.setRate(info.playbackRate);
    if (length !== before.length || rate !== before.rate || title !== before.title) {
      this.snapshot.value = { ...before, length, rate, title };
    }
    if (info.playerState !== undefined) this.enter(info.playerState);
    if (info.currentTime !== undefined && this.begun) this.clock.report(info.currentTime);
  }

  private enter(state: number): void {
    const status = statusOfState(state);
    this.begun ||= hasBegun(state);
    // A player that failed goes on reporting that it is not playing; only playing takes the fault back.
    const failed = this.snapshot.peek().status === 'failed';
    if (status !== undefined && (!failed || status === 'playing')) this.become(status);
  }

  private become(status: Status): void {
    this.clock.setRunning(status === 'playing');
    const before = this.snapshot.peek();
    if (before.status !== status) this.snapshot.value = { ...before, status, fault: undefined };
  }

  private fail(fault: Fault): void {
    this.clock.setRunning(false);
    this.handshake.end();
    const before = this.snapshot.peek();
    if (before.fault !== fault) this.snapshot.value = { ...before, status: 'failed', fault };
  }

  private send(func: string, ...args: readonly unknown[]): void {
    const text = command(func, ...args);
    if (this.answered) this.post(text);
    else this.queue.push(text);
  }

  private post(text: string): void {
    this.frame?.contentWindow?.postMessage(text, EMBED_ORIGIN);
  }
}
