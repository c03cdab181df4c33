// A component's life: in which order it ends, and that nothing it registered outlives it.
import { expect, test } from 'vitest';
import { probePlugin, recorded, useHost } from '../driver/use-host';

const host = useHost();

test('children unload first, then registered callbacks last in first out, then onunload', async () => {
  const plugin = probePlugin(`
    onload() {
      this.register(() => note('first callback'));
      this.register(() => note('second callback'));
      const child = this.addChild(new obsidian.Component());
      child.register(() => note('child callback'));
      child.onunload = () => note('child onunload');
    }
    onunload() { note('onunload'); }`);
  await host.driver.start({ plugin });
  await host.driver.disable('probe');
  expect(await recorded(host.driver)).toEqual([
    'child callback',
    'child onunload',
    'second callback',
    'first callback',
    'onunload',
  ]);
});

test('a child that is added before its parent loads waits for the parent', async () => {
  const plugin = probePlugin(`
    onload() {
      const parent = new obsidian.Component();
      const child = new obsidian.Component();
      child.onload = () => note('child');
      parent.onload = () => note('parent');
      parent.addChild(child);
      note('added');
      parent.load();
      parent.load();
      parent.unload();
    }`);
  await host.driver.start({ plugin });
  expect(await recorded(host.driver)).toEqual(['added', 'parent', 'child']);
});

test('a removed child unloads at once', async () => {
  const plugin = probePlugin(`
    onload() {
      const child = this.addChild(new obsidian.Component());
      child.onunload = () => note('child unloaded');
      this.removeChild(child);
      note('removed');
    }`);
  await host.driver.start({ plugin });
  expect(await recorded(host.driver)).toEqual(['child unloaded', 'removed']);
});

test('DOM listeners, event listeners and intervals end with their component', async () => {
  const plugin = probePlugin(`
    onload() {
      const part = this.addChild(new obsidian.Component());
      part.registerDomEvent(document, 'probe-event', () => note('heard the document'));
      part.registerEvent(this.app.workspace.on('probe-event', () => note('heard the workspace')));
      part.registerInterval(window.setInterval(() => note('tick'), 5));
      const shout = () => { document.dispatchEvent(new Event('probe-event')); this.app.workspace.trigger('probe-event'); };
      shout();
      this.removeChild(part);
      shout();
    }`);
  await host.driver.start({ plugin });
  // What was set with the same period, and later, comes round: the one that has ended would have done so before it.
  await host.driver.page.evaluate(async () => {
    let rounds = 0;
    await new Promise<void>((resolve) => {
      const timer = window.setInterval(() => {
        if (++rounds < 3) return;
        window.clearInterval(timer);
        resolve();
      }, 5);
    });
  });
  expect(await recorded(host.driver)).toEqual(['heard the document', 'heard the workspace']);
});

test('a listener that throws does not keep its neighbours from hearing', async () => {
  host.browser.allow(/a bad listener/);
  const plugin = probePlugin(`
    onload() {
      const events = new obsidian.Events();
      events.on('news', () => { throw new Error('a bad listener'); });
      events.on('news', function (...data) { note(this.name + ' heard ' + data); }, { name: 'neighbour' });
      events.trigger('news', 1, 2);
    }`);
  await host.driver.start({ plugin });
  expect(await recorded(host.driver)).toEqual(['neighbour heard 1,2']);
});
