// Evaluating a plugin's main.js as the app does: CommonJS, with `require` for what the app serves and nothing else.
import type { App } from '../app';
import { modules } from './modules';
import type { Plugin } from './plugin';

type PluginClass = new (app: App, manifest: object) => Plugin;

export function evaluatePlugin(id: string, main: string): PluginClass {
  const module: { exports: unknown } = { exports: {} };
  // The source address makes the plugin's frames recognisable in stack traces and in coverage.
  const text = `(function (require, module, exports) {${main}\n})\n//# sourceURL=plugin:${encodeURIComponent(id)}`;
  const run = window.eval(text) as (require: unknown, module: unknown, exports: unknown) => void;
  run(requireForPlugins, module, module.exports);
  const exported = module.exports as { default?: unknown };
  const pluginClass = exported.default ?? module.exports;
  if (typeof pluginClass !== 'function') throw new Error(`The main.js of ${id} exports no class`);
  return pluginClass as PluginClass;
}

function requireForPlugins(name: string): unknown {
  const served = modules[name];
  if (served === undefined) throw new Error(`Cannot find module '${name}'`);
  return served;
}

declare global {
  interface Window {
    eval(text: string): unknown;
  }
}
