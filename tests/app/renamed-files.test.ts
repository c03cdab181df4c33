// What renamed files are called now: followed from name to name, kept for the next start, and bounded.
import { App } from 'obsidian-test-mocks/obsidian';
import { beforeEach, expect, it } from 'vitest';
import { RenamedFiles } from '../../src/app/renamed-files';
import { FakeStorage } from '../support/fake-storage';

let storage: FakeStorage;
let rename: (from: string, to: string) => void;

function start(): RenamedFiles {
  const { vault } = App.createConfigured__().asOriginalType__();
  const files = new RenamedFiles(storage);
  files.listen(() => undefined, vault);
  rename = (from, to) => vault.trigger('rename', { path: to }, from);
  return files;
}

beforeEach(() => {
  storage = new FakeStorage();
});

it('are followed from name to name, also after the next start', () => {
  start();
  rename('a.webm', 'b.webm');
  rename('b.webm', 'c/d.webm');
  const files = start();
  expect([files.now('a.webm'), files.now('b.webm'), files.now('c/d.webm')]).toEqual([
    'c/d.webm',
    'c/d.webm',
    undefined,
  ]);
});

it('are forgotten by a name that they have again, and by one that another file has', () => {
  const files = start();
  rename('a.webm', 'b.webm');
  rename('b.webm', 'a.webm');
  expect([files.now('a.webm'), files.now('b.webm')]).toEqual([undefined, 'a.webm']);
  files.forget('b.webm');
  expect(start().now('b.webm')).toBeUndefined();
});

it('are media files, and no more than five hundred: the latest', () => {
  const files = start();
  rename('a.md', 'b.md');
  for (let n = 0; n < 502; n++) rename(`${n}.webm`, `new ${n}.webm`);
  expect([files.now('a.md'), files.now('1.webm'), files.now('2.webm')]).toEqual([
    undefined,
    undefined,
    'new 2.webm',
  ]);
});

it.each([null, 'text', [1, ['a'], ['a', 1]], { a: 'b' }])('are none where %j was kept', (kept) => {
  storage.save('playhead-renamed-files', kept);
  expect(start().now('a')).toBeUndefined();
});
