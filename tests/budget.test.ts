// The size of main.js: what the README says is its budget, and what each room and package may take of it.
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildPlugin } from './build-plugin';

const kilobyte = 1024;
/** A build that has no names kept from the one before looks at every type. Milliseconds. */
const BUILD_TAKES = 120_000;
/** What is promised in whole kilobytes may be so much more than it takes: every change would have to renew it otherwise. */
const ROOM = 40;

/** The most that each room and each package may take of main.js. Kilobytes. */
const CEILINGS: Readonly<Record<string, number>> = {
  texts: 38,
  'core/read': 53,
  'core/write': 31,
  'core/mean': 19,
  player: 22,
  settings: 9,
  playback: 24.5,
  app: 21.5,
  preview: 16.5,
  chips: 34.5,
  pane: 39,
  check: 18,
  'new-note': 3.5,
  follow: 5.5,
  moments: 25.5,
  writing: 19.5,
  outside: 4.5,
  'main.ts': 1.5,
  valibot: 8,
  '@preact/signals-core': 5,
};
/** A ceiling may lie so far above, in kilobytes: one that is further up holds nothing. */
const HEADROOM = 5;

/** The part of esbuild's record of a build that is read here. */
interface Metafile {
  readonly outputs: Readonly<
    Record<string, { readonly inputs: Readonly<Record<string, { readonly bytesInOutput: number }>> }>
  >;
}

let size: number;
let promised: number;
let parts: ReadonlyMap<string, number>;

beforeAll(() => {
  const readme = readFileSync(join(import.meta.dirname, '..', 'README.md'), 'utf8');
  promised = Number(/main\.js`? is under (\d+) KB/.exec(readme)?.[1]);
  const folder = mkdtempSync(join(tmpdir(), 'playhead-budget-'));
  parts = partsOf(buildPlugin(join(folder, 'main.js')) as Metafile);
  size = statSync(join(folder, 'main.js')).size / kilobyte;
  rmSync(folder, { recursive: true });
}, BUILD_TAKES);

/** The kilobytes of each room and package. */
function partsOf({ outputs }: Metafile): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const { inputs } of Object.values(outputs)) {
    for (const [path, { bytesInOutput }] of Object.entries(inputs)) {
      const part = partOf(path);
      found.set(part, (found.get(part) ?? 0) + bytesInOutput / kilobyte);
    }
  }
  return found;
}

function partOf(path: string): string {
  const [, name] =
    /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path) ?? /^src\/(core\/[^/]+|[^/]+)/.exec(path) ?? [];
  // What the app gives is asked for in files of the build.
  return name ?? (path.startsWith('once:') ? 'main.ts' : path);
}

describe('main.js', () => {
  it('is as small as the README promises', () => {
    expect(promised).toBeGreaterThan(0);
    expect(size).toBeLessThan(promised);
  });

  it('is not much smaller than that either, so that the promise says something', () => {
    expect(size).toBeGreaterThan(promised - ROOM);
  });

  it('holds the rooms and the packages that have a ceiling, and nothing else', () => {
    expect([...parts.keys()].sort()).toEqual(Object.keys(CEILINGS).sort());
  });

  it.each(Object.entries(CEILINGS))('holds no more of %s than %d KB, and not much less', (part, ceiling) => {
    const taken = parts.get(part) ?? 0;
    expect(taken).toBeLessThanOrEqual(ceiling);
    expect(taken).toBeGreaterThan(ceiling - HEADROOM);
  });
});
