// The texts of a pane whose video cannot be played.
import { providerOf, type Video } from '../core/mean/provider';
import type { Fault } from '../player/player';
import { words } from '../texts/texts';

export interface FaultText {
  readonly sentence: string;
  /** The next step for the user, if there is one. */
  readonly advice: string | undefined;
  /** Whether trying again may help. */
  readonly retry: boolean;
}

/** The text for a fault of this video, and the next step. */
export function faultText(fault: Fault, video: Video): FaultText {
  return faultsOf(providerOf(video).site ?? words.app.server)[fault];
}

/** The sentence and the advice of a fault as one text, for a notice. */
export function faultNotice(fault: Fault, video: Video): string {
  const { sentence, advice = '' } = faultText(fault, video);
  return `${sentence} ${advice}`.trim();
}

/** A new fault compiles only when it has a text here. */
export const faultsOf = (site: string): Readonly<Record<Fault, FaultText>> => ({
  'no-answer': {
    sentence: words.app.noAnswer(site),
    advice: words.app.noAnswerAdvice(site),
    retry: true,
  },
  'bad-id': {
    sentence: words.app.unknownVideo(site),
    advice: words.app.unknownVideoAdvice,
    retry: false,
  },
  'player-error': { sentence: words.app.playerFailed, advice: undefined, retry: true },
  gone: { sentence: words.app.videoGone, advice: undefined, retry: true },
  'not-embeddable': {
    sentence: words.app.notEmbeddable(site),
    advice: undefined,
    retry: false,
  },
  refused: {
    sentence: words.app.appRefused(site),
    advice: words.app.appRefusedAdvice(site),
    retry: true,
  },
  'file-missing': {
    sentence: words.app.fileMissing,
    advice: words.app.fileMissingAdvice,
    retry: true,
  },
  'file-unsupported': {
    sentence: words.app.fileUnplayable,
    advice: words.app.fileUnplayableAdvice,
    retry: true,
  },
  'media-unreachable': {
    sentence: words.app.mediaUnreachable,
    advice: words.app.mediaUnreachableAdvice,
    retry: true,
  },
  'media-no-answer': {
    sentence: words.app.serverSilent,
    advice: words.app.serverSilentAdvice,
    retry: true,
  },
});
