// Rows and controls as code builds them itself: in tabs that draw themselves, in dialogs, in `render` callbacks.
import { describe, expect, test } from 'vitest';
import type { Locator } from 'playwright-core';
import { probePlugin, recorded, useHost } from '../driver/use-host';

const host = useHost();

/** A dialog with what the code puts into `el`; it may `note`. */
async function build(code: string): Promise<Locator> {
  await host.driver.start({
    plugin: probePlugin(`
      onload() {
        this.app.workspace.onLayoutReady(() => {
          const modal = new obsidian.Modal(this.app);
          const el = modal.contentEl;
          ${code}
          modal.open();
        });
      }`),
  });
  return host.driver.page.locator('.modal-content');
}

describe('a setting', () => {
  test('has a name, a description, and a control column', async () => {
    const el = await build(
      `new obsidian.Setting(el).setName('Name').setDesc('Words').setClass('one two').addText(() => {});`,
    );
    const row = el.locator('.setting-item.one.two');
    expect(await row.locator('> .setting-item-info > .setting-item-name').innerText()).toBe('Name');
    expect(await row.locator('> .setting-item-info > .setting-item-description').innerText()).toBe('Words');
    expect(await row.locator('> .setting-item-control > input').count()).toBe(1);
  });

  test('shows one error at a time, until it is cleared', async () => {
    const el = await build(`
      const setting = new obsidian.Setting(el);
      setting.setErrorMessage('First').setErrorMessage('Second');
      note(setting.errorEl.textContent + setting.settingEl.classList.contains('is-invalid'));
      setting.setErrorMessage('');
      note(setting.errorEl + ' ' + setting.settingEl.classList.contains('is-invalid'));
      setting.setErrorMessage('Third');`);
    expect(await recorded(host.driver)).toEqual(['Secondtrue', 'null false']);
    expect(await el.locator('.setting-item-error').innerText()).toBe('Third');
  });

  test('disables its controls with itself', async () => {
    const el = await build(`
      new obsidian.Setting(el).addSlider(() => {}).addToggle((toggle) => toggle.onChange(() => note('on'))).setDisabled(true);`);
    await el.locator('.checkbox-container').click({ force: true });
    expect(await recorded(host.driver)).toEqual([]);
    expect(await el.locator('input[type="range"]').isDisabled()).toBe(true);
    expect(await el.locator('.setting-item.is-disabled.mod-toggle').count()).toBe(1);
  });

  test.each(['addColorPicker', 'addMomentFormat'])(
    'throws on %s, which the host does not have',
    async (name) => {
      await build(
        `try { new obsidian.Setting(el).${name}(() => {}); } catch (error) { note(error.message); }`,
      );
      expect(await recorded(host.driver)).toEqual([`Setting.${name} is not in the host`]);
    },
  );
});

describe('a slider', () => {
  test('tells its value when it is let go', async () => {
    const el = await build(`
      new obsidian.Setting(el).addSlider((slider) => {
        slider.setLimits(0, 100, 10).setValue(30).onChange((value) => note(String(value)));
        note(slider.getValue() + ' ' + slider.getValuePretty());
        slider.setDisplayFormat((value) => value + ' %');
        note(slider.getValuePretty());
      });`);
    const slider = el.locator('input.slider');
    await slider.evaluate((input: HTMLInputElement) => {
      input.value = '50';
      input.dispatchEvent(new Event('input', { bubbles: true }));
    });
    expect(await el.locator('.slider-value').innerText()).toBe('50 %');
    expect(await recorded(host.driver)).toEqual(['30 30', '30 %']);
    await slider.dispatchEvent('change');
    expect(await recorded(host.driver)).toEqual(['30 30', '30 %', '50']);
  });

  test('tells it while it is dragged, if it is to', async () => {
    const el = await build(
      `new obsidian.Setting(el).addSlider((slider) => slider.setInstant(true).onChange((value) => note(String(value))));`,
    );
    await el.locator('input.slider').fill('60');
    expect(await recorded(host.driver)).toEqual(['60']);
  });
});

test('a search field tells what is typed, and is emptied by its button', async () => {
  const el = await build(
    `new obsidian.Setting(el).addSearch((search) => search.setPlaceholder('Find').onChange((query) => note('“' + query + '”')));`,
  );
  const clear = el.locator('.search-input-container .search-input-clear-button');
  expect(await clear.isVisible()).toBe(false);
  await el.locator('input[type="search"][placeholder="Find"]').fill('x');
  await clear.click();
  expect(await recorded(host.driver)).toEqual(['“x”', '“”']);
  expect(await clear.isVisible()).toBe(false);
});

test('a progress bar shows its value', async () => {
  const el = await build(`
    new obsidian.Setting(el).addProgressBar((bar) => { bar.setValue(25); note(String(bar.getValue())); });`);
  const [outer, inner] = await Promise.all(
    ['.setting-progress-bar', '.setting-progress-bar-inner'].map((cls) => el.locator(cls).boundingBox()),
  );
  await expect
    .poll(async () => (await el.locator('.setting-progress-bar-inner').boundingBox())?.width)
    .toBe((outer?.width ?? 0) / 4);
  expect(inner?.height).toBe(outer?.height);
  expect(await recorded(host.driver)).toEqual(['25']);
});

test('a display value has a text and a state, and loses both', async () => {
  const el = await build(`
    new obsidian.Setting(el).addDisplayValue((value) => {
      value.setValue('On').setStatus('warning');
      note(value.valueEl.textContent + el.querySelectorAll('.mod-warning').length);
      value.setValue(null).setStatus(null);
    });`);
  expect(await recorded(host.driver)).toEqual(['On1']);
  expect(await el.innerText()).toBe('');
});

test('a warning button is a destructive primary one', async () => {
  const el = await build(
    `new obsidian.Setting(el).addButton((button) => button.setButtonText('Go').setWarning());`,
  );
  expect(await el.locator('button.mod-destructive.mod-cta').count()).toBe(1);
});

test('an extra button is pressed by pointer and by keyboard', async () => {
  const el = await build(
    `new obsidian.Setting(el).addExtraButton((button) => button.setIcon('x').setTooltip('Away').onClick(() => note('away')));`,
  );
  const button = el.locator('.clickable-icon.extra-setting-button[aria-label="Away"]');
  await button.click();
  await button.press('Enter');
  await button.press('Space');
  expect(await recorded(host.driver)).toEqual(['away', 'away', 'away']);
});

test('a group has a heading only while there is something in it', async () => {
  const el = await build(`
    const plain = new obsidian.SettingGroup(el).addSetting((setting) => setting.setName('Row'));
    note(String(plain.listEl.childElementCount));
    new obsidian.SettingGroup(el).setHeading('Heading').setHeading('').addClass('cleared');
    new obsidian.SettingGroup(el).setHeading('Heading').addClass('named').addSearch((search) => search.setPlaceholder('Find'));
    new obsidian.SettingGroup(el).addClass('buttons').addExtraButton((button) => button.setIcon('plus'));`);
  const headings = await el
    .locator('.setting-group')
    .evaluateAll((groups) => groups.map((group) => group.querySelector('.setting-item-heading') !== null));
  expect(headings).toEqual([false, false, true, true]);
  expect(await el.locator('.named > .setting-group-search input').getAttribute('placeholder')).toBe('Find');
  expect(await recorded(host.driver)).toEqual(['1']);
});
