// What is remembered of videos, and what is not believed.
import { effect } from '@preact/signals-core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { videoKey, type Video } from '../../src/core/mean/video';
import type { Later } from '../../src/playback/ports';
import { VideoMemory } from '../../src/playback/video-memory';
import { atOnce } from '../support/at-once';
import { FakeStorage } from '../support/fake-storage';
import { film, lecture, zoo } from './videos';

const numbered = (number: number): Video => ({ kind: 'file', path: `media/${number}.webm` });

const KEY = 'playhead-videos';
const LENGTHS_KEY = 'playhead-lengths';

/** As a storage holds `count` videos, each a second longer than the one before. */
function savedVideos(count: number): object {
  const numbers = Array.from({ length: count }, (_, number) => number);
  return Object.fromEntries(numbers.map((number) => [videoKey(numbered(number)), { length: number + 1 }]));
}

function storageWith(values: Readonly<Record<string, unknown>>): FakeStorage {
  const storage = new FakeStorage();
  for (const [key, value] of Object.entries(values)) storage.save(key, value);
  storage.saves = 0;
  return storage;
}

/** A clock that a test moves; what is called off does not happen. */
function fakeClock(): { readonly later: Later; readonly pass: () => void; readonly waits: number[] } {
  const tasks = new Set<() => void>();
  const waits: number[] = [];
  return {
    later: (milliseconds, task) => {
      waits.push(milliseconds);
      tasks.add(task);
      return () => {
        tasks.delete(task);
      };
    },
    pass: () => {
      for (const task of tasks) {
        tasks.delete(task);
        task();
      }
    },
    waits,
  };
}

describe('the length of a video', () => {
  it('is unknown until it is learned', () => {
    const memory = new VideoMemory(new FakeStorage(), atOnce);
    expect(memory.length(zoo).value).toBeUndefined();
    memory.learnLength(zoo, 19);
    expect(memory.length({ ...zoo }).value).toBe(19);
    expect(memory.length(lecture).value).toBeUndefined();
  });

  it('is told to who follows it, when it is learned and when it turns out otherwise', () => {
    const memory = new VideoMemory(new FakeStorage(), atOnce);
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
    new VideoMemory(storage, atOnce).learnLength(film, 755.25);
    expect(new VideoMemory(storage, atOnce).length(film).value).toBe(755.25);
  });

  it('that is reported again is neither saved nor told again', () => {
    const storage = new FakeStorage();
    const memory = new VideoMemory(storage, atOnce);
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

describe('a length that a player says', () => {
  const load = {};
  const say = (memory: VideoMemory, seconds: number, from: object = load, isBorneOut = false): void => {
    memory.reportLength(zoo, { seconds, load: from, isConfirmedByTime: isBorneOut });
  };

  it('is shown at once, and remembered only when it is certain', () => {
    const storage = new FakeStorage();
    const memory = new VideoMemory(storage, atOnce);
    say(memory, 15);
    expect([memory.length(zoo).value, memory.sureLength(zoo).value]).toEqual([15, undefined]);
    expect([new VideoMemory(storage, atOnce).length(zoo).value, storage.saves]).toEqual([undefined, 0]);
    say(memory, 15, {});
    expect(memory.sureLength(zoo).value).toBe(15);
    expect(new VideoMemory(storage, atOnce).length(zoo).value).toBe(15);
  });

  it('that is longer than what was remembered takes its place, and after a restart neither is believed', () => {
    const storage = new FakeStorage();
    const memory = new VideoMemory(storage, atOnce);
    memory.learn(zoo, { length: 15, title: 'A talk' });
    say(memory, 1200);
    expect([memory.length(zoo).value, memory.sureLength(zoo).value]).toEqual([1200, undefined]);
    expect(new VideoMemory(storage, atOnce).factsOf(zoo)).toEqual({ title: 'A talk' });
    say(memory, 1200, load, true);
    expect(new VideoMemory(storage, atOnce).length(zoo).value).toBe(1200);
  });

  it('that is shorter changes nothing that was remembered', () => {
    const storage = new FakeStorage();
    const memory = new VideoMemory(storage, atOnce);
    memory.learnLength(zoo, 1200);
    say(memory, 15);
    expect([memory.length(zoo).value, memory.sureLength(zoo).value]).toEqual([1200, 1200]);
    expect(new VideoMemory(storage, atOnce).length(zoo).value).toBe(1200);
  });
});

describe('the memory of a video', () => {
  const left = { position: 754, length: 4202, title: 'A talk', rate: 1.5 };

  it('comes back after a restart, 0 included', () => {
    const storage = new FakeStorage();
    const memory = new VideoMemory(storage, atOnce);
    memory.learn(zoo, left);
    memory.learn(film, { position: 0 });
    const later = new VideoMemory(storage, atOnce);
    expect(later.factsOf(zoo)).toEqual(left);
    expect(later.factsOf(film).position).toBe(0);
    expect(later.factsOf(lecture)).toEqual({});
  });

  it('of a file that is gone is not that of another one that gets its name', () => {
    const storage = new FakeStorage();
    const memory = new VideoMemory(storage, atOnce);
    memory.learn(film, left);
    memory.rename({ kind: 'file', path: 'never-played.webm' }, film);
    expect(memory.factsOf(film)).toEqual({});
    expect(memory.length(film).value).toBeUndefined();
    expect(new VideoMemory(storage, atOnce).factsOf(film)).toEqual({});
  });

  it('is kept where something else is learned, or nothing', () => {
    const memory = new VideoMemory(new FakeStorage(), atOnce);
    memory.learn(zoo, left);
    memory.learn(zoo, { position: 760, title: undefined });
    memory.learn(zoo, {});
    expect(memory.factsOf(zoo)).toEqual({ ...left, position: 760 });
  });

  it('holds no more than the beginning of a very long title, and has it back after a restart', () => {
    const storage = new FakeStorage();
    const memory = new VideoMemory(storage, atOnce);
    memory.learn(zoo, { title: 'long '.repeat(100_000) });
    const { title } = memory.factsOf(zoo);
    expect(title).toHaveLength(300);
    expect(new VideoMemory(storage, atOnce).factsOf(zoo).title).toBe(title);
  });

  it('is written every five seconds at most, and only where there is news', () => {
    const storage = new FakeStorage();
    const { later, pass, waits } = fakeClock();
    const memory = new VideoMemory(storage, later);
    for (let position = 0; position < 100; position++) memory.learn(zoo, { position });
    expect(storage.saves).toBe(0);
    expect(waits).toEqual([5000]);
    pass();
    expect(storage.saves).toBe(1);
    memory.learn(zoo, { position: 99 });
    pass();
    expect(storage.saves).toBe(1);
    memory.learn(zoo, { position: 100 });
    pass();
    expect(storage.saves).toBe(2);
  });

  it('is written at once at the end, if it is not yet', () => {
    const storage = new FakeStorage();
    const { later, pass } = fakeClock();
    const memory = new VideoMemory(storage, later);
    memory.save();
    expect(storage.saves).toBe(0);
    memory.learn(zoo, { position: 12 });
    memory.save();
    memory.save();
    pass();
    expect(storage.saves).toBe(1);
    expect(new VideoMemory(storage, atOnce).factsOf(zoo).position).toBe(12);
  });
});

describe('the memory', () => {
  it('holds 2000 videos, and forgets first what it learned of longest ago', () => {
    const storage = storageWith({ [KEY]: savedVideos(2000) });
    const memory = new VideoMemory(storage, atOnce);
    memory.learn(numbered(0), { position: 5 });
    memory.learn(zoo, { length: 19 });
    const later = new VideoMemory(storage, atOnce);
    expect(later.length(numbered(0)).value).toBe(1);
    expect(later.length(numbered(1)).value).toBeUndefined();
    expect(later.length(numbered(2)).value).toBe(3);
    expect(later.length(zoo).value).toBe(19);
  });

  it('takes no more than 2000 from a storage that holds more', () => {
    const memory = new VideoMemory(storageWith({ [KEY]: savedVideos(2500) }), atOnce);
    expect(memory.length(numbered(499)).value).toBeUndefined();
    expect(memory.length(numbered(500)).value).toBe(501);
  });

  it.each([
    ['length', [0, -3, '19', null, {}, [19]]],
    ['position', [-1, '12', null, {}]],
    ['rate', [0, 17, '2', null]],
    ['title', [7, null, {}, 'x'.repeat(301)]],
  ] as const)('does not believe a %s of %j, and believes the rest', (name, values) => {
    const sound = { position: 754, length: 4202, title: 'A talk', rate: 1.5 };
    for (const value of values) {
      const saved = { [videoKey(zoo)]: { ...sound, [name]: value }, [videoKey(film)]: sound };
      const memory = new VideoMemory(storageWith({ [KEY]: saved }), atOnce);
      expect(memory.factsOf(zoo)).toEqual({ ...sound, [name]: undefined });
      expect(memory.factsOf(film)).toEqual(sound);
    }
  });

  it('begins empty, and works, where the storage holds anything else', () => {
    fc.assert(
      fc.property(fc.anything(), (saved) => {
        const memory = new VideoMemory(new FakeStorage(saved), atOnce);
        memory.learnLength(zoo, 19);
        expect(memory.length(zoo).value).toBe(19);
      }),
    );
  });
});

describe('lengths that were kept alone, in earlier versions', () => {
  it('are taken over, and kept in the old place no longer', () => {
    const storage = storageWith({ [LENGTHS_KEY]: { [videoKey(zoo)]: 19, [videoKey(film)]: 'long' } });
    const memory = new VideoMemory(storage, atOnce);
    expect(memory.length(zoo).value).toBe(19);
    expect(memory.length(film).value).toBeUndefined();
    expect(storage.load(LENGTHS_KEY)).toBeNull();
    expect(new VideoMemory(storage, atOnce).length(zoo).value).toBe(19);
  });

  it('are not asked for where there is more', () => {
    const storage = storageWith({ [LENGTHS_KEY]: { [videoKey(zoo)]: 19 }, [KEY]: {} });
    expect(new VideoMemory(storage, atOnce).length(zoo).value).toBeUndefined();
    expect(storage.saves).toBe(0);
  });
});
