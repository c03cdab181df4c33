// The two hosts of YouTube's player: which is tried first, when the other one is, and which is remembered.
import { expect, it } from 'vitest';
import { chipsIn, expectPlayhead, noteAbout, panesIn, usePlayhead } from '../support/playhead.ts';

const app = usePlayhead();
const id = 'twoHostsVid';
const note = { 'note.md': noteAbout(id, '00:01:00', '00:02:00') };
const refused = 'YouTube refused the player in this app.';

const NOCOOKIE = 'www.youtube-nocookie.com';
const YOUTUBE = 'www.youtube.com';
const asked = (): readonly string[] => app.youtube.requests.map(({ url }) => new URL(url).host);
const paneText = (): Promise<string> => panesIn(app.page).locator('.view-content').innerText();

async function start(data: object = {}): Promise<void> {
  await app.driver.start({ notes: note, data: { hoverPreview: 'off', ...data } });
  await app.driver.openNote('note.md');
}

it('asks the other host when the first one refuses, and says nothing of it', async () => {
  app.youtube.set(id, { refusedBy: [NOCOOKIE] });
  await start();
  await expectPlayhead(app, id, 60, () => chipsIn(app.page).first().click());
  expect(asked()).toEqual([NOCOOKIE, YOUTUBE]);
  expect(await paneText()).not.toContain(refused);
  await expectPlayhead(app, id, 120, () => chipsIn(app.page).nth(1).click());
  expect(asked()).toHaveLength(2);
});

it('remembers on this device which host has played, and asks that one first', async () => {
  app.youtube.set(id, { refusedBy: [NOCOOKIE] });
  await start();
  await expectPlayhead(app, id, 60, () => chipsIn(app.page).first().click());
  await expect.poll(() => app.youtube.player(app.page, id).state()).toBe(1);
  await app.driver.restart();
  const before = asked().length;
  await app.driver.openNote('note.md');
  await expectPlayhead(app, id, 120, () => chipsIn(app.page).nth(1).click());
  expect(new Set(asked().slice(before))).toEqual(new Set([YOUTUBE]));
});

it('says that YouTube refuses where both hosts do, after each was asked once', async () => {
  app.youtube.set(id, { refusedBy: [NOCOOKIE, YOUTUBE] });
  await start();
  await chipsIn(app.page).first().click();
  await expect.poll(paneText).toContain(refused);
  expect(asked()).toEqual([NOCOOKIE, YOUTUBE]);
});

it('never asks a host that the settings do not allow', async () => {
  app.youtube.set(id, { refusedBy: [NOCOOKIE] });
  await start({ otherYouTubeHost: false });
  await chipsIn(app.page).first().click();
  await expect.poll(paneText).toContain(refused);
  expect(asked()).toEqual([NOCOOKIE]);
});

it('asks the host first that the settings name, whatever has played before', async () => {
  await start({ youTubeHost: 'youtube' });
  await expectPlayhead(app, id, 60, () => chipsIn(app.page).first().click());
  expect(asked()).toEqual([YOUTUBE]);
});
