// The app around a plugin: device, theme, requests, icons, additions to the DOM.
import { describe, expect, test } from 'vitest';
import { probePlugin, recorded, useHost } from '../driver/use-host';

const host = useHost();

/** Runs code of a plugin once the layout is ready; it may `note`. */
async function run(code: string): Promise<string[]> {
  const plugin = probePlugin(`onload() { this.app.workspace.onLayoutReady(async () => { ${code} }); }`);
  await host.driver.start({ plugin });
  return recorded(host.driver);
}

describe('the device', () => {
  test.each([
    ['desktop', { isDesktop: true, isDesktopApp: true, isMobile: false, isPhone: false }, false],
    ['phone', { isDesktop: false, isDesktopApp: false, isMobile: true, isPhone: true }, true],
  ] as const)('on a %s is what Platform and the body say', async (platform, facts, isMobile) => {
    const plugin = probePlugin('onload() { note(JSON.stringify(obsidian.Platform)); }');
    await host.driver.start({ plugin, platform });
    const [described = ''] = await recorded(host.driver);
    expect(JSON.parse(described)).toMatchObject(facts);
    expect(await host.driver.page.locator('body.is-mobile.is-phone').count()).toBe(isMobile ? 1 : 0);
  });

  test('on a phone the sidebar is a drawer', async () => {
    const { driver } = host;
    await driver.page.setViewportSize({ width: 390, height: 780 });
    await driver.start({ plugin: 'none', notes: { 'Note.md': 'Text' }, platform: 'phone' });
    await driver.openNote('Note.md');
    expect(await driver.page.locator('.mod-left-split').isVisible()).toBe(false);
    await driver.page.locator('.view-header-drawer-button:visible').click();
    await driver.page.locator('.nav-file-title[data-path="Note.md"]').click();
    await expect.poll(() => driver.page.locator('.mod-left-split').isVisible()).toBe(false);
  });
});

test('the API has the version that it is built after', async () => {
  const found = await run(
    `note(obsidian.apiVersion + ['1.13.0', '1.13.1', '1.13.2', '1.14.0', '0.16.0'].map(obsidian.requireApiVersion));`,
  );
  expect(found).toEqual(['1.13.1true,true,false,false,true']);
});

test('the theme is a class of the body, and css-change tells of it', async () => {
  const { driver } = host;
  const plugin = probePlugin(
    `onload() { this.registerEvent(this.app.workspace.on('css-change', () => note('dark: ' + this.app.isDarkMode()))); }`,
  );
  await driver.start({ plugin, theme: 'light' });
  expect(await driver.page.locator('body.theme-light').count()).toBe(1);
  await driver.setTheme('dark');
  expect(await driver.page.locator('body.theme-dark:not(.theme-light)').count()).toBe(1);
  expect(await recorded(driver)).toEqual(['dark: true']);
});

test('popovers lie below dialogs, dialogs below notices, and all of them below menus', async () => {
  await host.driver.start({ plugin: 'none' });
  const layers = await host.driver.page.evaluate(() => {
    const style = getComputedStyle(document.body);
    return ['popover', 'modal', 'notice', 'menu', 'tooltip'].map((name) =>
      Number(style.getPropertyValue(`--layer-${name}`)),
    );
  });
  expect(layers).toEqual([30, 50, 60, 65, 70]);
});

describe('requestUrl', () => {
  test('answers with status, text and JSON, also as promises of its own', async () => {
    await run(`
      const answer = await obsidian.requestUrl('/vault/index.json');
      note(answer.status + ' ' + Array.isArray(answer.json) + ' ' + answer.text.startsWith('['));
      note(String(Array.isArray(await obsidian.requestUrl({ url: '/vault/index.json' }).json)));`);
    await expect.poll(() => recorded(host.driver)).toEqual(['200 true true', 'true']);
  });

  test('throws on an error status, unless it is asked not to', async () => {
    host.browser.allow(/404/);
    await run(`
      await obsidian.requestUrl('/media/none.webm').catch((error) => note(error.message));
      note(String((await obsidian.requestUrl({ url: '/media/none.webm', throw: false })).status));`);
    await expect.poll(() => recorded(host.driver)).toEqual(['Request failed, status 404', '404']);
  });
});

describe('icons', () => {
  test('are Lucide’s, by name with and without their prefix', async () => {
    const found = await run(`
      const el = createDiv();
      for (const name of ['play', 'lucide-play', 'no-such-icon']) {
        obsidian.setIcon(el, name);
        note(el.firstElementChild?.getAttribute('class') ?? 'none');
      }
      note(String(obsidian.getIconIds().includes('lucide-play')));`);
    expect(found).toEqual(['svg-icon lucide-play', 'svg-icon lucide-play', 'none', 'true']);
  });

  test('of a later version than the documentation promises draw nothing, as any unknown name', async () => {
    const found = await run(`
      const el = createDiv();
      for (const name of ['ellipsis', 'more-horizontal', 'circle-question-mark', 'alert-triangle']) {
        obsidian.setIcon(el, name);
        note(name + ' ' + el.childElementCount);
      }`);
    expect(found).toEqual(['ellipsis 1', 'more-horizontal 0', 'circle-question-mark 0', 'alert-triangle 0']);
  });

  test('that a plugin adds are drawn in a box of 100 by 100', async () => {
    const found = await run(`
      obsidian.addIcon('probe-icon', '<circle cx="50" cy="50" r="40"/>');
      note(obsidian.getIcon('probe-icon').getAttribute('viewBox'));
      obsidian.removeIcon('probe-icon');
      note(String(obsidian.getIcon('probe-icon')));`);
    expect(found).toEqual(['0 0 100 100', 'null']);
  });
});

test('the API’s debounce waits, runs once with the last arguments, and can be cancelled or run at once', async () => {
  await run(`
    const say = obsidian.debounce((word) => note(word), 20, true);
    const afterAnother = () => new Promise((resolve) => obsidian.debounce(resolve, 20, true)());
    say('one'); say('two');
    await afterAnother();
    say('three'); say.cancel();
    await afterAnother();
    say('four'); say.run();
    note('end');`);
  await expect.poll(() => recorded(host.driver)).toEqual(['two', 'four', 'end']);
});

describe('additions to the DOM', () => {
  test.each([
    [
      'building',
      `createDiv({ cls: ['a', 'b'], text: 'x', attr: { 'data-n': 0, hidden: null } }).outerHTML`,
      '<div class="a b" data-n="0">x</div>',
    ],
    [
      'nesting',
      `createDiv('a', (el) => { el.createSpan({ text: 'x' }); el.createEl('b', { prepend: true }); }).innerHTML`,
      '<b></b><span>x</span>',
    ],
    ['svg', `createSvg('svg', { attr: { viewBox: '0 0 1 1' } }).namespaceURI`, 'http://www.w3.org/2000/svg'],
    [
      'text',
      `(() => { const el = createDiv('a'); el.setText('x'); el.appendText('y'); return el.getText(); })()`,
      'xy',
    ],
    [
      'emptying',
      `(() => { const el = createDiv({ text: 'x' }); el.empty(); return el.childNodes.length; })()`,
      '0',
    ],
    [
      'classes',
      `(() => { const el = createDiv('a'); el.addClass('b', 'c'); el.removeClass('a'); el.toggleClass('d', true); return el.className + el.hasClass('b'); })()`,
      'b c dtrue',
    ],
    ['finding', `createDiv('a', (el) => el.createSpan('b')).find('.b').className`, 'b'],
    [
      'attributes',
      `(() => { const el = createDiv(); el.setAttrs({ title: 'x', lang: 'en' }); el.setAttr('lang', null); return el.getAttr('title') + el.getAttr('lang'); })()`,
      'xnull',
    ],
    [
      'styles',
      `(() => { const el = createDiv(); el.setCssProps({ '--n': '1' }); el.setCssStyles({ width: '1px' }); return el.style.cssText; })()`,
      '--n: 1; width: 1px;',
    ],
    [
      'showing',
      `(() => { const el = document.body.createDiv({ text: 'x' }); const before = el.isShown(); el.hide(); const hidden = el.isShown(); el.show(); const after = el.isShown(); el.detach(); return [before, hidden, after, el.isConnected].join(); })()`,
      'true,false,true,false',
    ],
    [
      'delegating',
      `(() => { const el = createDiv('a', (a) => a.createSpan('b')); let heard = 0; const hear = (event, target) => { heard += target.className === 'b' ? 1 : 10; }; el.on('click', '.b', hear); el.find('.b').click(); el.click(); el.off('click', '.b', hear); el.find('.b').click(); return heard; })()`,
      '1',
    ],
    [
      'triggering',
      `(() => { const el = createDiv(); let heard = 0; el.addEventListener('probe', () => { heard += 1; }); el.trigger('probe'); return heard; })()`,
      '1',
    ],
    ['fragments', `createFragment((el) => el.createSpan({ text: 'x' })).textContent`, 'x'],
    [
      'arrays',
      `(() => { const list = [1, 2, 3, 2]; list.remove(2); return [list.first(), list.last(), list.contains(2), [1, 1].unique().length].join(); })()`,
      '1,3,false,1',
    ],
    ['numbers', `Math.clamp(5, 0, 3)`, '3'],
  ])('%s', async (_name, expression, expected) => {
    expect(await run(`note(String(${expression}));`)).toEqual([expected]);
  });
});
