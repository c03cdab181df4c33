// How the targets are run by the specs: so many cases in `npm test`, as long as is asked for in `npm run fuzz`.
import { afterAll, expect, it } from 'vitest';
import { fuzz, faultOf, type Target } from './fuzzing';
import found from './found.json';

const CASES = 100_000;

/** Set by scripts/fuzz.mjs. A test run makes the same cases each time, so that it fails by what was changed, and by nothing else. */
const { FUZZ_SEED, FUZZ_SECONDS, FUZZ_TARGET } = process.env;
const seed = Number(FUZZ_SEED ?? 1);

function untilOver(): (count: number) => boolean {
  if (FUZZ_SECONDS === undefined) return (count) => count >= CASES;
  const end = performance.now() + Number(FUZZ_SECONDS) * 1000;
  return (count) => count % 100 === 0 && performance.now() >= end;
}

/** Runs the cases that were once found wrong, then new ones. */
export function runTarget<Case>(target: Target<Case>): void {
  const { name } = target;
  const kept = (found as Readonly<Record<string, readonly unknown[]>>)[name] ?? [];
  it.each(kept.map((made) => [JSON.stringify(made), made] as const))(
    `${name}: what was found once holds: %s`,
    (_, made) => expect(faultOf(target, made as Case)).toBeUndefined(),
  );
  const isAsked = FUZZ_TARGET === undefined || FUZZ_TARGET === name;
  it.runIf(isAsked)(`${name}: what must hold does, in any case`, { timeout: 24 * 3600 * 1000 }, () => {
    const started = performance.now();
    const { count, found: one } = fuzz(target, seed, untilOver());
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    lines.push(`${name}: ${count} cases by the seed ${seed} in ${seconds} s`);
    const how = `Run it again with: npm run fuzz -- --seed ${seed} --target ${name}`;
    expect(
      one === undefined ? undefined : `${one.fault}\nin ${JSON.stringify(one.made)}\n${how}`,
    ).toBeUndefined();
    if (FUZZ_SECONDS === undefined) expect(count).toBeGreaterThanOrEqual(CASES);
  });
}

const lines: string[] = [];

afterAll(() => {
  process.stdout.write(`${lines.join('\n')}\n`);
});
