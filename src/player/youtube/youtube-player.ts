// Plays a YouTube video in its embedded player, driven by messages: no script of YouTube's runs in the app.
import { signal } from '@preact/signals-core';
import type { Video } from '../../core/video';
import { LOADING, type Fault, type Player, type Snapshot, type Start, type Status } from '../player';
import { PlayheadClock } from '../playhead';
import { EMBED_ORIGIN, embedUrl } from './embed-url';
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
  private readonly frame: HTMLIFrameElement | undefined;
  private readonly clock: PlayheadClock;
  private readonly handshake: Handshake;
  private answered = false;
  /** Whether the frame's next load is one that was asked for; a player may speak before its page has loaded. */
  private loading = true;
  private disposed = false;
  private live = false;
  /** Whether the video has begun since the frame loaded: what a player says of its position before is only 0. */
  private begun = false;
  private queue: string[] = [];
  private queuedSeek: number | undefined;

  constructor(
    readonly video: YouTubeVideo,
    container: HTMLElement,
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
    const src = this.begin(start);
    if (src === undefined) this.fail('bad-id');
    else this.frame = this.mount(container, src);
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
    if (this.disposed) return;
    this.disposed = true;
    this.win.removeEventListener('message', this.receive);
    this.handshake.end();
    this.frame?.remove();
  }

  /** Sets out from `start`, and returns the address that the frame is to load for it. */
  private begin(start: Start): string | undefined {
    this.begun = false;
    this.answered = false;
    this.loading = true;
    this.clock.seek(start.seconds);
    this.queue = start.rate === 1 ? [] : [command('setPlaybackRate', start.rate)];
    this.queuedSeek = start.autoplay && start.seconds % 1 > INAUDIBLE ? start.seconds : undefined;
    return embedUrl(this.video.id, start);
  }

  private mount(container: HTMLElement, src: string): HTMLIFrameElement {
    this.win.addEventListener('message', this.receive);
    this.handshake.wait();
    const frame = container.createEl('iframe', {
      cls: 'playhead-frame',
      attr: {
        title: 'YouTube video player',
        referrerpolicy: 'strict-origin-when-cross-origin',
        allow: 'autoplay; encrypted-media; fullscreen; picture-in-picture; clipboard-write; web-share',
        allowfullscreen: 'true',
        src,
      },
    });
    frame.addEventListener('load', () => {
      if (this.disposed) return;
      if (!this.loading && this.answered) this.loadAgain(frame);
      else this.beginHandshake();
    });
    return frame;
  }

  private beginHandshake(): void {
    this.loading = false;
    if (!this.answered) this.handshake.begin();
  }

  /** A frame that is moved in the page loads anew by itself, with its first address: it has forgotten where it was. */
  private loadAgain(frame: HTMLIFrameElement): void {
    const before = this.snapshot.peek();
    const autoplay = before.status === 'playing' || before.status === 'buffering';
    const seconds = this.clock.read() ?? 0;
    this.clock.setRunning(false);
    this.snapshot.value = { ...before, status: 'loading', fault: undefined };
    const src = this.begin({ seconds, rate: before.rate, autoplay });
    this.handshake.wait();
    if (src !== undefined) frame.src = src;
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
        this.post(listening());
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
    if (!this.disposed) this.frame?.contentWindow?.postMessage(text, EMBED_ORIGIN);
  }
}
