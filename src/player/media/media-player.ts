// Plays a media file of the vault or of an address in the browser's own player.
import { computed, signal, type ReadonlySignal, type Signal } from '@preact/signals-core';
import { isAudio } from '../../core/mean/video';
import { toggleFullscreen, togglePictureInPicture } from '../fullscreen';
import { LOADING, type Fault, type Picture, type Player, type Snapshot, type Start } from '../player';
import { waitForAnswer } from './answer-patience';
import { Captions } from './captions';
import { loadedPart } from './loaded-part';
import type { MediaFiles } from './media-files';
import { pictureOf } from './picture';
import { findLength } from './recorded-length';
import { titleOf, type MediaVideo } from './media-title';

type On = (event: keyof HTMLMediaElementEventMap, react: () => void) => void;

/** The offered rates; a browser plays at any rate. */
const RATES: readonly number[] = [...LOADING.rates, 2.5, 3, 4];

export class MediaPlayer implements Player {
  readonly snapshot = signal<Snapshot>({ ...LOADING, rates: RATES });
  readonly loaded = signal(0);
  readonly position: Signal<number>;
  readonly landed = signal(false);

  private readonly captions: Captions | undefined;
  private readonly element: HTMLVideoElement | undefined;
  private readonly listening = new AbortController();
  private readonly doc: Document;
  /** Whether the browser has refused to play it before the user presses Play. */
  private isBlocked = false;
  /** Cancels the search for a length that the file does not have; undefined if there is none. */
  private stopSearch: (() => void) | undefined;

  constructor(
    readonly video: MediaVideo,
    container: HTMLElement,
    start: Start,
    private readonly files: MediaFiles,
  ) {
    const src = video.kind === 'url' ? video.url : files.resourceUrl(video.path);
    this.doc = container.doc;
    this.position = signal(start.seconds);
    this.patch({ title: titleOf(video), rate: start.rate });
    if (src === undefined) {
      this.fail('file-missing');
      return;
    }
    const element = container.createEl('video', {
      cls: 'playhead-media',
      attr: { 'aria-label': titleOf(video), playsinline: 'true', preload: 'metadata', tabindex: '-1' },
    });
    this.element = element;
    this.listen(element);
    element.defaultPlaybackRate = start.rate;
    element.playbackRate = start.rate;
    if (start.sound?.volume !== undefined) this.setVolume(start.sound.volume);
    if (start.sound?.muted !== undefined) this.setMuted(start.sound.muted);
    if (video.kind === 'url') {
      const end = waitForAnswer(element, () => {
        this.fail('media-no-answer');
        // Otherwise a file that arrives later would play unseen.
        unload(element);
      });
      this.listening.signal.addEventListener('abort', end);
    }
    element.src = src;
    element.currentTime = start.seconds;
    this.captions = this.captionsOf(files);
    if (start.autoplay) this.play();
  }

  playhead(): number | undefined {
    if (this.element === undefined) return undefined;
    // An element that was moved into another document has lost its position.
    return this.element.ownerDocument === this.doc ? this.element.currentTime : this.position.peek();
  }

  play(): void {
    this.element?.play().catch((cause: unknown) => {
      // A fault, or a pause meanwhile, has its own event.
      if (isRefusal(cause)) this.block();
    });
  }

  pause(): void {
    this.isBlocked = false;
    if (this.snapshot.peek().status === 'blocked') this.patch({ status: 'paused' });
    this.element?.pause();
  }

  seek(seconds: number): void {
    this.position.value = seconds;
    this.landed.value = false;
    if (this.element !== undefined) this.element.currentTime = seconds;
  }

  setRate(rate: number): void {
    if (this.element !== undefined) this.element.playbackRate = rate;
  }

  setVolume(volume: number): void {
    if (this.element !== undefined) this.element.volume = volume;
    this.patch({ volume });
  }

  setMuted(muted: boolean): void {
    if (this.element !== undefined) this.element.muted = muted;
    this.patch({ muted });
  }

  toggleFullscreen(): Promise<void> {
    return toggleFullscreen(this.picture);
  }

  get togglePictureInPicture(): (() => Promise<void>) | undefined {
    const { picture } = this;
    return picture?.doc.pictureInPictureEnabled === true ? () => togglePictureInPicture(picture) : undefined;
  }

  get captionText(): ReadonlySignal<string | undefined> | undefined {
    return this.captions?.text;
  }

  get captureFrame(): (() => Promise<Picture>) | undefined {
    const { picture, video, files } = this;
    const bytes = video.kind === 'file' ? files.bytes?.(video.path) : undefined;
    return picture === undefined ? undefined : () => pictureOf(picture, bytes);
  }

  /** Undefined for audio. */
  private get picture(): HTMLVideoElement | undefined {
    return isAudio(this.video) ? undefined : this.element;
  }

  dispose(): void {
    this.captions?.dispose();
    this.stopSearch?.();
    this.listening.abort();
    const element = this.element;
    if (element === undefined) return;
    unload(element);
    element.remove();
  }

  private captionsOf(files: MediaFiles): Captions | undefined {
    const { video, element } = this;
    const { captionsOn } = files;
    if (video.kind === 'url' || element === undefined || captionsOn === undefined) return undefined;
    const file = computed(() => files.captionsOf?.(video.path));
    return new Captions(element, {
      file,
      isOn: captionsOn,
      onState: (captions) => this.patch({ captions }),
    });
  }

  private listen(element: HTMLVideoElement): void {
    const on: On = (event, react) => {
      element.addEventListener(event, react, { signal: this.listening.signal });
    };
    this.listenToStatus(element, on);
    this.listenToUser(element, on);
    for (const event of ['loadedmetadata', 'durationchange'] as const) {
      on(event, () => this.learnLength(element));
    }
    // Fired for the first picture and after a seek; another seek may have begun since.
    for (const event of ['loadeddata', 'seeked'] as const) {
      on(event, () => {
        this.landed.value = !element.seeking;
      });
    }
    for (const event of ['timeupdate', 'seeking'] as const) {
      on(event, () => {
        if (element.ownerDocument === this.doc) this.position.value = element.currentTime;
      });
    }
    on('progress', () => {
      this.loaded.value = loadedPart(element, this.snapshot.peek().length);
    });
    on('ratechange', () => this.patch({ rate: element.playbackRate }));
    on('volumechange', () => this.patch({ volume: element.volume, muted: element.muted }));
  }

  private learnLength(element: HTMLVideoElement): void {
    const { duration } = element;
    if (Number.isFinite(duration)) {
      this.stopSearch?.();
      this.patch({ length: duration, live: false });
    } else if (duration === Infinity) {
      this.stopSearch ??= findLength({
        element,
        onLength: (length) => this.patch({ length, live: false }),
        onLive: () => {
          // A file has an end, even if it was not found.
          this.patch({ live: this.video.kind === 'url' });
        },
      });
    }
  }

  /** The pane has its own controls; in full screen, the browser's are used. */
  private listenToUser(element: HTMLVideoElement, on: On): void {
    on('click', () => {
      if (element.controls) return;
      if (element.paused) this.play();
      else this.pause();
    });
    on('dblclick', () => {
      if (!element.controls) this.toggleFullscreen().catch(() => undefined);
    });
    on('fullscreenchange', () => {
      element.controls = element.doc.fullscreenElement === element;
    });
  }

  private listenToStatus(element: HTMLVideoElement, on: On): void {
    on('loadedmetadata', () => {
      if (this.snapshot.peek().status !== 'loading') return;
      if (this.isBlocked) this.patch({ status: 'blocked' });
      else this.patch({ status: element.paused ? 'paused' : 'buffering' });
    });
    on('playing', () => {
      this.isBlocked = false;
      this.patch({ status: 'playing' });
    });
    on('waiting', () => {
      // A browser fires `waiting` also before anything is loaded.
      if (this.snapshot.peek().status !== 'loading') this.patch({ status: 'buffering' });
    });
    on('pause', () => {
      if (!element.ended && this.snapshot.peek().status !== 'loading') this.patch({ status: 'paused' });
    });
    on('seeking', () => {
      // A user who goes back from the end gets a paused video.
      if (this.snapshot.peek().status === 'ended' && !element.ended) this.patch({ status: 'paused' });
    });
    on('ended', () => this.patch({ status: 'ended' }));
    on('error', () => this.fail(this.faultOf(element.error)));
  }

  /** The browser does not tell a missing file from one with unusable content. */
  private faultOf(error: MediaError | null): Fault {
    if (this.video.kind === 'url') return 'media-unreachable';
    return error?.code === MediaError.MEDIA_ERR_NETWORK ? 'file-missing' : 'file-unsupported';
  }

  private block(): void {
    this.isBlocked = true;
    // While it loads, it cannot tell yet that it has stalled.
    if (this.snapshot.peek().status !== 'loading') this.patch({ status: 'blocked' });
  }

  private fail(fault: Fault): void {
    this.patch({ status: 'failed', fault });
  }

  private patch(changes: Partial<Snapshot>): void {
    const before = this.snapshot.peek();
    if (before.status === 'failed' || this.listening.signal.aborted) return;
    this.snapshot.value = { ...before, ...changes };
  }
}

/** Without this, the browser goes on loading the file of a removed element. */
function unload(element: HTMLVideoElement): void {
  element.pause();
  element.removeAttribute('src');
  element.load();
}

/** A browser plays sound only after a touch or a click. The error may belong to another window, so `instanceof` would fail. */
function isRefusal(cause: unknown): boolean {
  return typeof cause === 'object' && cause !== null && 'name' in cause && cause.name === 'NotAllowedError';
}
