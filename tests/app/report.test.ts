// Where failures end.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { attempt } from '../../src/app/report';
import { recordNotices } from '../support/fake-interface';

let notices: unknown[];
let log: unknown[][];

beforeEach(() => {
  notices = recordNotices();
  log = [];
  vi.spyOn(console, 'error').mockImplementation((...args) => {
    log.push(args);
  });
});

afterEach(() => {
  vi.restoreAllMocks();
});

describe('a request of the user', () => {
  it('is done at once, and nothing is said when it works', async () => {
    const done = vi.fn<() => Promise<void>>().mockResolvedValue();
    attempt('play', done);
    expect(done).toHaveBeenCalledTimes(1);
    await Promise.resolve();
    expect(notices).toEqual([]);
  });

  const cause = new Error('The note no longer exists.');
  it.each<[string, () => Promise<unknown>, string, unknown]>([
    ['fails', () => Promise.reject(cause), 'Could not set the video. The note no longer exists.', cause],
    [
      'fails at once',
      () => {
        throw cause;
      },
      'Could not set the video. The note no longer exists.',
      cause,
    ],
    // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- other people's code rejects with anything
    ['fails with what is no error', () => Promise.reject('no'), 'Could not set the video.', 'no'],
  ])('is one notice and one line with the cause when it %s', async (_, task, sentence, reason) => {
    attempt('set the video', task);
    await vi.waitFor(() => expect(notices).toEqual([sentence]));
    expect(log).toEqual([['Playhead could not set the video.', reason]]);
  });
});
