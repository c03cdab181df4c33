// Plays a YouTube video in its embedded player, driven by messages: no script of YouTube's runs in the app.
import { signal } from '@preact/signals-core';
import type { Video } from '../../core/video';
import { LOADING, type Fault, type Player, type Snapshot, type Start, type Status } from '../player';
import { PlayheadClock } from '../playhead';
import { EMBED_ORIGIN, embedUrl } from './embed-url';
import {
  command,
  decodeMessage,
  faultOfError,
  listening,
  statusOfState,
  SUBSCRIPTIONS,
  type PlayerInfo,
  type PlayerMessage,
} from './protocol';

/** How often the player is asked to speak until it does. Milliseconds. */
const ASK_EVERY = 250;

/** How long it may stay silent before that is a fault: offline, or a consent or bot page. Milliseconds. */
const PATIENCE = 10_000;

/** The address takes whole seconds; a part of one that is larger than this is sought afterwards. */
const INAUDIBLE = 0.25;

type YouTubeVideo = Extract<Video, { kind: 'youtube' }>;

export class YouTubePlayer implements Player {
  readonly snapshot = signal<Snapshot>(LOADING);

  private readonly win: Window;
  private readonly frame: HTMLIFrameElement | undefined;
  private readonly clock: PlayheadClock;
  private asking: number | undefined;
  private waiting: number | undefined;
  private answered = false;
  private disposed = false;
  private live = false;
  private queue: string[] = [];
  private queuedSeek: number | undefined;

  constructor(
    readonly video: YouTubeVideo,
    container: HTMLElement,
    start: Start,
  ) {
    this.win = container.win;
    this.clock = new PlayheadClock(() => this.win.performance.now());
    this.clock.seek(start.seconds);
    const src = embedUrl(video.id, start);
    if (src === undefined) {
      this.fail('bad-id');
      return;
    }
    this.frame = this.mount(container, src);
    if (start.rate !== 1) this.setRate(start.rate);
    if (start.autoplay && start.seconds % 1 > INAUDIBLE) this.queuedSeek = start.seconds;
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
    if (this.answered) this.send('seekTo', seconds, true);
    else this.queuedSeek = seconds;
  }

  setRate(rate: number): void {
    this.send('setPlaybackRate', rate);
  }

  dispose(): void {
    if (this.disposed) return;
    this.disposed = true;
    this.win.removeEventListener('message', this.receive);
    this.stopAsking();
    this.stopWaiting();
    this.frame?.remove();
  }

  private mount(container: HTMLElement, src: string): HTMLIFrameElement {
    this.win.addEventListener('message', this.receive);
    this.startWaiting();
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
      this.startAsking();
    });
    return frame;
  }

  /** A frame that loads again has forgotten everything, so each load begins with the handshake. */
  private startAsking(): void {
    if (this.disposed) return;
    this.answered = false;
    this.stopAsking();
    this.startWaiting();
    this.post(listening());
    this.asking = this.win.setInterval(() => {
      this.post(listening());
    }, ASK_EVERY);
  }

  private stopAsking(): void {
    this.win.clearInterval(this.asking);
  }

  private startWaiting(): void {
    this.stopWaiting();
    this.waiting = this.win.setTimeout(() => {
      this.stopAsking();
      this.fail('no-answer');
    }, PATIENCE);
  }

  private stopWaiting(): void {
    this.win.clearTimeout(this.waiting);
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
    this.stopAsking();
    this.stopWaiting();
    // It may have taken its time, and says 0 until it plays: where it was to begin counts from now.
    this.clock.seek(this.clock.read() ?? 0);
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
    if (target !== undefined) this.send('seekTo', target, true);
  }

  private learn(info: PlayerInfo): void {
    const before = this.snapshot.peek();
    this.live = info.videoData?.isLive ?? this.live;
    const reported = info.duration === 0 ? undefined : info.duration;
    const length = this.live ? undefined : (reported ?? before.length);
    const rate = info.playbackRate ?? before.rate;
    const title = info.videoData?.title ?? before.title;
    if (info.playbackRate !== undefined) this.clock.setRate(info.playbackRate);
    if (info.currentTime !== undefined) this.clock.report(info.currentTime);
    if (length !== before.length || rate !== before.rate || title !== before.title) {
      this.snapshot.value = { ...before, length, rate, title };
    }
    if (info.playerState !== undefined) this.enter(info.playerState);
  }

  private enter(state: number): void {
    const status = statusOfState(state);
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
    this.stopWaiting();
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
