// A finger on the page: what it does that Playwright has no word for.
import type { Locator } from 'playwright-core';

export interface Finger {
  /** Moves it by some pixels from where it began. */
  move(x: number, y: number): Promise<void>;
  /** Puts a second finger beside it. */
  join(): Promise<void>;
  lift(): Promise<void>;
}

/** Puts a finger on the middle of an element. */
export async function putFinger(target: Locator): Promise<Finger> {
  await target.scrollIntoViewIfNeeded();
  const box = await target.boundingBox();
  if (box === null) throw new Error('It is not shown.');
  const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const page = target.page();
  const session = await page.context().newCDPSession(page);
  const touch = async (
    type: 'touchStart' | 'touchMove' | 'touchEnd',
    ...touchPoints: object[]
  ): Promise<void> => {
    await session.send('Input.dispatchTouchEvent', { type, touchPoints: touchPoints as (typeof at)[] });
  };
  // Nobody waits for it: what comes next comes in time, however slow the test is.
  const begun = touch('touchStart', at);
  return {
    move: async (x, y) => {
      await Promise.all([begun, touch('touchMove', { x: at.x + x, y: at.y + y })]);
    },
    join: async () => {
      await Promise.all([begun, touch('touchStart', at, { x: at.x + 40, y: at.y + 40 })]);
    },
    lift: async () => {
      await begun;
      await touch('touchEnd');
      await session.detach();
    },
  };
}

/** Leaves a finger on an element until `until` has come, and lifts it. */
export async function longPress(target: Locator, until: () => Promise<unknown>): Promise<void> {
  const finger = await putFinger(target);
  await until();
  await finger.lift();
}
