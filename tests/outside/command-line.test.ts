// The commands of the app's command line, in an app that has one and in one that has none.
import type { CliHandler, Plugin } from 'obsidian';
import { describe, expect, it } from 'vitest';
import type { Services } from '../../src/app/services';
import type { Outside } from '../../src/outside/api';
import { registerCommandLine } from '../../src/outside/command-line';

const services = { recentNote: () => undefined, app: {} } as unknown as Services;
const outside = {
  api: { current: () => undefined, timestamps: () => Promise.resolve([]) },
  check: () => Promise.resolve([]),
} as unknown as Outside;

describe('the command line', () => {
  it('is left alone where the app has none', () => {
    const plugin = { manifest: { id: 'playhead' } } as unknown as Plugin;
    expect(() => registerCommandLine(plugin, services, outside)).not.toThrow();
  });

  it('has commands whose names begin with that of the plugin, and which answer whatever happens', async () => {
    const handlers = new Map<string, CliHandler>();
    const plugin = {
      manifest: { id: 'playhead' },
      registerCliHandler: (name: string, _: string, __: unknown, handler: CliHandler) => {
        handlers.set(name, handler);
      },
    } as unknown as Plugin;
    registerCommandLine(plugin, services, outside);
    expect([...handlers.keys()]).toEqual(['playhead:time', 'playhead:scan', 'playhead:check']);
    expect(await handlers.get('playhead:time')?.({})).toBe('null');
    expect(await handlers.get('playhead:scan')?.({})).toMatch(/^Error: /);
  });
});
