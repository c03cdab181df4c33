// The plugin in the language of the app: in its commands and settings, which are made when it loads, and in everything else.
import { expect, it } from 'vitest';
import { anchor, chipsIn, panesIn, PLUGIN, usePlayhead } from '../support/playhead.ts';

const app = usePlayhead();
const id = 'languageNo1';
const path = 'note.md';
const note = `---\nvideoId: ${id}\n---\n${anchor('00:01:06')}\n`;

async function start(language?: string): Promise<void> {
  app.youtube.set(id, { length: 600 });
  await app.driver.start({ notes: { [path]: note }, ...(language === undefined ? {} : { language }) });
  await app.driver.openNote(path, { mode: 'reading' });
}

const commandNames = (): Promise<string[]> =>
  app.page.evaluate(() => window.app.commands.listCommands().map(({ name }) => name));

it('is Chinese where the app is', async () => {
  await start('zh');
  expect(await commandNames()).toContain('Playhead: 插入时间戳');
  expect(await chipsIn(app.page).getAttribute('aria-label')).toBe('从 1 分 6 秒 开始播放');
  await chipsIn(app.page).click();
  await panesIn(app.page).getByRole('button', { name: '插入时间戳' }).waitFor();
  await app.driver.openSettings(PLUGIN);
  await app.page.getByText('方括号中的时间', { exact: true }).waitFor();
  const shown = await app.page.locator('.vertical-tab-content').innerText();
  expect(shown).toContain('视频面板');
  // Names of keys, sites and formats stay in English; no sentence does.
  expect(shown.match(/[A-Za-z]+ [a-z]+ [a-z]+/g) ?? []).toEqual([]);
});

it('is English where the app speaks another language', async () => {
  await start('fr');
  expect(await commandNames()).toContain('Playhead: Insert timestamp');
  expect(await chipsIn(app.page).getAttribute('aria-label')).toBe('Play from 1 minute 6 seconds');
});
