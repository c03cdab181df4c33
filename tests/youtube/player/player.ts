// The page of the stand-in: puts a playback and a channel together, and shows what plays.
import type { ErrorCode, PlayerScript } from '../video-script';
import { Channel, type ReceivedMessage } from './channel';
import { obey } from './commands';
import { showFace } from './face';
import { everything, loudness, progress, videoData } from './info';
import { Playback, playing, type PlaybackListener } from './playback';

/** What specs read and do in the page, as `window.standIn`. */
export interface StandIn {
  readonly videoId: string;
  readonly currentTime: number;
  readonly state: number;
  readonly rate: number;
  readonly muted: boolean;
  /** From 0 to 1. */
  readonly volume: number;
  readonly received: readonly ReceivedMessage[];
  fail(error: ErrorCode): void;
  die(): void;
  /** Says how long its video is, where that was held back. */
  tellLength(): void;
  /** Ends the advertisement that is shown. */
  endAdvert(): void;
  /** Says once more that it is ready to listen. */
  sayReady(): void;
  /** Plays another video, as if the user had chosen it in the frame. */
  goOnTo(id: string): void;
}

declare global {
  interface Window {
    standIn: StandIn;
  }
}

const progressMs = 250;
const errorsSentTwice: readonly ErrorCode[] = [101, 150];

class Player implements PlaybackListener {
  readonly playback: Playback;
  readonly channel: Channel;
  #duration = 0;

  constructor(media: HTMLVideoElement, script: PlayerScript, parameters: URLSearchParams) {
    this.playback = new Playback(media, script, this);
    this.channel = new Channel({
      origin: parameters.get('origin') ?? undefined,
      answersAgain: script.answersAgain,
      listening: () => this.#greet(),
      command: (command) => obey(this, command),
    });
    media.muted = parameters.get('mute') === '1';
    const start = Number.parseInt(parameters.get('start') ?? '', 10);
    this.playback.show(script, Number.isNaN(start) ? 0 : start, parameters.get('autoplay') === '1');
    setInterval(() => this.#tick(), progressMs);
    setTimeout(() => this.channel.open(), script.answerDelay);
  }

  show(script: PlayerScript, startSeconds: number, start: boolean): void {
    this.#duration = 0;
    this.playback.show(script, startSeconds, start);
    this.#patch({ videoData: videoData(this.playback) });
    this.#learnDuration();
  }

  tellLength(): void {
    const { firstLength, length, roundsLength } = this.playback.script;
    const isFirst = this.#duration === 0 && this.playback.state !== playing;
    const told = isFirst ? (firstLength ?? length) : length;
    this.#duration = roundsLength ? Math.ceil(told) : told;
    this.#patch({ duration: this.#duration });
  }

  /** An error that was there before anybody asked for errors is told to the one who asks. */
  subscribed(event: string): void {
    if (event === 'onError' && this.playback.error !== undefined) this.#reportError(this.playback.error);
  }

  die(): void {
    this.channel.die();
    this.playback.media.pause();
  }

  stateChanged(): void {
    const { state, script } = this.playback;
    if (state === playing && script.firstLength !== undefined && this.#duration !== 0) this.tellLength();
    this.#patch({ playerState: state, duration: this.#duration, ...progress(this.playback) });
    this.channel.notify('onStateChange', state);
  }

  moved(): void {
    this.#patch(progress(this.playback));
  }

  rateChanged(): void {
    const { playbackRate } = this.playback.media;
    this.#patch({ playbackRate });
    this.channel.notify('onPlaybackRateChange', playbackRate);
  }

  volumeChanged(): void {
    this.#patch(loudness(this.playback));
  }

  autoplayBlocked(): void {
    this.channel.notify('onAutoplayBlocked', null);
  }

  failed(error: ErrorCode): void {
    this.#patch({ videoData: videoData(this.playback) });
    this.#reportError(error);
  }

  #greet(): void {
    this.channel.deliver('initialDelivery', everything(this.playback, this.#duration));
    this.channel.deliver('onReady', null);
    if (this.playback.script.readyTwice) this.channel.sayReady();
    this.#learnDuration();
  }

  #learnDuration(): void {
    const { script } = this.playback;
    if (script.lengthDelay === 'held') return;
    setTimeout(() => {
      if (this.playback.error === undefined && this.playback.script === script) this.tellLength();
    }, script.lengthDelay);
  }

  #tick(): void {
    const { script, state, time } = this.playback;
    if (script.diesAt !== undefined && time >= script.diesAt) this.die();
    if (state === playing) this.#patch(progress(this.playback));
  }

  #patch(info: object): void {
    this.channel.deliver('infoDelivery', info);
  }

  #reportError(error: ErrorCode): void {
    this.channel.notify('onError', error);
    if (errorsSentTwice.includes(error)) this.channel.notify('onError', error);
  }
}

function startPlayer(): void {
  const media = document.querySelector('video');
  const script = document.getElementById('script')?.textContent;
  if (media === null || script === undefined) throw new Error('The page has no video or no script.');
  const player = new Player(media, JSON.parse(script) as PlayerScript, new URLSearchParams(location.search));
  const { playback, channel } = player;
  showFace(playback);
  window.standIn = {
    get videoId() {
      return playback.script.id;
    },
    get currentTime() {
      return playback.time;
    },
    get state() {
      return playback.state;
    },
    get rate() {
      return media.playbackRate;
    },
    get muted() {
      return media.muted;
    },
    get volume() {
      return media.volume;
    },
    received: channel.received,
    fail: (error) => playback.fail(error),
    die: () => player.die(),
    tellLength: () => player.tellLength(),
    endAdvert: () => playback.endAdvert(),
    sayReady: () => channel.sayReady(),
    goOnTo: (id) => obey(player, { func: 'loadVideoById', args: [id] }),
  };
}

startPlayer();
