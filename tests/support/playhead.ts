// What end-to-end specs share: the plugin in a driven app, its chips and panes on screen, and where a video is.
import type { Locator, Page } from 'playwright-core';
import { expect, vi } from 'vitest';
import type { AppDriver, StartOptions } from '../driver/driver.ts';
import { HostDriver } from '../driver/host-driver.ts';
import { ObsidianDriver } from '../driver/obsidian-driver.ts';
import { obsidianUrl, useBrowser, type BrowserFixture, type BrowserOptions } from './browser.ts';

export const PLUGIN = 'playhead';

/** How far a video may be from where it should be, besides the time that passed. Seconds. */
const TOLERANCE = 0.5;

export interface PlayheadFixture extends BrowserFixture {
  readonly driver: AppDriver;
}

export interface PlayheadOptions extends BrowserOptions {
  /** Whether what the pointer rests on is previewed, as by default. Elsewhere a second player would be in the way of a slow test. */
  readonly previews?: boolean;
}

/** Gives the tests of this file an app with the built plugin; `driver.start` boots it. */
export function usePlayhead({ previews = false, ...options }: PlayheadOptions = {}): PlayheadFixture {
  const browser = useBrowser(options);
  const drivers = new WeakMap<Page, AppDriver>();
  return Object.defineProperty(browser, 'driver', {
    get: (): AppDriver => {
      const driver = drivers.get(browser.page) ?? driverOf(browser, previews);
      drivers.set(browser.page, driver);
      return driver;
    },
  }) as PlayheadFixture;
}

function driverOf({ page, hostUrl }: BrowserFixture, previews: boolean): AppDriver {
  const driver = obsidianUrl === undefined ? new HostDriver(page, hostUrl) : new ObsidianDriver(page);
  if (previews) return driver;
  const start = driver.start.bind(driver);
  driver.start = (options?: StartOptions) => {
    const data = options?.data ?? {};
    return start({ ...options, data: typeof data === 'object' ? { hoverPreview: 'off', ...data } : data });
  };
  return driver;
}

export function chipsIn(where: Page | Locator): Locator {
  return where.locator('.playhead-chip:visible');
}

export function panesIn(page: Page | Locator): Locator {
  return page.locator('.workspace-leaf-content[data-type="playhead-video"]');
}

/** Opens another tab before the first pane, which nobody sees then. */
export async function coverPane(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const { workspace } = window.app;
    const [pane] = workspace.getLeavesOfType('playhead-video');
    if (pane === undefined) throw new Error('There is no pane.');
    workspace.setActiveLeaf(pane);
    await workspace.getLeaf('tab').setViewState({ type: 'empty', active: true });
  });
  await expect.poll(() => panesIn(page).first().isVisible()).toBe(false);
}

/** The leaf that shows the note at `path`, by the title in its header. */
export function noteIn(page: Page, path: string): Locator {
  const title = path.replace(/^.*\//, '').replace(/\.md$/, '');
  return page
    .locator('.workspace-leaf-content[data-type="markdown"]')
    .filter({ has: page.locator('.view-header-title', { hasText: new RegExp(`^${escape(title)}$`) }) });
}

/** A note of the format with one anchor for each time. */
export function noteAbout(videoId: string, ...times: readonly string[]): string {
  const sentences = times.map((time) => `Something is said ${anchor(time)}.`);
  return `---\ntitle: A note\nvideoId: ${videoId}\n---\n\n${sentences.join('\n\n')}\n`;
}

export function anchor(time: string, label = `[${time}]`, more = ''): string {
  return `<a class="yt-timestamp" data-t="${time}"${more}>${label}</a>`;
}

/** Seconds of a time as chips show it. */
export function secondsOf(face: string): number {
  return face.split(':').reduce((total, part) => total * 60 + Number(part), 0);
}

/** Runs `act`, and waits until the player of `id` is at `seconds`, give or take the time that passed meanwhile. */
export async function expectPlayhead(
  { page, youtube }: BrowserFixture,
  id: string,
  seconds: number,
  act: () => Promise<void>,
): Promise<void> {
  const since = Date.now();
  await act();
  await vi.waitFor(
    async () => {
      const time = await youtube.player(page, id).currentTime();
      const passed = (Date.now() - since) / 1000;
      expect(time, `the playhead of ${id}`).toBeGreaterThanOrEqual(seconds - TOLERANCE);
      expect(time, `the playhead of ${id}`).toBeLessThanOrEqual(seconds + passed + TOLERANCE);
    },
    { timeout: 30_000, interval: 20 },
  );
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}
