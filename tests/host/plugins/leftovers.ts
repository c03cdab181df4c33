// The proof that a plugin is gone: what the app holds now against what it held before, and what the plugin started
// itself. One plugin at a time: of two that are enabled in turns, the second one's things count as the first one's.
import type { App } from '../app';
import { registeredPostProcessors } from '../markdown';
import { openTraces } from './traces';

/** Everything that a plugin could have added to, by identity, with a name for the report. */
export type Inventory = ReadonlyMap<unknown, string>;

export function takeInventory(app: App): Inventory {
  const { workspace, commands, viewRegistry, vault, metadataCache, pagePreview } = app;
  const named = (kind: string, names: Iterable<string>): [unknown, string][] =>
    [...names].map((name) => [`${kind} ${name}`, `${kind} ${name}`]);
  const things = (kind: string, values: Iterable<unknown>): [unknown, string][] =>
    [...values].map((value) => [value, kind]);
  const subscriptions = Object.entries({ workspace, vault, metadataCache }).flatMap(([name, source]) =>
    source
      .subscriptions()
      .filter(({ plugin }) => plugin !== undefined)
      .map((one): [unknown, string] => [one, `listener for ${one.name} of ${name}`]),
  );
  return new Map<unknown, string>([
    ...named('command', Object.keys(commands.commands)),
    ...named('view type', viewRegistry.types()),
    ...named('hover source', pagePreview.sources.keys()),
    ...named(
      'settings tab',
      app.setting.pluginTabs.map((tab) => tab.id),
    ),
    ...named(
      'global',
      Object.keys(window).filter((name) => !/^\d+$/.test(name)),
    ),
    ...named('protocol handler', app.protocolHandlers.keys()),
    ...named('command line handler', app.cliHandlers.keys()),
    ...things('post-processor', registeredPostProcessors()),
    ...things('editor suggest', app.editorSuggests.suggests),
    ...things('editor extension', workspace.editorExtensions),
    ...things('status bar item', app.statusBarEl.children),
    ...things('ribbon action', workspace.leftRibbon.containerEl.querySelectorAll('.side-dock-ribbon-action')),
    ...subscriptions,
  ]);
}

export function leftoversOf(app: App, plugin: string, before: Inventory): string[] {
  const added = [...takeInventory(app)].filter(([thing]) => !before.has(thing)).map(([, name]) => name);
  return [...added, ...openTraces(plugin), ...documentsOf(app).flatMap((doc) => strayElements(doc, plugin))];
}

function documentsOf({ workspace }: App): Document[] {
  return [document, ...workspace.floatingSplit.children.map((popout) => popout.doc)];
}

/** Elements with the plugin's class prefix, and frames that no note has brought. */
function strayElements(doc: Document, plugin: string): string[] {
  const own = [...doc.querySelectorAll(`[class|="${plugin}"], [class*=" ${plugin}-"]`)];
  const frames = [...doc.querySelectorAll('iframe')].filter(
    (frame) => frame.closest('.markdown-rendered') === null,
  );
  return [
    ...own.map((el) => `element ${el.nodeName.toLowerCase()}.${el.classList.value.replaceAll(' ', '.')}`),
    ...frames.map((frame) => `frame ${frame.src}`),
  ];
}
