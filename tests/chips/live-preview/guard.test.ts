// What throws in the chips of an editor ends there.
import { afterEach, expect, it, vi } from 'vitest';
import { Guard } from '../../../src/chips/live-preview/guard';

afterEach(() => {
  vi.restoreAllMocks();
});

it('says an error once, and tells of it once', () => {
  const said = vi.spyOn(console, 'error').mockReturnValue();
  const onThrown = vi.fn();
  const guard = new Guard(onThrown);
  const cause = new Error('No chips today.');
  const thrown = (): string => {
    throw cause;
  };
  expect(guard.run(() => 'chips', 'none')).toBe('chips');
  expect(guard.isClosed).toBe(false);
  expect(guard.run(thrown, 'none')).toBe('none');
  expect(guard.run(() => guard.run(thrown, 'none'), '')).toBe('none');
  expect(guard.isClosed).toBe(true);
  expect(onThrown).toHaveBeenCalledOnce();
  expect(said.mock.calls).toEqual([[expect.stringContaining('no chips'), cause]]);
});
