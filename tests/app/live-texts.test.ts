// The texts of notes as values that change with them.
import { effect } from '@preact/signals-core';
import type { EventRef } from 'obsidian';
import { App } from 'obsidian-test-mocks/obsidian';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { VaultLiveTexts } from '../../src/app/live-texts';

let app: App;
let texts: VaultLiveTexts;
let events: EventRef[];
let read: string[];

beforeEach(() => {
  app = App.createConfigured__({ files: { 'a.md': 'one', 'b.md': 'two' } });
  read = [];
  texts = new VaultLiveTexts(app.asOriginalType__(), {
    read: async (path) => {
      read.push(path);
      const file = app.vault.getFileByPath(path);
      if (file === null) throw new Error('The note no longer exists.');
      return app.vault.read(file);
    },
  });
  events = [];
  texts.listen((event) => {
    events.push(event);
  });
});

/** What a follower of the note is told, and what ends its following. */
function follow(path: string): { readonly told: unknown[]; readonly stop: () => void } {
  const told: unknown[] = [];
  const text = texts.text(path);
  const stop = effect(() => {
    told.push(text.value);
  });
  return { told, stop };
}

const fileAt = (path: string): NonNullable<ReturnType<typeof app.vault.getFileByPath>> => {
  const file = app.vault.getFileByPath(path);
  if (file === null) throw new Error('There is no such file.');
  return file;
};

describe('the text of a note', () => {
  it('is read when somebody follows it, and then as it changes', async () => {
    const { told, stop } = follow('a.md');
    expect(told).toEqual([undefined]);
    await vi.waitFor(() => expect(told).toEqual([undefined, 'one']));
    app.metadataCache.trigger('changed', fileAt('a.md'), 'one more', {});
    app.metadataCache.trigger('changed', fileAt('b.md'), 'another', {});
    expect(told).toEqual([undefined, 'one', 'one more']);
    stop();
  });

  it('is not read while nobody follows it, and is read anew by who follows it again', async () => {
    const text = texts.text('a.md');
    expect(read).toEqual([]);
    follow('a.md').stop();
    app.metadataCache.trigger('changed', fileAt('a.md'), 'unheard', {});
    const told: unknown[] = [];
    const stop = effect(() => {
      told.push(text.value);
    });
    await vi.waitFor(() => expect(told.at(-1)).toBe('one'));
    app.metadataCache.trigger('changed', fileAt('a.md'), 'heard', {});
    expect(told.at(-1)).toBe('heard');
    expect(told).not.toContain('unheard');
    stop();
  });

  it('is none where there is no note', async () => {
    const { told, stop } = follow('nowhere.md');
    await vi.waitFor(() => expect(read).toEqual(['nowhere.md']));
    expect(told).toEqual([undefined]);
    stop();
  });

  it('goes with the note, and comes under its new path', async () => {
    const { told, stop } = follow('a.md');
    const later = follow('c.md');
    await vi.waitFor(() => expect(told.at(-1)).toBe('one'));
    await app.vault.rename(fileAt('a.md'), 'c.md');
    await vi.waitFor(() => {
      expect(told.at(-1)).toBeUndefined();
      expect(later.told.at(-1)).toBe('one');
    });
    await app.vault.delete(fileAt('c.md'));
    expect(later.told.at(-1)).toBeUndefined();
    stop();
    later.stop();
  });

  it('reaches all who asked for it, also where none followed it yet when others asked', async () => {
    const told: Record<string, unknown> = {};
    const [one, other] = [texts.text('a.md'), texts.text('a.md')];
    const stopOne = effect(() => {
      told['one'] = one.value;
    });
    const stopOther = effect(() => {
      told['other'] = other.value;
    });
    await vi.waitFor(() => expect(told).toEqual({ one: 'one', other: 'one' }));
    stopOther();
    app.metadataCache.trigger('changed', fileAt('a.md'), 'one more', {});
    expect(told).toEqual({ one: 'one more', other: 'one' });
    stopOne();
  });

  it('is not what was read before it changed', async () => {
    let answer: (text: string) => void = () => undefined;
    texts = new VaultLiveTexts(app.asOriginalType__(), {
      read: () =>
        new Promise((resolve) => {
          answer = resolve;
        }),
    });
    texts.listen(() => undefined);
    const { told, stop } = follow('a.md');
    app.metadataCache.trigger('changed', fileAt('a.md'), 'new', {});
    answer('old');
    await Promise.resolve();
    await Promise.resolve();
    await Promise.resolve();
    expect(told).toEqual([undefined, 'new']);
    stop();
  });

  describe('that is being typed', () => {
    let typed: string;
    const type = (text: string): void => {
      typed = text;
      app.workspace.trigger('editor-change', {}, { file: fileAt('a.md') });
    };

    beforeEach(async () => {
      vi.useFakeTimers();
      typed = 'one';
      texts = new VaultLiveTexts(app.asOriginalType__(), {
        read: (path) => {
          read.push(path);
          return Promise.resolve(typed);
        },
      });
      texts.listen((event) => {
        events.push(event);
      });
      await Promise.resolve();
    });

    afterEach(() => {
      expect(vi.getTimerCount()).toBe(0);
      vi.useRealTimers();
    });

    it('is read every second, however many keys there are, and no key reads it', async () => {
      const { told, stop } = follow('a.md');
      await vi.advanceTimersByTimeAsync(0);
      for (let key = 0; key < 30; key++) {
        type(`one ${String(key)}`);
        await vi.advanceTimersByTimeAsync(100);
      }
      expect(read).toHaveLength(4);
      expect(told).toEqual([undefined, 'one', 'one 9', 'one 19', 'one 29']);
      stop();
    });

    it('is what is typed, and not the older text that the app has saved', async () => {
      const { told, stop } = follow('a.md');
      await vi.advanceTimersByTimeAsync(0);
      type('one two');
      app.metadataCache.trigger('changed', fileAt('a.md'), 'one t', {});
      await vi.advanceTimersByTimeAsync(0);
      expect(told).toEqual([undefined, 'one', 'one two']);
      stop();
    });

    it('is not read while nobody follows it', async () => {
      type('one two');
      await vi.advanceTimersByTimeAsync(5000);
      expect(read).toEqual([]);
      const { stop } = follow('a.md');
      type('one two three');
      stop();
      await vi.advanceTimersByTimeAsync(5000);
      expect(read).toEqual(['a.md']);
    });
  });

  it('is listened for in ways that whoever owns it ends', () => expect(events).toHaveLength(4));
});
