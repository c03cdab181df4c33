// Values kept for this vault on this device.
import { App } from 'obsidian-test-mocks/obsidian';
import { expect, it } from 'vitest';
import { vaultStorage } from '../../src/app/storage';

it('a saved value comes back, and nothing where nothing was saved', () => {
  const storage = vaultStorage(App.createConfigured__().asOriginalType__());
  expect(storage.load('lengths')).toBeNull();
  storage.save('lengths', { a: 1 });
  expect(storage.load('lengths')).toEqual({ a: 1 });
});
