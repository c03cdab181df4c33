// The toggle of page preview that says whether Mod is needed, as the app keeps it.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { App } from 'obsidian';
import { pagePreviewMod } from '../../src/preview/page-preview-mod';

let reads: string[];
let text: string | undefined;

beforeEach(() => {
  vi.useFakeTimers();
  reads = [];
});

afterEach(() => {
  vi.useRealTimers();
});

function toggle(): () => Promise<boolean> {
  const read = (path: string): Promise<string> => {
    reads.push(path);
    return text === undefined ? Promise.reject(new Error('There is no such file.')) : Promise.resolve(text);
  };
  return pagePreviewMod({ vault: { configDir: '.config', adapter: { read } } } as unknown as App);
}

describe('the toggle for Mod', () => {
  it.each<[string, string | undefined, boolean]>([
    ['switched on', '{"editor": false, "playhead": true}', true],
    ['switched off', '{"editor": true, "playhead": false}', false],
    ['never touched', '{"editor": true}', false],
    ['in no file', undefined, false],
    ['in a broken file', '{"playhead": tr', false],
    ['in something else', '["playhead"]', false],
    ['no toggle', '{"playhead": "yes"}', false],
  ])('is read: %s', async (_, saved, expected) => {
    text = saved;
    expect(await toggle()()).toBe(expected);
    expect(reads).toEqual(['.config/page-preview.json']);
  });

  it('is read once in a while, however many chips are passed', async () => {
    text = '{}';
    const needsMod = toggle();
    await Promise.all([needsMod(), needsMod(), needsMod()]);
    text = '{"playhead": true}';
    expect(await needsMod()).toBe(false);
    vi.advanceTimersByTime(1001);
    expect(await needsMod()).toBe(true);
    expect(reads).toHaveLength(2);
  });
});
