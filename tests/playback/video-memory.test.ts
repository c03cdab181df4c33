// What is remembered of videos, and what is not believed.
import { effect } from '@preact/signals-core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { videoKey, type Video } from '../../src/core/video';
import { VideoMemory } from '../../src/playback/video-memory';
import { FakeStorage } from '../support/fake-storage';
import { film, lecture, zoo } from './videos';

const numbered = (number: number): Video => ({ kind: 'file', path: `media/${number}.webm` });

/** As a storage holds the lengths of `count` videos, each a second longer than the one before. */
function savedLengths(count: number): object {
  const numbers = Array.from({ length: count }, (_, number) => number);
  return Object.fromEntries(numbers.map((number) => [videoKey(numbered(number)), number + 1]));
}

describe('the length of a video', () => {
  it('is unknown until it is learned', () => {
    const memory = new VideoMemory(new FakeStorage());
    expect(memory.length(zoo).value).toBeUndefined();
    memory.learnLength(zoo, 19);
    expect(memory.length({ ...zoo }).value).toBe(19);
    expect(memory.length(lecture).value).toBeUndefined();
  });

  it('is told to who follows it, when it is learned and when it turns out otherwise', () => {
    const memory = new VideoMemory(new FakeStorage());
    const lengths: unknown[] = [];
    const stop = effect(() => {
      lengths.push(memory.length(zoo).value);
    });
    memory.learnLength(film, 700);
    memory.learnLength(zoo, 19);
    memory.learnLength(zoo, 25);
    expect(lengths).toEqual([undefined, 19, 25]);
    stop();
  });

  it('survives a restart', () => {
    const storage = new FakeStorage();
    new VideoMemory(storage).learnLength(film, 755.25);
    expect(new VideoMemory(storage).length(film).value).toBe(755.25);
  });

  it('that is reported again is neither saved nor told again', () => {
    const storage = new FakeStorage();
    const memory = new VideoMemory(storage);
    const lengths: unknown[] = [];
    memory.learnLength(zoo, 19);
    const stop = effect(() => {
      lengths.push(memory.length(zoo).value);
    });
    memory.learnLength(zoo, 19);
    memory.learnLength(zoo, 19.02);
    expect(storage.saves).toBe(1);
    expect(lengths).toEqual([19]);
    stop();
  });
});

describe('the memory', () => {
  it('holds 2000 videos, and forgets the oldest first', () => {
    const storage = new FakeStorage(savedLengths(2000));
    new VideoMemory(storage).learnLength(zoo, 19);
    const later = new VideoMemory(storage);
    expect(later.length(numbered(0)).value).toBeUndefined();
    expect(later.length(numbered(1)).value).toBe(2);
    expect(later.length(zoo).value).toBe(19);
  });

  it('takes no more than 2000 from a storage that holds more', () => {
    const memory = new VideoMemory(new FakeStorage(savedLengths(2500)));
    expect(memory.length(numbered(499)).value).toBeUndefined();
    expect(memory.length(numbered(500)).value).toBe(501);
  });

  it.each([0, -3, NaN, Infinity, '19', null, {}, [19]])('does not believe a saved length of %j', (length) => {
    const memory = new VideoMemory(new FakeStorage({ [videoKey(zoo)]: length, [videoKey(film)]: 700 }));
    expect(memory.length(zoo).value).toBeUndefined();
    expect(memory.length(film).value).toBe(700);
  });

  it('begins empty, and works, where the storage holds anything else', () => {
    fc.assert(
      fc.property(fc.anything(), (saved) => {
        const memory = new VideoMemory(new FakeStorage(saved));
        memory.learnLength(zoo, 19);
        expect(memory.length(zoo).value).toBe(19);
      }),
    );
  });
});
