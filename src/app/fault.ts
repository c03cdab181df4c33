// The words of a pane whose video cannot be played.
import { providerOf, type Video } from '../core/mean/provider';
import type { Fault } from '../player/player';

export interface FaultText {
  readonly sentence: string;
  /** A remedy, if the user has one. */
  readonly advice: string | undefined;
  /** Whether trying again may help. */
  readonly retry: boolean;
}

/** The words for a fault of this video, and for its remedy. */
export function faultText(fault: Fault, video: Video): FaultText {
  return faultsOf(providerOf(video).site ?? 'The server')[fault];
}

/** A new fault fails to compile here until it has its sentence. */
export const faultsOf = (site: string): Readonly<Record<Fault, FaultText>> => ({
  'no-answer': {
    sentence: `${site} does not answer.`,
    advice: `Check your connection. If it works, ${site} may want you to sign in or to accept cookies: open the video there.`,
    retry: true,
  },
  'bad-id': {
    sentence: `${site} does not know this video.`,
    advice: 'Check the videoId property of the note.',
    retry: false,
  },
  'player-error': { sentence: 'The player stopped with an error.', advice: undefined, retry: true },
  gone: { sentence: 'This video is gone or private.', advice: undefined, retry: true },
  'not-embeddable': {
    sentence: `This video can only be watched on ${site}: its owner does not allow it elsewhere, or it is limited by age or country.`,
    advice: undefined,
    retry: false,
  },
  refused: {
    sentence: `${site} refused the player in this app.`,
    advice: `Timestamps open on ${site} instead.`,
    retry: true,
  },
  'file-missing': {
    sentence: 'This file is not in the vault.',
    advice: 'It may have been moved or renamed: check the link in the note.',
    retry: true,
  },
  'file-unsupported': {
    sentence: 'This file cannot be played here.',
    advice: 'It may be damaged, or in a format that cannot be played. WebM and MP4 (H.264) work.',
    retry: true,
  },
  'media-unreachable': {
    sentence: 'Nothing at this address can be played.',
    advice: 'Check your connection and the address.',
    retry: true,
  },
  'media-no-answer': {
    sentence: 'The server does not answer.',
    advice: 'Check your connection and the address, or try again later.',
    retry: true,
  },
});
