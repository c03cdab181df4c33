// A still picture instead of a player: the poster of a video, or the frame of a file.
import { signal, type Signal } from '@preact/signals-core';
import { setIcon } from 'obsidian';
import { providerOf, type Poster } from '../core/mean/provider';
import { isAudio, type Video } from '../core/mean/video';
import type { Fault } from '../player/player';
import type { ResourceUrl } from '../player/media/media-files';
import { addPoster } from '../app/poster';
import type { PreviewClip, PreviewState, Showing } from './clip-showing';

const BLANK: PreviewState = {
  isRight: false,
  fault: undefined,
  title: undefined,
  length: undefined,
  position: undefined,
};

type State = Signal<PreviewState>;

/** Shows a still picture in `stage`; a plain card if there is none, or if it must not be requested. */
export function showStill(stage: HTMLElement, clip: PreviewClip, resourceUrl: ResourceUrl): Showing {
  const state = signal(BLANK);
  const { video } = clip;
  const provider = providerOf(video);
  const poster = provider.posterOf(video);
  if (poster !== undefined) return showPoster(stage, video, { state, poster });
  const path = provider.pathOf(video);
  if (!hasPicture(video) || path === undefined) return showCard(stage, video);
  return showFrame(stage, clip, { state, src: resourceUrl(path) });
}

/** Whether there is a picture that may be requested. A note can name any host: resting the pointer requests nothing from it. */
export function hasPicture(video: Video): boolean {
  return !isAudio(video) && providerOf(video).unknownHost(video) === undefined;
}

/** Shows only a fault. */
export function showFault(fault: Fault): Showing {
  return none(signal({ ...BLANK, fault }));
}

function none(state: State): Showing {
  return { state, isStill: true, show: () => undefined, dispose: () => undefined };
}

/** Shows an icon, for a video without a picture. */
export function showCard(stage: HTMLElement, video: Video): Showing {
  const card = stage.createDiv({ cls: 'playhead-preview-card' });
  setIcon(card, isAudio(video) ? 'music' : 'film');
  const end = (): void => card.remove();
  return { ...none(signal({ ...BLANK, isRight: true })), dispose: end };
}

interface PosterOptions {
  readonly state: State;
  readonly poster: Poster;
}

function showPoster(stage: HTMLElement, video: Video, { state, poster }: PosterOptions): Showing {
  const endPoster = addPoster(stage, poster, (isThere) => {
    if (!isThere) showCard(stage, video);
    state.value = { ...BLANK, isRight: true };
  });
  const end = (): void => {
    endPoster();
    stage.empty();
  };
  return { ...none(state), dispose: end };
}

interface FrameOptions {
  readonly state: State;
  /** The address of the file; undefined if it is missing. */
  readonly src: string | undefined;
}

function showFrame(stage: HTMLElement, clip: PreviewClip, { state, src }: FrameOptions): Showing {
  const fail = (fault: Fault): void => {
    state.value = { ...state.peek(), fault };
  };
  if (src === undefined) {
    fail('file-missing');
    return none(state);
  }
  const frame = stage.createEl('video', { cls: 'playhead-media', attr: { preload: 'auto' } });
  frame.muted = true;
  const show = ({ start }: PreviewClip): void => {
    state.value = { ...state.peek(), isRight: false, position: start };
    frame.currentTime = start;
  };
  const look = (): void => {
    if (!frame.seeking && frame.readyState >= frame.HAVE_CURRENT_DATA)
      state.value = { ...state.peek(), isRight: true };
  };
  frame.onloadeddata = look;
  frame.onseeked = look;
  frame.onloadedmetadata = () => {
    if (Number.isFinite(frame.duration)) state.value = { ...state.peek(), length: frame.duration };
  };
  frame.onerror = () => {
    fail(frame.error?.code === MediaError.MEDIA_ERR_NETWORK ? 'file-missing' : 'file-unsupported');
  };
  frame.src = src;
  show(clip);
  return {
    state,
    isStill: true,
    show,
    dispose: () => {
      frame.onerror = null;
      frame.removeAttribute('src');
      frame.load();
      frame.remove();
    },
  };
}
