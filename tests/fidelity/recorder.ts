// A plugin that writes down what post-processors are given, and what a spec reads of it afterwards.
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { HostDriver } from '../driver/host-driver';
import type { PluginFiles, StartOptions } from '../driver/driver';
import type { BrowserFixture } from '../support/browser';

/** One call of the recorder's post-processor. */
export interface Recorded {
  /** The class of the element that was given. */
  readonly kind: string;
  readonly text: string;
  readonly attached: boolean;
  readonly path: string;
  readonly docId: string;
  readonly frontmatter: unknown;
  readonly section: { readonly text: string; readonly lineStart: number; readonly lineEnd: number } | null;
}

declare global {
  interface Window {
    recorded: Recorded[];
    /** What happened, in words, for specs whose plugin says more than the recorder does. */
    log: string[];
    api: typeof import('obsidian');
  }
}

export const pluginId = 'recorder';

const record = `(el, ctx) => {
  window.recorded.push({
    kind: el.className,
    text: el.textContent.trim(),
    attached: el.isConnected,
    path: ctx.sourcePath,
    docId: ctx.docId,
    frontmatter: ctx.frontmatter,
    section: ctx.getSectionInfo(el),
  });
}`;

/** The recorder; `onload` is code that runs after its registration, as the body of the plugin's own `onload`. */
export function recorder(onload = ''): PluginFiles {
  return {
    manifest: {
      id: pluginId,
      name: 'Recorder',
      version: '1.0.0',
      minAppVersion: '1.13.0',
      author: '',
      description: '',
    },
    main: `
      const api = require('obsidian');
      module.exports = class extends api.Plugin {
        onload() {
          Object.assign(window, { api, log: [], recorded: [] });
          this.registerMarkdownPostProcessor(${record});
          ${onload}
        }
      };`,
  };
}

/** Boots the app with these notes and the recorder, and opens the first of them in reading view. */
export async function openRecorded(
  app: BrowserFixture,
  notes: Record<string, string>,
  options: StartOptions = {},
): Promise<HostDriver> {
  const driver = new HostDriver(app.page, app.hostUrl);
  // Live Preview renders embeds and callouts too, in the editor of every note that is open.
  await driver.start({ defaultEditingMode: 'source', notes, plugin: recorder(), ...options });
  const [first] = Object.keys(notes);
  if (first !== undefined) await driver.openNote(first);
  return driver;
}

export function recorded(page: Page): Promise<Recorded[]> {
  return page.evaluate(() => window.recorded);
}

/** How many calls were recorded; for long notes, of which each call holds the whole text. */
export function countRecorded(page: Page): Promise<number> {
  return page.evaluate(() => window.recorded.length);
}

export function logged(page: Page): Promise<string[]> {
  return page.evaluate(() => window.log);
}

/** Forgets what was recorded so far. */
export async function forget(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.recorded.length = 0;
    window.log.length = 0;
  });
}

/** Waits until the texts that were recorded are these, frontmatter left out. */
export async function expectTexts(page: Page, texts: readonly string[]): Promise<void> {
  await expect.poll(async () => (await blocks(page)).map((call) => call.text)).toEqual(texts);
}

/** What was recorded of blocks that a reader sees. */
export async function blocks(page: Page): Promise<Recorded[]> {
  return (await recorded(page)).filter((call) => !call.kind.includes('mod-frontmatter'));
}
