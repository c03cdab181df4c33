// Dialogs and prompts: the focus, the keyboard, how they close, what comes back afterwards.
import { describe, expect, test } from 'vitest';
import type { Locator } from 'playwright-core';
import { probePlugin, recorded, useHost } from '../driver/use-host';
import type { StartOptions } from '../driver/driver';
import { answerSlowly } from '../support/slow-answer';

const host = useHost();

async function run(code: string, options: StartOptions = {}): Promise<void> {
  const plugin = probePlugin(`onload() { this.app.workspace.onLayoutReady(() => { ${code} }); }`);
  await host.driver.start({ plugin, ...options });
}

const page = (): typeof host.driver.page => host.driver.page;
const press = (key: string): Promise<void> => page().keyboard.press(key);
const modals = (): Locator => page().locator('.modal-container');
const focused = (): Promise<string> => page().evaluate(() => document.activeElement?.textContent ?? '');

const dialog = `
  const modal = new obsidian.Modal(this.app);
  modal.setTitle('Video of this note');
  modal.onOpen = () => note('open');
  modal.onClose = () => note('close');
  modal.setCloseCallback(() => note('closed'));
  modal.contentEl.createEl('button', { text: 'One' });
  modal.contentEl.createEl('button', { text: 'Hidden' }).hide();
  modal.contentEl.createEl('button', { text: 'Two' });
  modal.open();`;

describe('a dialog', () => {
  test('has a title, its content and a name', async () => {
    await run(`new obsidian.Modal(this.app).setTitle('Title').setContent('Words').open();`);
    expect(await page().locator('.modal > .modal-header > .modal-title').innerText()).toBe('Title');
    expect(await page().locator('.modal > .modal-content').innerText()).toBe('Words');
    await page().getByRole('dialog', { name: 'Title' }).waitFor();
  });

  test('takes the focus, and keeps it both ways round', async () => {
    await run(dialog);
    expect(await focused()).toBe('One');
    await press('Tab');
    expect(await focused()).toBe('Two');
    await press('Tab');
    expect(await focused()).toBe('One');
    await press('Shift+Tab');
    expect(await focused()).toBe('Two');
  });

  test('gets the focus back that was lost to the page behind', async () => {
    await run(dialog);
    await page().evaluate(() => (document.activeElement as HTMLElement).blur());
    await press('Tab');
    expect(await focused()).toBe('One');
  });

  test.each([
    ['Escape', () => press('Escape')],
    ['its button', () => page().locator('.modal-close-button').click()],
    ['a click beside it', () => page().mouse.click(10, 10)],
  ])('closes on %s, once', async (_how, act) => {
    await run(dialog);
    await act();
    await expect.poll(() => recorded(host.driver)).toEqual(['open', 'close', 'closed']);
    expect(await modals().count()).toBe(0);
  });

  test('gives the caret back to the editor', async () => {
    await run(`this.addCommand({ id: 'open', name: 'Open', callback: () => { ${dialog} } });`, {
      notes: { 'Note.md': 'Text' },
    });
    await host.driver.openNote('Note.md', { mode: 'source' });
    await press('End');
    await host.driver.runCommand('probe:open');
    await press('Escape');
    await page().keyboard.type('!');
    expect(await page().locator('.cm-content').innerText()).toContain('Text!');
  });

  test('gives what was selected for reading back', async () => {
    await run(`this.addCommand({ id: 'open', name: 'Open', callback: () => { ${dialog} } });`, {
      notes: { 'Note.md': 'Some words' },
    });
    await host.driver.openNote('Note.md', { mode: 'reading' });
    await page()
      .locator('.markdown-preview-view p')
      .dblclick({ position: { x: 5, y: 5 } });
    await page().evaluate(() => (document.activeElement as HTMLElement).blur());
    const selection = (): Promise<string> =>
      page().evaluate(() => document.getSelection()?.toString().trim() ?? '');
    expect(await selection()).toBe('Some');
    await host.driver.runCommand('probe:open');
    await page().evaluate(() => {
      document.getSelection()?.removeAllRanges();
    });
    await press('Escape');
    expect(await selection()).toBe('Some');
  });

  test('over another one is closed first, and the other has the focus again', async () => {
    await run(`${dialog} new obsidian.Modal(this.app).setTitle('Second').open();`);
    expect(await modals().count()).toBe(2);
    await press('Escape');
    expect(await modals().count()).toBe(1);
    expect(await focused()).toBe('One');
    expect(await recorded(host.driver)).toEqual(['open']);
  });

  test('opens in the window that is used', async () => {
    const { driver } = host;
    await run(
      `this.addCommand({ id: 'open', name: 'Open', callback: () => { ${dialog} }, hotkeys: [{ modifiers: ['Mod'], key: 'F9' }] });`,
      {
        notes: { 'Note.md': 'Text' },
      },
    );
    await driver.openNote('Note.md', { mode: 'source', where: 'window' });
    const [popout] = driver.popouts();
    await popout?.locator('.cm-content').click();
    await popout?.keyboard.press('Control+F9');
    await popout?.locator('.modal').waitFor();
    expect(await modals().count()).toBe(0);
  });
});

describe('a prompt', () => {
  const prompt = `
    class Prompt extends obsidian.FuzzySuggestModal {
      getItems() { return Array.from({ length: 30 }, (_, index) => 'item ' + index); }
      getItemText(item) { return item; }
      onChooseItem(item, event) { note(item + ' by ' + event.type); }
    }
    const prompt = new Prompt(this.app);
    prompt.setPlaceholder('Choose one');
    prompt.setInstructions([{ command: '↵', purpose: 'to take' }]);
    prompt.limit = 25;
    prompt.emptyStateText = 'Nothing there';
    prompt.open();`;
  const shown = (): Locator => page().locator('.prompt-results .suggestion-item');
  const selected = (): Promise<string> => page().locator('.suggestion-item.is-selected').innerText();

  test('lists what fits what is typed, with the matches marked, up to its limit', async () => {
    await run(prompt);
    await expect.poll(() => shown().count()).toBe(25);
    await page().keyboard.type('em7');
    await expect.poll(() => shown().allInnerTexts()).toEqual(['item 7', 'item 17', 'item 27']);
    expect(await shown().first().locator('.suggestion-highlight').allInnerTexts()).toEqual(['em', '7']);
    await page().keyboard.type('x');
    await expect.poll(() => page().locator('.prompt-results').innerText()).toBe('Nothing there');
    await press('Enter');
    expect(await recorded(host.driver)).toEqual([]);
  });

  test('is walked by arrow and page keys, round the ends, and what is selected is in sight', async () => {
    await run(prompt);
    await expect.poll(selected).toBe('item 0');
    await press('ArrowUp');
    expect(await selected()).toBe('item 24');
    const box = await page().locator('.is-selected').boundingBox();
    const list = await page().locator('.prompt-results').boundingBox();
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual((list?.y ?? 0) + (list?.height ?? 0) + 1);
    await press('ArrowDown');
    await press('PageDown');
    expect(await selected()).toBe('item 10');
    await press('PageUp');
    await press('PageUp');
    expect(await selected()).toBe('item 0');
  });

  test.each([
    ['Enter', () => press('Enter'), 'item 0 by keydown'],
    ['a click', () => shown().nth(2).click(), 'item 2 by click'],
  ])('is chosen from by %s, and closed by then', async (_how, act, chosen) => {
    await run(prompt);
    await expect.poll(selected).toBe('item 0');
    await act();
    expect(await recorded(host.driver)).toEqual([chosen]);
    expect(await page().locator('.prompt').count()).toBe(0);
  });

  test('says what it is for and what its keys do', async () => {
    await run(prompt);
    expect(await page().locator('.prompt-input').getAttribute('placeholder')).toBe('Choose one');
    expect(await page().locator('.prompt-instructions').innerText()).toBe('↵to take');
  });

  test('takes suggestions that come later, but not those to an older question', async () => {
    await run(`
      class Slow extends obsidian.SuggestModal {
        async getSuggestions(query) {
          if (query === 'a') await new Promise((resolve) => { window.answerSlowly = resolve; });
          return ['for “' + query + '”'];
        }
        renderSuggestion(value, el) { el.setText(value); }
        onChooseSuggestion() {}
      }
      new Slow(this.app).open();`);
    await page().keyboard.type('a');
    await page().keyboard.type('b');
    await expect.poll(() => shown().allInnerTexts()).toEqual(['for “ab”']);
    await answerSlowly(page());
    expect(await shown().allInnerTexts()).toEqual(['for “ab”']);
  });
});
