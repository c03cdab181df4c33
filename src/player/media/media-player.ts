// Plays a media file of the vault, or one at an address, in the browser's own player.
import { signal } from '@preact/signals-core';
import type { Video } from '../../core/video';
import { LOADING, type Fault, type Player, type Snapshot, type Start } from '../player';

type MediaVideo = Exclude<Video, { kind: 'youtube' }>;

export class MediaPlayer implements Player {
  readonly snapshot = signal<Snapshot>(LOADING);

  private readonly element: HTMLVideoElement | undefined;
  private readonly listening = new AbortController();
  private readonly doc: Document;
  /** The last position that is known; an element that comes into another document forgets its own. */
  private position: number;

  /** `src` is where the file's bytes are; undefined where the vault holds no such file. */
  constructor(
    readonly video: MediaVideo,
    container: HTMLElement,
    start: Start,
    src: string | undefined,
  ) {
    this.doc = container.doc;
    this.position = start.seconds;
    this.patch({ title: titleOf(video), rate: start.rate });
    if (src === undefined) {
      this.fail('file-missing');
      return;
    }
    const element = container.createEl('video', {
      cls: 'playhead-media',
      attr: { controls: 'true', playsinline: 'true', preload: 'metadata' },
    });
    this.element = element;
    this.listen(element);
    element.defaultPlaybackRate = start.rate;
    element.playbackRate = start.rate;
    element.src = src;
    element.currentTime = start.seconds;
    if (start.autoplay) this.play();
  }

  playhead(): number | undefined {
    if (this.element === undefined) return undefined;
    return this.element.ownerDocument === this.doc ? this.element.currentTime : this.position;
  }

  play(): void {
    // A refusal (no gesture yet, or the file failed) shows as a state of its own: paused, or a fault.
    this.element?.play().catch(() => undefined);
  }

  pause(): void {
    this.element?.pause();
  }

  seek(seconds: number): void {
    this.position = seconds;
    if (this.element !== undefined) this.element.currentTime = seconds;
  }

  setRate(rate: number): void {
    if (this.element !== undefined) this.element.playbackRate = rate;
  }

  dispose(): void {
    this.listening.abort();
    const element = this.element;
    if (element === undefined) return;
    element.pause();
    // Without this the browser goes on loading the file of an element that nobody sees.
    element.removeAttribute('src');
    element.load();
    element.remove();
  }

  private listen(element: HTMLVideoElement): void {
    const on = (event: keyof HTMLMediaElementEventMap, react: () => void): void => {
      element.addEventListener(event, react, { signal: this.listening.signal });
    };
    const learnLength = (): void => {
      this.patch({ length: Number.isFinite(element.duration) ? element.duration : undefined });
    };
    on('loadedmetadata', () => {
      learnLength();
      if (this.snapshot.peek().status === 'loading') this.patch({ status: 'paused' });
    });
    on('durationchange', learnLength);
    on('timeupdate', () => {
      if (element.ownerDocument === this.doc) this.position = element.currentTime;
    });
    on('playing', () => {
      this.patch({ status: 'playing' });
    });
    on('waiting', () => {
      this.patch({ status: 'buffering' });
    });
    on('pause', () => {
      if (!element.ended) this.patch({ status: 'paused' });
    });
    on('ended', () => {
      this.patch({ status: 'ended' });
    });
    on('ratechange', () => {
      this.patch({ rate: element.playbackRate });
    });
    on('error', () => {
      this.fail(this.faultOf(element.error));
    });
  }

  /** A browser does not say whether an address was not there or its content was of no use. */
  private faultOf(error: MediaError | null): Fault {
    if (this.video.kind === 'url') return 'media-unreachable';
    return error?.code === MediaError.MEDIA_ERR_NETWORK ? 'file-missing' : 'file-unsupported';
  }

  private fail(fault: Fault): void {
    this.patch({ status: 'failed', fault });
  }

  private patch(changes: Partial<Snapshot>): void {
    const before = this.snapshot.peek();
    if (before.status === 'failed') return;
    this.snapshot.value = { ...before, ...changes };
  }
}

/** The file's name, as people write it. */
function titleOf(video: MediaVideo): string {
  const path = video.kind === 'file' ? video.path : new URL(video.url).pathname;
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (video.kind === 'file') return name;
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
