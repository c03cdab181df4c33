// A player of the stand-in as a spec sees it: found by the video that it shows, in any frame of a page.
import type { Frame, Page } from 'playwright-core';
import { vi } from 'vitest';
import type { Command, ReceivedMessage } from './player/channel';
import type { StandIn } from './player/player';
import type { ErrorCode } from './video-script';

/** Each method waits up to four seconds for a player that shows the video. Playwright's calls count as a user's touch. */
export interface YouTubePlayer {
  /** Seconds, of the real video element. */
  currentTime(): Promise<number>;
  /** −1 unstarted, 0 ended, 1 playing, 2 paused, 3 buffering, 5 cued. */
  state(): Promise<number>;
  rate(): Promise<number>;
  muted(): Promise<boolean>;
  /** From 0 to 1. */
  volume(): Promise<number>;
  /** All that was posted to the page since it loaded, with what was dropped and why. */
  received(): Promise<readonly ReceivedMessage[]>;
  /** The commands that were heard, but for `addEventListener`. */
  commands(): Promise<readonly Command[]>;
  /** Fails now, with one of YouTube's errors. */
  fail(error: ErrorCode): Promise<void>;
  /** Falls silent for good. */
  die(): Promise<void>;
  /** Says how long its video is, where `lengthDelay` holds that back. */
  tellLength(): Promise<void>;
  /** Ends the advertisement that it shows. */
  endAdvert(): Promise<void>;
  /** Says once more that it is ready to listen, though somebody listens. */
  sayReady(): Promise<void>;
  /** Goes on to another video, as it does when the user chooses one in it. */
  goOnTo(id: string): Promise<void>;
  /** The frame itself, for clicks in it. */
  frame(): Promise<Frame>;
}

async function shownVideo(frame: Frame): Promise<string | undefined> {
  if (frame.isDetached() || !new URL(frame.url(), 'about:blank').pathname.startsWith('/embed/'))
    return undefined;
  try {
    return await frame.evaluate(() => (window as Partial<Window>).standIn?.videoId);
  } catch {
    // The frame went away or loaded anew while it was asked.
    return undefined;
  }
}

/** All frames below a page or frame whose player shows the video, in document order. */
export async function playersOf(where: Page | Frame, id: string): Promise<readonly Frame[]> {
  const frames = 'frames' in where ? where.frames() : [where, ...where.childFrames()];
  const shown = await Promise.all(frames.map(shownVideo));
  return frames.filter((_, index) => shown[index] === id);
}

export function playerIn(where: Page | Frame, id: string): YouTubePlayer {
  const frame = (): Promise<Frame> =>
    vi.waitFor(
      async () => {
        const [first, second] = await playersOf(where, id);
        if (first === undefined) throw new Error(`No player shows the video ${id}.`);
        if (second !== undefined) throw new Error(`More than one player shows the video ${id}.`);
        return first;
      },
      { timeout: 4000, interval: 20 },
    );
  const read = async <T>(get: (standIn: StandIn) => T): Promise<T> => {
    const found = await frame();
    const standIn = await found.evaluateHandle(() => window.standIn);
    return standIn.evaluate(get);
  };
  return {
    frame,
    currentTime: () => read((standIn) => standIn.currentTime),
    state: () => read((standIn) => standIn.state),
    rate: () => read((standIn) => standIn.rate),
    muted: () => read((standIn) => standIn.muted),
    volume: () => read((standIn) => standIn.volume),
    received: () => read((standIn) => standIn.received),
    commands: async () => {
      const heard = (await read((standIn) => standIn.received)).filter(
        ({ dropped }) => dropped === undefined,
      );
      const commands = heard.map(({ message }) => message as Partial<Command>);
      return commands.flatMap(({ func, args = [] }) =>
        func === undefined || func === 'addEventListener' ? [] : [{ func, args }],
      );
    },
    fail: async (error) => {
      await (await frame()).evaluate((code) => window.standIn.fail(code), error);
    },
    die: () => read((standIn) => standIn.die()),
    tellLength: () => read((standIn) => standIn.tellLength()),
    endAdvert: () => read((standIn) => standIn.endAdvert()),
    sayReady: () => read((standIn) => standIn.sayReady()),
    goOnTo: async (other) => {
      const found = await frame();
      await found.evaluate((id) => window.standIn.goOnTo(id), other);
    },
  };
}
