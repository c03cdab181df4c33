// The fixture of the host's spec files: a browser, a driver of its page, and plugins for single tests.
import { useBrowser, type BrowserFixture, type BrowserOptions } from '../support/browser';
import type { PluginFiles } from './driver';
import { HostDriver } from './host-driver';

export interface HostFixture {
  readonly browser: BrowserFixture;
  /** The driver of the running test; it has not started the app yet. */
  readonly driver: HostDriver;
}

/** To be called once at the top of a spec file. */
export function useHost(options?: BrowserOptions): HostFixture {
  const browser = useBrowser(options);
  let driver: HostDriver | undefined;
  return {
    browser,
    get driver() {
      if (driver?.page !== browser.page) driver = new HostDriver(browser.page, browser.hostUrl);
      return driver;
    },
  };
}

/**
 * A plugin with the id `probe`. `members` is the body of its class, in which `obsidian` is the module, and `note(text)` records a
 * line for `recorded`.
 */
export function probePlugin(members: string, before = ''): PluginFiles {
  const main = `
    const obsidian = require('obsidian');
    const record = (window.app.probe ??= []);
    const note = (line) => record.push(line);
    ${before}
    module.exports = class extends obsidian.Plugin { ${members} };`;
  return { manifest: { id: 'probe', name: 'Probe', version: '1.0.0' }, main };
}

/** The lines that the probe has recorded, in order. */
export function recorded(driver: HostDriver): Promise<string[]> {
  return driver.page.evaluate(() => (window.app as unknown as { probe?: string[] }).probe ?? []);
}
