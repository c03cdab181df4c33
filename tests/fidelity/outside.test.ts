// What comes to a plugin from outside the app: links of the app's own scheme, and its command line.
import { expect, test } from 'vitest';
import { probePlugin, recorded, useHost } from '../driver/use-host';

const host = useHost();

const start = (onload: string): Promise<void> =>
  host.driver.start({ plugin: probePlugin(`onload() { ${onload} }`) });

test('a link goes to the handler of the name before its parameters, decoded, with that name as its action', async () => {
  await start(`this.registerObsidianProtocolHandler('probe', (data) => note(JSON.stringify(data)));`);
  await host.driver.openUri('obsidian://probe?vault=My%20vault&text=a%3Db%26c&flag');
  expect(await recorded(host.driver)).toEqual([
    JSON.stringify({ action: 'probe', vault: 'My vault', text: 'a=b&c', flag: 'true' }),
  ]);
});

test('inferred: a name may have a slash in it, and a parameter called action reaches the handler', async () => {
  await start(`this.registerObsidianProtocolHandler('probe/do', (data) => note(data.action));`);
  await host.driver.openUri('obsidian://probe/do?action=this');
  expect(await recorded(host.driver)).toEqual(['this']);
});

test('a command of the command line is given its parameters, and prints what the handler returns', async () => {
  await start(
    `this.registerCliHandler('probe:say', 'Say', null, async (data) => 'said ' + JSON.stringify(data));`,
  );
  expect(await host.driver.cli('probe:say', { file: 'A note' })).toBe('said {"file":"A note"}');
});

test('registering a name of the command line twice throws', async () => {
  await start(`for (let i = 0; i < 2; i++) try { this.registerCliHandler('probe', '', null, () => ''); }
    catch (error) { note(error instanceof Error); }`);
  expect(await recorded(host.driver)).toEqual([true]);
});

test('both end with the plugin', async () => {
  await start(`this.registerObsidianProtocolHandler('probe', () => note('link'));
    this.registerCliHandler('probe', '', null, () => 'line');`);
  expect(await host.driver.disable('probe')).toEqual([]);
  await expect(host.driver.openUri('obsidian://probe')).rejects.toThrow('Unrecognized URI action');
  await expect(host.driver.cli('probe')).rejects.toThrow('There is no command');
});
