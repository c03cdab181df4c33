// A plugin of the benches: hands the app's modules to the page.
import type { PluginFiles } from '../driver/driver.ts';

declare global {
  interface Window {
    /** Set by the probe plugin, in the pages of benches only. */
    probe: {
      readonly obsidian: typeof import('obsidian');
      /** The app's, as a plugin is given it. */
      readonly require: (name: string) => unknown;
    };
  }
}

export const probePlugin: PluginFiles = {
  manifest: { id: 'probe', name: 'Probe', version: '0.0.1', minAppVersion: '1.13.0', description: '' },
  main: `
    const obsidian = require('obsidian');
    window.probe = { obsidian, require };
    module.exports = class extends obsidian.Plugin {};
  `,
};
