// The messages to and from YouTube's embedded player: JSON texts posted between the app's window and the frame.
import * as v from 'valibot';
import { onFirstUse } from '../../core/mean/on-first-use';
import type { Fault, Status } from '../player';

/** Characters. The longest messages of a player have some thousands. */
const LONGEST_MESSAGE = 100_000;

/** YouTube takes titles of 100 characters. */
const LONGEST_TITLE = 300;

/** The most rates that are read; players offer fewer. */
const MOST_RATES = 100;

/** An optional key, which counts as missing if it is malformed. */
function known<const S extends v.GenericSchema>(schema: S) {
  return v.optional(v.fallback(v.optional(schema), undefined));
}

/** The schemas of a player's messages, made for the first one. */
const schemas = onFirstUse(() => {
  const Seconds = v.pipe(v.number(), v.finite(), v.minValue(0));
  const Rate = v.pipe(v.number(), v.finite(), v.gtValue(0));
  const Percent = v.pipe(v.number(), v.minValue(0), v.maxValue(100));
  const Fraction = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
  const Text = v.pipe(v.string(), v.nonEmpty());
  const Title = v.pipe(Text, v.transform(shortened));

  /** The facts in a report. Only the keys that are used here; a malformed one is dropped alone. */
  const Info = v.object({
    currentTime: known(Seconds),
    duration: known(Seconds),
    playerState: known(v.number()),
    playbackRate: known(Rate),
    availablePlaybackRates: known(v.pipe(v.array(Rate), v.maxLength(MOST_RATES))),
    volume: known(Percent),
    muted: known(v.boolean()),
    videoLoadedFraction: known(Fraction),
    videoData: known(v.object({ video_id: known(Text), title: known(Title), isLive: known(v.boolean()) })),
  });

  const Message = v.variant('event', [
    v.object({ event: v.literal('readyToListen') }),
    v.object({ event: v.literal('alreadyInitialized') }),
    v.object({ event: v.literal('onReady') }),
    v.object({ event: v.literal('initialDelivery'), info: Info }),
    v.object({ event: v.literal('infoDelivery'), info: Info }),
    v.object({ event: v.literal('onStateChange'), info: v.number() }),
    v.object({ event: v.literal('onError'), info: v.number() }),
    v.object({ event: v.literal('onPlaybackRateChange'), info: Rate }),
    v.object({ event: v.literal('onAutoplayBlocked') }),
  ]);

  return { Info, Message };
});

type Schemas = ReturnType<typeof schemas>;
export type PlayerInfo = v.InferOutput<Schemas['Info']>;
export type PlayerMessage = v.InferOutput<Schemas['Message']>;

/** Events that the player sends only to subscribers. */
export const SUBSCRIPTIONS = [
  'onStateChange',
  'onError',
  'onPlaybackRateChange',
  'onAutoplayBlocked',
] as const;

/** The player's message in the posted `data`; undefined for anything else. */
export function decodeMessage(data: unknown): PlayerMessage | undefined {
  if (typeof data !== 'string' || data.length > LONGEST_MESSAGE) return undefined;
  try {
    const result = v.safeParse(schemas().Message, JSON.parse(data));
    return result.success ? result.output : undefined;
  } catch {
    return undefined;
  }
}

/** Shortens without cutting a character in two. */
function shortened(title: string): string {
  return title.slice(0, LONGEST_TITLE).replace(/[\uD800-\uDBFF]$/, '');
}

/** The request to a player to report. */
export function listening(): string {
  return JSON.stringify({ event: 'listening', id: 1, channel: 'widget' });
}

export function command(func: string, ...args: readonly unknown[]): string {
  return JSON.stringify({ event: 'command', func, args, id: 1, channel: 'widget' });
}

const STATES: ReadonlyMap<number, Status> = new Map([
  [-1, 'paused'],
  [0, 'ended'],
  [1, 'playing'],
  [2, 'paused'],
  [3, 'buffering'],
  [5, 'paused'],
]);

/** Whether a player in this state has begun its video: not if it is unstarted or cued. */
export function hasBegun(state: number): boolean {
  return state >= 0 && state <= 3;
}

/** The status for a player state; undefined for an undocumented state. */
export function statusOfState(state: number): Status | undefined {
  return STATES.get(state);
}

const FAULTS: ReadonlyMap<number, Fault> = new Map([
  [2, 'bad-id'],
  [5, 'player-error'],
  [100, 'gone'],
  [101, 'not-embeddable'],
  [150, 'not-embeddable'],
  // Undocumented: error 152 is seen where 153 is.
  [152, 'refused'],
  [153, 'refused'],
]);

/** The fault for an error code. https://developers.google.com/youtube/iframe_api_reference#onError */
export function faultOfError(code: number): Fault {
  return FAULTS.get(code) ?? 'player-error';
}
