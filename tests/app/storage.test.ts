// Values kept for this vault on this device.
import { App } from 'obsidian-test-mocks/obsidian';
import { expect, it, vi } from 'vitest';
import { storedSwitch, vaultStorage } from '../../src/app/storage';
import { FakeStorage } from '../support/fake-storage';

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

it('a switch is on until the user turns it off, and that is remembered', () => {
  const storage = new FakeStorage();
  const captions = storedSwitch(storage, 'captions');
  expect(captions.isOn.value).toBe(true);
  captions.toggle();
  expect(captions.isOn.value).toBe(false);
  expect(storedSwitch(storage, 'captions').isOn.value).toBe(false);
  captions.toggle();
  expect(storedSwitch(storage, 'captions').isOn.value).toBe(true);
});
