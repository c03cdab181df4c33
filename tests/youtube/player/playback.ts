// YouTube's player states over a real video element: what each command does in each state.
import type { ErrorCode, PlayerScript } from '../video-script';

export const unstarted = -1;
export const ended = 0;
export const playing = 1;
export const paused = 2;
export const buffering = 3;
export const cued = 5;
export type PlayerState =
  typeof unstarted | typeof ended | typeof playing | typeof paused | typeof buffering | typeof cued;

export const playbackRates: readonly number[] = [0.25, 0.5, 0.75, 1, 1.25, 1.5, 1.75, 2];

/** What the playback tells; the channel turns it into messages. */
export interface PlaybackListener {
  stateChanged(): void;
  /** The playhead was moved while it does not run. */
  moved(): void;
  rateChanged(): void;
  volumeChanged(): void;
  autoplayBlocked(): void;
  failed(error: ErrorCode): void;
}

export class Playback {
  state: PlayerState = cued;
  /** Set while the video cannot be played. */
  error: ErrorCode | undefined;
  #clicked = false;
  /** The advertisement before the video: not yet, now, or no more. */
  #advert: 'due' | 'running' | 'over' = 'over';

  constructor(
    readonly media: HTMLVideoElement,
    public script: PlayerScript,
    private readonly listener: PlaybackListener,
  ) {
    // An event that was on its way when the video failed is not heard: what has failed does not play.
    const on = (name: string, act: () => void): void => {
      media.addEventListener(name, () => {
        if (this.error === undefined) act();
      });
    };
    on('playing', () => this.#enter(playing));
    on('waiting', () => this.#stall());
    on('seeked', () => this.#seeked());
    on('pause', () => {
      // The element pauses at its end too, and just before it says so.
      if (!media.ended && (this.state === playing || this.state === buffering)) this.#enter(paused);
    });
    on('ended', () => this.#enter(ended));
    media.addEventListener('ratechange', () => listener.rateChanged());
    media.addEventListener('volumechange', () => listener.volumeChanged());
  }

  get time(): number {
    return Math.min(this.media.currentTime, this.script.length);
  }

  /** Shows another video, or the first one: cued at a second, or at once playing. */
  show(script: PlayerScript, startSeconds: number, start: boolean): void {
    this.script = script;
    this.error = script.error;
    this.#advert = script.advert === undefined ? 'over' : 'due';
    this.#enter(unstarted);
    if (this.error !== undefined) {
      this.media.pause();
      this.listener.failed(this.error);
      return;
    }
    this.media.src = `/stand-in/media/${script.length}.webm`;
    this.media.currentTime = Math.min(startSeconds, script.length);
    if (start) this.play();
    else this.#enter(cued);
  }

  play(): void {
    if (this.#isDeaf || this.state === playing || this.state === buffering) return;
    if (this.state === cued) this.#enter(unstarted);
    if (this.script.autoplay !== 'allowed' && !this.media.muted && !this.#clicked) {
      if (this.script.autoplay === 'blocked') this.listener.autoplayBlocked();
      return;
    }
    if (this.#advert === 'due') this.#advertise();
    else this.#start();
  }

  /** The advertisement is over, if there is one: the video begins, where it was to before. */
  endAdvert(): void {
    if (this.#advert !== 'running') return;
    this.#advert = 'over';
    this.#start();
  }

  #advertise(): void {
    const { advert } = this.script;
    if (advert === undefined) return;
    this.#advert = 'running';
    this.#enter(advert.state);
    if (advert.seconds === 'held') return;
    setTimeout(() => this.endAdvert(), advert.seconds * 1000);
  }

  /** Whether it does nothing that it is told. */
  get #isDeaf(): boolean {
    return this.error !== undefined || this.#advert === 'running';
  }

  #start(): void {
    if (this.state === ended && this.time >= this.script.length) this.media.currentTime = 0;
    const before = this.state;
    this.#enter(buffering);
    this.media.play().catch((reason: unknown) => {
      // An AbortError is a pause that came before the start: its own event has said so.
      if (!(reason instanceof DOMException) || reason.name !== 'NotAllowedError') return;
      this.#enter(before);
      this.listener.autoplayBlocked();
    });
  }

  pause(): void {
    if (this.#isDeaf || (this.state !== playing && this.state !== buffering)) return;
    this.media.pause();
    this.#enter(paused);
  }

  /** Starts the video in every state but a pause, as YouTube's does; a place past the end is the end. */
  seek(seconds: number): void {
    if (this.#isDeaf) return;
    const before = this.state;
    if (seconds >= this.script.length) {
      this.#finish();
      return;
    }
    this.media.currentTime = Math.max(0, seconds);
    if (before === playing) this.#enter(buffering);
    else if (before !== paused) this.play();
  }

  /** A rate that the player does not have becomes the next one on the way to 1. */
  setRate(rate: number): void {
    const possible = playbackRates.filter((one) => (rate < 1 ? one >= rate : one <= rate));
    this.media.playbackRate = (rate < 1 ? possible[0] : possible.at(-1)) ?? 1;
  }

  /** A click by a real user: from then on the browser lets the page play with sound. */
  click(): void {
    this.#clicked = true;
    if (this.state === playing) this.pause();
    else this.play();
  }

  fail(error: ErrorCode): void {
    this.error = error;
    this.#enter(unstarted);
    this.media.pause();
    this.listener.failed(error);
  }

  #finish(): void {
    this.media.pause();
    this.media.currentTime = this.script.length;
    this.#enter(ended);
  }

  #stall(): void {
    if (this.state === playing) this.#enter(buffering);
  }

  #seeked(): void {
    if (this.state === buffering && !this.media.paused) this.#enter(playing);
    else if (this.state === paused) this.listener.moved();
  }

  #enter(state: PlayerState): void {
    if (this.state === state) return;
    this.state = state;
    this.listener.stateChanged();
  }
}
