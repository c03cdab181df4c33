// Controls of a settings tab: how each shows and keeps its value, what is refused, when it is hidden or disabled.
import { describe, expect, test } from 'vitest';
import { recorded, useHost } from '../driver/use-host';
import { answerSlowly } from '../support/slow-answer';
import { inPlugin, openSettings, row, savedData, settingsPlugin, shownRows } from './settings-probe';

const host = useHost();

const one = (control: string, settings = '{}', tab = ''): ReturnType<typeof settingsPlugin> =>
  settingsPlugin(`[{ name: 'Setting', control: ${control} }]`, { settings, tab });

const theRow = (): ReturnType<typeof row> => row(host.driver, 'Setting');
const field = (): ReturnType<typeof row> => theRow().locator('input, textarea, select').first();

describe('a control', () => {
  test('shows what is stored, and its default where nothing is', async () => {
    const definitions = `[
      { name: 'Stored', control: { type: 'text', key: 'stored', defaultValue: 'default' } },
      { name: 'Empty', control: { type: 'text', key: 'empty', defaultValue: 'default' } },
      { name: 'None', control: { type: 'text', key: 'none', defaultValue: 'default', placeholder: 'none' } },
      { name: 'Null', control: { type: 'text', key: 'nothing', defaultValue: 'default' } },
      { name: 'Zero', control: { type: 'number', key: 'zero', defaultValue: 7 } },
    ]`;
    await openSettings(
      host.driver,
      settingsPlugin(definitions, { settings: `{ stored: 'x', empty: '', nothing: null, zero: 0 }` }),
    );
    const shown = await Promise.all(
      ['Stored', 'Empty', 'None', 'Null', 'Zero'].map((name) =>
        row(host.driver, name).locator('input').inputValue(),
      ),
    );
    expect(shown).toEqual(['x', '', 'default', 'default', '0']);
  });

  test.each([
    ['toggle', `{ type: 'toggle', key: 'k' }`, () => theRow().locator('.checkbox-container').click(), true],
    ['text', `{ type: 'text', key: 'k' }`, () => field().fill('typed'), 'typed'],
    ['textarea', `{ type: 'textarea', key: 'k', rows: 4 }`, () => field().fill('two\nlines'), 'two\nlines'],
    [
      'dropdown',
      `{ type: 'dropdown', key: 'k', options: { a: 'First', b: 'Second' } }`,
      () => field().selectOption({ label: 'Second' }),
      'b',
    ],
    [
      'slider',
      `{ type: 'slider', key: 'k', min: 0, max: 10, step: 2 }`,
      () => field().press('ArrowRight'),
      2,
    ],
    [
      'number',
      `{ type: 'number', key: 'k', min: 0, max: 9 }`,
      async () => {
        await field().fill('0');
        await field().press('Enter');
      },
      0,
    ],
  ])(
    'of the type %s is stored as soon as it changes, and is there after a restart',
    async (_t, c, change, value) => {
      const { driver } = host;
      await openSettings(driver, one(c));
      await change();
      await expect.poll(() => savedData(driver)).toEqual({ k: value });
      expect(await inPlugin(driver, 'return plugin.settings.k;')).toEqual(value);
      await driver.restart();
      await driver.openSettings('probe');
      if (typeof value === 'boolean') expect(await theRow().locator('.is-enabled').count()).toBe(1);
      else expect(await field().inputValue()).toBe(String(value));
    },
  );

  test('reads and writes by the tab’s own methods, where it has some', async () => {
    const tab = `
      getControlValue(key) { return 'read ' + key; }
      setControlValue(key, value) { note(key + ' = ' + value); }`;
    await openSettings(host.driver, one(`{ type: 'text', key: 'a.b' }`, '{}', tab));
    expect(await field().inputValue()).toBe('read a.b');
    await field().fill('x');
    await expect.poll(() => recorded(host.driver)).toEqual(['a.b = x']);
    expect(await savedData(host.driver)).toBeNull();
  });

  // Not in the API: what becomes of a value that could not be stored.
  test('shows the stored value again when another could not be stored', async () => {
    host.browser.allow(/The setting k was not saved/);
    const tab = `async setControlValue() { throw new Error('disk full'); }`;
    await openSettings(host.driver, one(`{ type: 'toggle', key: 'k' }`, '{ k: false }', tab));
    await theRow().locator('.checkbox-container').click();
    await expect.poll(() => theRow().locator('.is-enabled').count()).toBe(0);
  });

  test('of the type color is not in the host, which says so', async () => {
    host.browser.allow(/is not in the host/);
    const { driver } = host;
    await driver.start({ plugin: one(`{ type: 'color', key: 'k' }`) });
    await expect(driver.openSettings('probe')).rejects.toThrow(
      `The setting control 'color' is not in the host`,
    );
  });
});

describe('a toggle', () => {
  test('is switched by the keyboard', async () => {
    await openSettings(host.driver, one(`{ type: 'toggle', key: 'k' }`));
    await theRow().locator('.checkbox-container').focus();
    await host.driver.page.keyboard.press('Space');
    await expect.poll(() => savedData(host.driver)).toEqual({ k: true });
    await host.driver.page.keyboard.press('Enter');
    await expect.poll(() => savedData(host.driver)).toEqual({ k: false });
  });
});

describe('a slider', () => {
  test('says its value beside it, in its own format', async () => {
    const format = `displayFormat: (value) => value === 0 ? '' : value + ' s'`;
    await openSettings(
      host.driver,
      one(`{ type: 'slider', key: 'k', min: 0, max: 10, step: 1, ${format} }`, '{ k: 3 }'),
    );
    expect(await theRow().innerText()).toBe('Setting\n3 s');
    for (let press = 0; press < 3; press++) await field().press('ArrowLeft');
    expect(await theRow().innerText()).toBe('Setting');
  });
});

describe('a number', () => {
  const control = `{ type: 'number', key: 'k', min: 1, max: 5 }`;

  test('is stored when the field is left, not while it is typed', async () => {
    await openSettings(host.driver, one(control, '{ k: 2 }'));
    await field().fill('4');
    expect(await inPlugin(host.driver, 'return plugin.settings.k;')).toBe(2);
    await field().press('Tab');
    await expect.poll(() => savedData(host.driver)).toEqual({ k: 4 });
  });

  test.each([
    ['out of its range', '9', 'Enter a number from 1 to 5.'],
    ['not there', '', 'Enter a number.'],
  ])('that is %s is refused, and the reason is said', async (_what, typed, reason) => {
    await openSettings(host.driver, one(control, '{ k: 2 }'));
    await field().fill(typed);
    await field().press('Enter');
    await expect.poll(() => theRow().locator('.setting-item-error').innerText()).toBe(reason);
    expect(await inPlugin(host.driver, 'return plugin.settings.k;')).toBe(2);
  });

  // The API's text has it fall back to the default, its guide refuse it: the first where there is a default.
  test('that is left empty becomes the default, if there is one', async () => {
    await openSettings(host.driver, one(`{ type: 'number', key: 'k', defaultValue: 3 }`, '{ k: 2 }'));
    await field().fill('');
    await field().press('Enter');
    await expect.poll(() => savedData(host.driver)).toEqual({ k: 3 });
    expect(await field().inputValue()).toBe('3');
  });
});

describe('a check', () => {
  const refuses = `validate: (value) => value.includes(' ') ? 'Without spaces.' : undefined`;
  const control = `{ type: 'text', key: 'k', ${refuses} }`;

  test('keeps a refused value from being stored, and says why until it is mended', async () => {
    const { driver } = host;
    await openSettings(driver, one(control, `{ k: 'old' }`));
    await field().fill('a b');
    await expect
      .poll(() => theRow().locator('.setting-item-error').allInnerTexts())
      .toEqual(['Without spaces.']);
    expect(await theRow().getAttribute('class')).toContain('is-invalid');
    expect(await inPlugin(driver, 'return plugin.settings.k;')).toBe('old');
    await field().fill('ab');
    await expect.poll(() => savedData(driver)).toEqual({ k: 'ab' });
    expect(await theRow().locator('.setting-item-error').count()).toBe(0);
    expect(await theRow().getAttribute('class')).not.toContain('is-invalid');
  });

  test('is made of what is stored when it is shown, and leaves it as it is', async () => {
    await openSettings(host.driver, one(control, `{ k: 'a b' }`));
    await expect
      .poll(() => theRow().locator('.setting-item-error').allInnerTexts())
      .toEqual(['Without spaces.']);
    expect(await field().inputValue()).toBe('a b');
    expect(await savedData(host.driver)).toBeNull();
  });

  test('that takes its time does not speak for a newer value', async () => {
    const slow = `validate: async (value) => {
      if (value !== 'slow') return undefined;
      await new Promise((resolve) => { window.answerSlowly = resolve; });
      return 'Slow.';
    }`;
    await openSettings(host.driver, one(`{ type: 'text', key: 'k', ${slow} }`));
    await field().fill('slow');
    await field().fill('fast');
    await expect.poll(() => savedData(host.driver)).toEqual({ k: 'fast' });
    await answerSlowly(host.driver.page);
    expect(await theRow().locator('.setting-item-error').count()).toBe(0);
  });
});

describe('a condition', () => {
  const definitions = `[
    { name: 'Advanced', control: { type: 'toggle', key: 'advanced' } },
    { name: 'Level', visible: () => settings.advanced === true, control: { type: 'text', key: 'level' } },
    { name: 'Size', control: { type: 'number', key: 'size', disabled: () => settings.advanced !== true } },
    { name: 'Clear', disabled: () => settings.advanced !== true, action: () => note('cleared') },
    { type: 'group', heading: 'More', visible: () => settings.advanced === true, items: [{ name: 'Inside' }] },
    { type: 'page', name: 'Page', visible: () => settings.advanced === true, items: [] },
  ]`;
  const isDisabled = (name: string): Promise<boolean> =>
    row(host.driver, name).evaluate((el) => el.classList.contains('is-disabled'));

  test('is evaluated again after every change of a control', async () => {
    const { driver } = host;
    await openSettings(driver, settingsPlugin(definitions));
    expect(await shownRows(driver)).toEqual(['Advanced', 'Size', 'Clear']);
    expect(await Promise.all(['Size', 'Clear'].map(isDisabled))).toEqual([true, true]);
    expect(await row(driver, 'Size').locator('input').isDisabled()).toBe(true);
    await row(driver, 'Advanced').locator('.checkbox-container').click();
    await expect
      .poll(() => shownRows(driver))
      .toEqual(['Advanced', 'Level', 'Size', 'Clear', 'Inside', 'Page']);
    expect(await Promise.all(['Size', 'Clear'].map(isDisabled))).toEqual([false, false]);
  });

  test('is evaluated again by refreshDomState, in place', async () => {
    const { driver } = host;
    await openSettings(driver, settingsPlugin(definitions));
    await row(driver, 'Size').evaluate((el) => {
      el.dataset['mark'] = 'same';
    });
    await inPlugin(driver, 'plugin.settings.advanced = true; tab.refreshDomState();');
    expect(await shownRows(driver)).toContain('Level');
    expect(await row(driver, 'Size').getAttribute('data-mark')).toBe('same');
  });

  test('that disables a row keeps its action from running', async () => {
    const { driver } = host;
    await openSettings(driver, settingsPlugin(definitions));
    await row(driver, 'Clear').click();
    expect(await recorded(driver)).toEqual([]);
    await inPlugin(driver, 'plugin.settings.advanced = true; tab.refreshDomState();');
    await row(driver, 'Clear').click();
    await row(driver, 'Clear').focus();
    await driver.page.keyboard.press('Enter');
    expect(await recorded(driver)).toEqual(['cleared', 'cleared']);
  });
});

describe('data.json', () => {
  const plugin = settingsPlugin(`[{ name: 'Setting', control: { type: 'text', key: 'k' } }]`);
  const reloading = {
    ...plugin,
    main: plugin.main.replace(
      'async onload()',
      `async onExternalSettingsChange() { this.settings = await this.loadData(); note('told'); this.tab.update(); }
       async onload()`,
    ),
  };

  test('that another program has written is told to the plugin, and shown once it has taken it', async () => {
    const { driver } = host;
    await openSettings(driver, reloading, { data: { k: 'mine' } });
    await driver.writePluginData('probe', { k: 'theirs' });
    await expect.poll(() => field().inputValue()).toBe('theirs');
    expect(await recorded(driver)).toEqual(['told']);
  });

  test('that the plugin has written itself is not', async () => {
    const { driver } = host;
    await openSettings(driver, reloading);
    await field().fill('x');
    await expect.poll(() => savedData(driver)).toEqual({ k: 'x' });
    expect(await recorded(driver)).toEqual([]);
  });

  test('may be written outside while no plugin runs that would hear of it', async () => {
    const { driver } = host;
    await driver.start({ plugin });
    await driver.writePluginData('probe', 'not JSON');
    await driver.disable('probe');
    await driver.writePluginData('probe', { k: 1 });
    expect(await savedData(driver)).toEqual({ k: 1 });
  });
});
