// Where a video is between the reports of its player.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PlayheadClock } from '../../src/player/playhead';

/** A clock whose time passes when the test says so. */
function startClock(): { readonly clock: PlayheadClock; readonly pass: (milliseconds: number) => void } {
  let now = 5000;
  const clock = new PlayheadClock(() => now);
  return {
    clock,
    pass: (milliseconds) => {
      now += milliseconds;
    },
  };
}

describe('a playhead', () => {
  it('is unknown before the first report', () => {
    const { clock, pass } = startClock();
    clock.setRunning(true);
    pass(500);
    expect(clock.read()).toBeUndefined();
  });

  it('is at zero when it is reported there', () => {
    const { clock } = startClock();
    clock.report(0);
    expect(clock.read()).toBe(0);
  });

  it.each([
    [1, 600, 100.6],
    [2, 300, 100.6],
    [0.5, 800, 100.4],
  ])('moves at rate %d for %d ms after a report at 100', (rate, passed, expected) => {
    const { clock, pass } = startClock();
    clock.setRate(rate);
    clock.setRunning(true);
    clock.report(100);
    pass(passed);
    expect(clock.read()).toBeCloseTo(expected, 9);
  });

  it.each([1, 2, 16])('never runs more than a second ahead of a report, at rate %d', (rate) => {
    const { clock, pass } = startClock();
    clock.setRate(rate);
    clock.setRunning(true);
    clock.report(100);
    pass(60_000);
    expect(clock.read()).toBe(101);
  });

  it('does not run further ahead because its rate changes, or because it stops and goes on', () => {
    const { clock, pass } = startClock();
    clock.setRunning(true);
    clock.report(100);
    pass(900);
    clock.setRate(2);
    clock.setRunning(false);
    clock.setRunning(true);
    pass(900);
    expect(clock.read()).toBeCloseTo(101, 9);
  });

  it('does not move while paused', () => {
    const { clock, pass } = startClock();
    clock.report(100);
    pass(700);
    expect(clock.read()).toBe(100);
  });

  it('stays where it was when it stops, and moves on from there', () => {
    const { clock, pass } = startClock();
    clock.setRunning(true);
    clock.report(100);
    pass(250);
    clock.setRunning(false);
    pass(4000);
    expect(clock.read()).toBeCloseTo(100.25, 9);
    clock.setRunning(true);
    pass(500);
    expect(clock.read()).toBeCloseTo(100.75, 9);
  });

  it('keeps what it covered when the rate changes midway', () => {
    const { clock, pass } = startClock();
    clock.setRunning(true);
    clock.report(100);
    pass(400);
    clock.setRate(0.5);
    expect(clock.read()).toBeCloseTo(100.4, 9);
    pass(400);
    expect(clock.read()).toBeCloseTo(100.6, 9);
  });

  it('is never NaN, and never more than a second past what was last said, whatever is done to it', () => {
    const seconds = fc.double({ min: 0, max: 1e6, noNaN: true });
    const step = fc.oneof(
      fc.record({ do: fc.constant('report' as const), with: seconds }),
      fc.record({ do: fc.constant('seek' as const), with: seconds }),
      fc.record({ do: fc.constant('rate' as const), with: fc.double({ min: 0.1, max: 16, noNaN: true }) }),
      fc.record({ do: fc.constant('run' as const), with: fc.boolean() }),
      fc.record({ do: fc.constant('pass' as const), with: fc.nat(5000) }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const { clock, pass } = startClock();
        const said: number[] = [];
        for (const next of steps) {
          if (next.do === 'run') clock.setRunning(next.with);
          else if (next.do === 'pass') pass(next.with);
          else if (next.do === 'rate') clock.setRate(next.with);
          else {
            said.push(next.with);
            if (next.do === 'report') clock.report(next.with);
            else clock.seek(next.with);
          }
          const read = clock.read();
          if (said.length === 0) expect(read).toBeUndefined();
          else
            expect(read).toSatisfy((at: number) => said.some((from) => at >= from && at <= from + 1 + 1e-9));
        }
      }),
    );
  });
});

describe('after a seek, a playhead', () => {
  it('is at the target at once, and does not leave it before the player is there', () => {
    const { clock, pass } = startClock();
    clock.setRunning(true);
    clock.report(100);
    clock.seek(300);
    expect(clock.read()).toBe(300);
    pass(500);
    expect(clock.read()).toBe(300);
  });

  it('ignores a late report from before the seek', () => {
    const { clock, pass } = startClock();
    clock.report(100);
    clock.seek(300);
    pass(100);
    clock.report(100.2);
    expect(clock.read()).toBe(300);
  });

  it.each([299, 299.4, 300, 301])('takes a report at %d for the arrival at 300', (landed) => {
    const { clock, pass } = startClock();
    clock.setRunning(true);
    clock.seek(300);
    clock.report(landed);
    pass(500);
    expect(clock.read()).toBeCloseTo(landed + 0.5, 9);
  });

  it.each([298.9, 301.1, 0])('does not take a report at %d for the arrival at 300', (elsewhere) => {
    const { clock } = startClock();
    clock.seek(300);
    clock.report(elsewhere);
    expect(clock.read()).toBe(300);
  });

  it('believes reports again when the player never gets there', () => {
    const { clock, pass } = startClock();
    clock.seek(300);
    pass(10_000);
    clock.report(120);
    expect(clock.read()).toBe(120);
  });

  it('waits for the last of several targets', () => {
    const { clock } = startClock();
    clock.seek(300);
    clock.seek(20);
    clock.report(300);
    expect(clock.read()).toBe(20);
    clock.report(20.1);
    expect(clock.read()).toBe(20.1);
  });
});

describe('a playhead has landed', () => {
  it('once the player has said where it is, until it is sent elsewhere', () => {
    const { clock } = startClock();
    expect(clock.landed.value).toBe(false);
    clock.report(0);
    expect(clock.landed.value).toBe(true);
    clock.seek(40);
    expect(clock.landed.value).toBe(false);
  });

  it('with a report that is near where it was sent to, and with none from before', () => {
    const { clock } = startClock();
    clock.seek(40);
    clock.report(12);
    expect(clock.landed.value).toBe(false);
    clock.report(40.5);
    expect(clock.landed.value).toBe(true);
  });
});
