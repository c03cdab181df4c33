// Checks everything that the plugin shows with axe-core, in light and dark.
import { describe, expect, it } from 'vitest';
import { violationsIn } from '../support/axe.ts';
import { PANE_STATES, startForPanes } from '../support/pane-states.ts';
import { anchor, chipsIn, noteAbout, PLUGIN, usePlayhead } from '../support/playhead.ts';

const app = usePlayhead({ previews: true });
const id = 'shownVideo1';

/** Elements of the app: the close button of its dialogs, its main button, and the controls of its settings. */
const MODAL = ['.modal-close-button', '.mod-cta'];
const SETTINGS = ['.setting-item-control .checkbox-container', '.setting-item-control > :is(select, input)'];

/** One line for each violation, in light and in dark. */
async function faults(selector: string, theirs: readonly string[] = []): Promise<readonly string[]> {
  const found: string[] = [];
  for (const theme of ['light', 'dark'] as const) {
    await app.driver.setTheme(theme);
    for (const line of await violationsIn(app.page, selector, theirs)) found.push(`${theme}: ${line}`);
  }
  return found;
}

describe('nothing is wrong', () => {
  it.each(Object.entries(PANE_STATES))('with the pane: %s', async (_, reach) => {
    await startForPanes(app);
    await reach(app);
    expect(await faults('[data-type="playhead-video"] .view-content')).toEqual([]);
  });

  it('with the list of a check, of a note and of the vault', async () => {
    await app.driver.start({
      notes: { 'note.md': noteAbout(id, '00:00:05', '03:01:00', '75:30') },
      localStorage: { 'playhead-lengths': { [`youtube:${id}`]: 4202 } },
    });
    await app.driver.openNote('note.md', { mode: 'source' });
    await app.driver.runCommand('playhead:check-note');
    await app.page.locator('.playhead-finding').first().waitFor();
    expect(await faults('.modal.playhead-check', MODAL)).toEqual([]);
    await app.page.keyboard.press('Escape');
    await app.driver.runCommand('playhead:check-vault');
    await app.page.locator('.playhead-finding').first().waitFor();
    expect(await faults('.modal.playhead-check', MODAL)).toEqual([]);
  });

  it('with the question for a video, asked and answered wrongly, and the notice that leads there', async () => {
    await app.driver.start({ notes: { 'note.md': `At ${anchor('00:00:05')}.` } });
    await app.driver.openNote('note.md');
    await chipsIn(app.page).click();
    const button = app.page.getByRole('button', { name: 'Set video' });
    await button.waitFor();
    expect(await faults('.notice')).toEqual([]);
    await button.click();
    const modal = app.page.locator('.modal');
    await modal.waitFor();
    expect(await faults('.modal', MODAL)).toEqual([]);
    await modal.locator('input').fill('nothing');
    await modal.getByRole('button', { name: 'Set video' }).click();
    await modal.locator('.playhead-invalid').waitFor();
    expect(await faults('.modal', MODAL)).toEqual([]);
  });

  it('with the settings', async () => {
    await app.driver.start();
    await app.driver.openSettings(PLUGIN);
    await app.page.getByText('Times in brackets', { exact: true }).waitFor();
    expect(await faults('.mod-settings .vertical-tab-content', SETTINGS)).toEqual([]);
  });

  it('with the preview of a timestamp', async () => {
    await app.driver.start({ notes: { 'note.md': noteAbout(id, '00:00:05') } });
    await app.driver.openNote('note.md');
    await chipsIn(app.page).first().hover();
    // Before that, the preview may move while axe-core looks for its background.
    await app.page.locator('.playhead-preview-popover .playhead-preview.is-right').waitFor();
    expect(await faults('.playhead-preview-popover')).toEqual([]);
  });
});
