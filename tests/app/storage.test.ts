// Values kept for this vault on this device.
import { App } from 'obsidian-test-mocks/obsidian';
import { expect, it, vi } from 'vitest';
import { vaultStorage } from '../../src/app/storage';

it('a saved value comes back, and nothing where nothing was saved', () => {
  const storage = vaultStorage(App.createConfigured__().asOriginalType__());
  expect(storage.load('lengths')).toBeNull();
  storage.save('lengths', { a: 1 });
  expect(storage.load('lengths')).toEqual({ a: 1 });
});

it('a store that throws costs what it would have held, and nothing is thrown', () => {
  const refuse = (): never => {
    throw new Error('The operation is insecure.');
  };
  const app = App.createConfigured__();
  vi.spyOn(app, 'loadLocalStorage').mockImplementation(refuse);
  vi.spyOn(app, 'saveLocalStorage').mockImplementation(refuse);
  const said = vi.spyOn(console, 'error').mockReturnValue();
  const storage = vaultStorage(app.asOriginalType__());
  expect(storage.load('lengths')).toBeNull();
  storage.save('lengths', { a: 1 });
  expect(said).toHaveBeenCalledTimes(2);
});
