// The difference between the written time and the playhead at the time of the key press.
import { describe, expect, it } from 'vitest';
import { usePlayhead } from '../support/playhead.ts';
import { aboutVideo, AT, KEYS, startWriting, WRITTEN_VIDEO, written } from '../support/writing.ts';

const app = usePlayhead();

/** The limit for all inserts, and for most: seconds of real time, in addition to standstills of the machine. */
const BOUND = 0.15;
const TYPICAL = 0.05;

/** Of 200 inserts. */
const RATES = [
  [0.5, 66],
  [1, 67],
  [2, 67],
] as const;

interface Sample {
  /** Milliseconds on the clock that all windows share. */
  readonly at: number;
  /** Seconds of the video. */
  readonly time: number;
}

declare global {
  interface Window {
    samples: Sample[];
    presses: Sample[];
    /** The times at which the app ran, every few milliseconds. */
    turns: number[];
  }
}

/** From now on, the player records its position every few milliseconds. */
async function samplePlayer(): Promise<void> {
  const frame = await app.youtube.player(app.page, WRITTEN_VIDEO).frame();
  await frame.evaluate(() => {
    const clock = (): number => performance.timeOrigin + performance.now();
    const video = document.querySelector('video');
    window.samples = [];
    setInterval(() => window.samples.push({ at: clock(), time: video?.currentTime ?? 0 }), 4);
  });
  await playerSampledAfter(0);
}

/** Waits for a sample of the player after a moment, which takes its time on a busy machine. */
async function playerSampledAfter(at: number): Promise<void> {
  const frame = await app.youtube.player(app.page, WRITTEN_VIDEO).frame();
  await frame.waitForFunction((moment) => window.samples.some((sample) => sample.at > moment), at);
}

/** From now on, the app records each key, and the plugin's playhead at that time. */
async function sampleKeys(): Promise<void> {
  await app.page.evaluate(() => {
    const clock = (): number => performance.timeOrigin + performance.now();
    window.presses = [];
    window.turns = [];
    setInterval(() => window.turns.push(clock()), 4);
    const onKey = (event: KeyboardEvent): void => {
      if (event.code !== 'KeyN') return;
      const [pane] = window.app.workspace.getLeavesOfType('playhead-video');
      const time = Number(pane?.view.getState()['time']);
      window.presses.push({ at: clock(), time });
    };
    window.addEventListener('keydown', onKey, true);
  });
}

/** The second of the video at a moment between two samples. */
function timeAt(samples: readonly Sample[], at: number): number {
  const next = samples.findIndex((sample) => sample.at >= at);
  const [before, after] = [samples[next - 1], samples[next]];
  if (before === undefined || after === undefined) throw new Error('The player was not sampled then.');
  const part = (at - before.at) / (after.at - before.at);
  return before.time + part * (after.time - before.time);
}

/** Milliseconds before a key within which a report may be the last one that the app has. */
const HEARD = 2000;

/** The longest time before a moment for which one of the windows did not run. Seconds. */
function standstillAt(turns: readonly number[], at: number): number {
  const last = turns.findIndex((turn) => turn >= at);
  const near = turns.slice(0, last < 0 ? undefined : last + 1).filter((turn) => turn > at - HEARD);
  return Math.max(...near.map((turn, index) => turn - (near[index - 1] ?? turn))) / 1000;
}

interface Differences {
  /** Differences of the clock from the video. */
  readonly clock: number[];
  /** Differences of the written times. */
  readonly text: number[];
  /** The longest standstill of the machine. */
  readonly standstill: number;
}

/** The differences in a run, in seconds of real time, without standstills. */
async function run(rate: number, count: number): Promise<Differences> {
  await startWriting(app, aboutVideo('- ‸'), { rate });
  const player = app.youtube.player(app.page, WRITTEN_VIDEO);
  await app.driver.runCommand('playhead:play-or-pause');
  await expect.poll(() => player.currentTime()).toBeGreaterThan(AT + rate);
  expect(await player.rate()).toBe(rate);
  await samplePlayer();
  await sampleKeys();
  for (let index = 0; index < count; index++) {
    await app.page.keyboard.press(KEYS['playhead:insert-timestamp-on-new-line']);
    // At another point between two reports each time.
    await player.state();
  }
  const presses = await app.page.evaluate(() => window.presses);
  await playerSampledAfter(Math.max(...presses.map(({ at }) => at)));
  const samples = await (await player.frame()).evaluate(() => window.samples);
  const turns = await app.page.evaluate(() => window.turns);
  const seconds = [...(await written(app)).matchAll(/data-t="00:(\d\d):(\d\d)"/g)].map(
    ([, minutes, rest]) => Number(minutes) * 60 + Number(rest),
  );
  expect([presses.length, seconds.length]).toEqual([count, count]);
  const real = presses.map(({ at }) => timeAt(samples, at));
  const sampledAt = samples.map(({ at }) => at);
  const standstills = presses.map(({ at }) =>
    Math.max(...[turns, sampledAt].map((list) => standstillAt(list, at))),
  );
  const less = (difference: number, index: number): number =>
    Math.max(0, difference - (standstills[index] ?? 0));
  return {
    standstill: Math.max(...standstills),
    clock: presses.map(({ time }, index) => less(Math.abs(time - (real[index] ?? 0)) / rate, index)),
    text: seconds.map((second, index) => {
      const time = real[index] ?? 0;
      // Times are written rounded down, and so are right for a whole second.
      return less(Math.max(0, second - time, time - second - 1) / rate, index);
    }),
  };
}

const sorted = (numbers: readonly number[]): number[] => [...numbers].sort((one, other) => one - other);
const milliseconds = (seconds = 0): string => `${(seconds * 1000).toFixed(0)} ms`;

describe('200 timestamps', () => {
  it('are of the second that the video was in when the key was pressed', async () => {
    const clock: number[] = [];
    const text: number[] = [];
    for (const [rate, count] of RATES) {
      const differences = await run(rate, count);
      clock.push(...differences.clock);
      text.push(...differences.text);
      const [all, worst] = [sorted(differences.clock), sorted(differences.text)];
      process.stdout.write(
        `At rate ${rate}: typically ${milliseconds(all[all.length >> 1])} from the player, ` +
          `at most ${milliseconds(all.at(-1))}; what is written at most ${milliseconds(worst.at(-1))}, ` +
          `with the machine at a standstill for ${milliseconds(differences.standstill)} at most\n`,
      );
    }
    expect(clock).toHaveLength(200);
    expect(sorted(clock)[clock.length >> 1]).toBeLessThan(TYPICAL);
    expect(sorted(clock).at(-1)).toBeLessThan(BOUND);
    expect(sorted(text).at(-1)).toBeLessThan(BOUND);
  });
});
