// @vitest-environment node
// What the demo makes of its command line and of a port that is taken.
import { describe, expect, it } from 'vitest';
import { parseDemoOptions } from '../../scripts/demo-options.mjs';
import { startOnFreePort } from '../../scripts/free-port.mjs';
import { startServer, type RunningServer } from '../host/server/server';

describe('the command line', () => {
  it('may be empty', () => {
    expect(parseDemoOptions([])).toEqual({ vault: undefined, port: undefined, open: true });
  });

  it('names a folder, a port, and that no browser is to be opened', () => {
    const options = parseDemoOptions(['--vault', 'My notes', '--port=8080', '--no-open']);
    expect(options).toEqual({ vault: 'My notes', port: 8080, open: false });
  });

  it.each([
    [['--voult', 'x']],
    [['notes']],
    [['--vault']],
    [['--port', '0']],
    [['--port', '65536']],
    [['--port', '80a']],
  ])('is refused with its usage: %s', (args) => {
    expect(() => parseDemoOptions(args)).toThrow(/\nUsage: npm run demo/);
  });
});

describe('the port', () => {
  const folders = { host: '.', plugin: '.', vault: '.', media: '.' };
  const start = (port: number): Promise<RunningServer> => startServer(folders, port);

  it('is the next free one when none was asked for', async () => {
    const tried: number[] = [];
    const taken = Object.assign(new Error('taken'), { code: 'EADDRINUSE' });
    const port = await startOnFreePort((one) => {
      tried.push(one);
      return tried.length < 3 ? Promise.reject(taken) : Promise.resolve(one);
    });
    expect(port).toBe(4175);
    expect(tried).toEqual([4173, 4174, 4175]);
  });

  it('is refused in a sentence when it was asked for and is taken', async () => {
    const first = await startServer(folders);
    const port = Number(new URL(first.url).port);
    await expect(startOnFreePort(start, port)).rejects.toThrow(
      `Port ${port} is taken; choose another one, or leave --port out.`,
    );
    await first.close();
    const second = await startOnFreePort(start, port);
    expect(second.url).toBe(first.url);
    await second.close();
  });

  it('is no excuse for another error', async () => {
    const broken = (): Promise<never> => Promise.reject(new Error('broken'));
    await expect(startOnFreePort(broken)).rejects.toThrow('broken');
  });
});
