// How fast chips are made, against the same elements made by hand; and how long the plugin takes to start.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { HostDriver } from '../driver/host-driver.ts';
import { useBrowser } from '../support/browser.ts';
import { probePlugin } from './probe-plugin.ts';
import { addRow } from './rows.ts';
import { endTracing, keepUntraced } from './untraced.ts';

const app = useBrowser();

/** As many anchors as the largest real note has. */
const ANCHORS = 2083;
const ROUNDS = 30;
/** Chips that are made in one turn at least: the page's clock tells tenths of milliseconds. */
const LEAST_CHIPS = 600;
/** How many times as long as the same elements, made by hand with listeners of their own. */
const BY_HAND = 1.5;
/** The same, beside clones of one element with one set of listeners a piece: the least that chips could take. */
const CLONED = 2.2;
/** Milliseconds beyond an empty plugin that registers as much, for top level and `onload` together; compiling goes by the bytes. */
const START = 4;

/** Milliseconds of the steps of a start. */
interface Start {
  readonly compile: number;
  readonly run: number;
  readonly load: number;
}

/** Of a note about a video, as it is rendered: the anchors, and in how many pieces they are. */
const NOTES = [
  { anchors: 30, pieces: 15 },
  { anchors: 300, pieces: 60 },
  { anchors: ANCHORS, pieces: 1 },
];

it.each(NOTES)('makes chips: $anchors in $pieces pieces', async ({ anchors, pieces }) => {
  const driver = new HostDriver(app.page, app.hostUrl);
  await driver.start({
    plugin: probePlugin,
    notes: { 'note.md': '---\nvideoId: jNQXAC9IVRw\n---\n\nA note.' },
  });
  const { chips, byHand, cloned } = await app.page.evaluate(measureChips, {
    anchors,
    pieces,
    rounds: ROUNDS,
    notes: Math.ceil(LEAST_CHIPS / anchors),
  });
  const name = `chips: ${anchors} in ${pieces} ${pieces === 1 ? 'piece' : 'pieces'}`;
  const row = { unit: 'ms', ours: Math.min(...chips), compared: 'ratio' } as const;
  addRow({ ...row, name: `${name}, by hand`, floor: Math.min(...byHand), goal: BY_HAND });
  addRow({ ...row, name: `${name}, cloned`, floor: Math.min(...cloned), goal: CLONED });
  expect(chips).toHaveLength(ROUNDS);
});

it('starts', async () => {
  await keepUntraced(app.context);
  await new HostDriver(app.page, app.hostUrl).start({ plugin: probePlugin });
  await endTracing(app.page);
  const { plugin, empty } = await app.page.evaluate(measureStart, ROUNDS);
  const of = (starts: readonly Start[], step: keyof Start): number =>
    Math.min(...starts.map((start) => start[step]));
  const row = { unit: 'ms', compared: 'difference' } as const;
  addRow({ ...row, name: 'start: compile', floor: of(empty, 'compile'), ours: of(plugin, 'compile') });
  addRow({ ...row, name: 'start: top level', floor: of(empty, 'run'), ours: of(plugin, 'run') });
  addRow({ ...row, name: 'start: onload', floor: of(empty, 'load'), ours: of(plugin, 'load') });
  const both = (starts: readonly Start[]): number => Math.min(...starts.map(({ run, load }) => run + load));
  const name = 'start: top level and onload';
  addRow({ ...row, name, floor: both(empty), ours: both(plugin), goal: START });
  expect(plugin).toHaveLength(ROUNDS);
});

it('is small', () => {
  const main = readFileSync(join(import.meta.dirname, '../../build/plugin/main.js'));
  addRow({ name: 'size: main.js', unit: 'KB', ours: main.length / 1024, compared: 'value', goal: 200 });
  const packed = gzipSync(main, { level: 9 }).length / 1024;
  addRow({ name: 'size: main.js, gzip', unit: 'KB', ours: packed, compared: 'value', goal: 72 });
  expect(packed).toBeGreaterThan(0);
});

/** Runs in the page. Milliseconds for a note, of each turn; a turn makes so many notes one after the other. */
async function measureChips({
  anchors,
  pieces,
  rounds,
  notes,
}: {
  anchors: number;
  pieces: number;
  rounds: number;
  notes: number;
}): Promise<{ chips: number[]; byHand: number[]; cloned: number[] }> {
  const { app } = window;
  const text = await (await fetch('/plugin/main.js')).text();
  const module = { exports: {} as { default: new (...args: unknown[]) => import('obsidian').Plugin } };
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- this is how the app evaluates a plugin
  const evaluate = new Function('module', 'exports', 'require', text) as (...args: unknown[]) => void;
  evaluate(module, module.exports, window.probe.require);
  const plugin = new module.exports.default(app, { id: 'bench', name: 'Bench', version: '0' });
  const processors: import('obsidian').MarkdownPostProcessor[] = [];
  plugin.registerMarkdownPostProcessor = (processor) => {
    processors.push(processor);
    return processor;
  };
  await new Promise<void>((resolve) => {
    plugin.addSettingTab = () => resolve();
    plugin.load();
  });

  const sentence = (index: number): string => {
    const time = `00:${String(Math.floor(index / 60) % 60).padStart(2, '0')}:${String(index % 60).padStart(2, '0')}`;
    return `Something is said here <a class="yt-timestamp" data-t="${time}">[${time}]</a>. `;
  };
  const each = anchors / pieces;
  const paragraphs = Array.from({ length: pieces }, (_, piece) => {
    const sentences = Array.from({ length: each }, (_one, index) =>
      sentence(Math.floor(piece * each) + index),
    );
    return `<p>${sentences.join('')}</p>`;
  });
  const rendered = (): HTMLElement[] =>
    paragraphs.map((html) => {
      const el = document.createElement('div');
      el.innerHTML = html;
      return el;
    });
  const EVENTS = ['click', 'auxclick', 'mousedown', 'keydown', 'contextmenu'];
  const byHand = (el: HTMLElement): void => {
    for (const anchor of Array.from(el.querySelectorAll('a.yt-timestamp'))) {
      const chip = document.createElement('span');
      chip.className = 'playhead-chip';
      chip.setAttribute('role', 'button');
      chip.setAttribute('tabindex', '0');
      chip.setAttribute('data-label', anchor.textContent);
      chip.setAttribute('aria-label', 'Play from 1 minute 2 seconds');
      chip.textContent = '1:02';
      for (const event of EVENTS) chip.addEventListener(event, () => undefined);
      anchor.replaceWith(chip);
    }
  };
  const template = document.createElement('span');
  template.className = 'playhead-chip';
  template.setAttribute('role', 'button');
  template.setAttribute('tabindex', '0');
  template.append(document.createElement('span'));
  const cloned = (el: HTMLElement): void => {
    for (const anchor of Array.from(el.querySelectorAll('a.yt-timestamp'))) {
      const chip = template.cloneNode(true) as HTMLElement;
      chip.setAttribute('data-label', anchor.textContent);
      chip.setAttribute('aria-label', 'Play from 1 minute 2 seconds');
      (chip.firstChild as HTMLElement).textContent = '1:02';
      anchor.replaceWith(chip);
    }
    for (const event of EVENTS) el.addEventListener(event, () => undefined);
  };
  const children: import('obsidian').MarkdownRenderChild[] = [];
  const context = {
    sourcePath: 'note.md',
    getSectionInfo: () => null,
    addChild: (child: import('obsidian').MarkdownRenderChild) => {
      children.push(child);
      child.load();
    },
  } as unknown as import('obsidian').MarkdownPostProcessorContext;
  const byPlugin = (el: HTMLElement): void => {
    for (const processor of processors) void processor(el, context);
  };

  const timeFor = (make: (el: HTMLElement) => void): number => {
    let passed = 0;
    for (let note = 0; note < notes; note++) {
      const els = rendered();
      const since = performance.now();
      for (const el of els) make(el);
      passed += performance.now() - since;
      // The next note begins as this one did.
      for (const child of children.splice(0)) child.unload();
    }
    return passed / notes;
  };
  const times = { chips: [] as number[], byHand: [] as number[], cloned: [] as number[] };
  for (let round = 0; round < rounds; round++) {
    times.chips.push(timeFor(byPlugin));
    times.byHand.push(timeFor(byHand));
    times.cloned.push(timeFor(cloned));
  }
  return times;
}

/**
 * Runs in the page. The floor is a plugin of which nothing is left but what it has the app do: it registers as many commands, views, listeners and
 * so on as the plugin was seen to.
 */
async function measureStart(rounds: number): Promise<{ plugin: Start[]; empty: Start[] }> {
  type Class = new (...args: unknown[]) => import('obsidian').Plugin;
  const { app, probe } = window;
  const main = await (await fetch('/plugin/main.js')).text();
  const start = async (text: string, round: number): Promise<Start> => {
    const manifest = { id: `bench-${round}-${text.length}`, name: 'Bench', version: '0' };
    const began = performance.now();
    const module = { exports: {} as { default: Class } };
    // As the app does it. The brackets make the engine compile the whole at once, and not twice.
    const evaluate = window.eval(`(function (module, exports, require) {${text}\n})`) as (
      ...args: unknown[]
    ) => void;
    const compiled = performance.now();
    evaluate(module, module.exports, probe.require);
    const plugin = new module.exports.default(app, manifest);
    const run = performance.now();
    // Settings are read before anything is registered: it has started when all is.
    await new Promise<void>((resolve) => {
      plugin.addSettingTab = () => resolve();
      plugin.load();
    });
    const loaded = performance.now();
    plugin.unload();
    return { compile: compiled - began, run: run - compiled, load: loaded - run };
  };

  /** All that a start asks of the app, as calls that can be made again. */
  const record = async (): Promise<((plugin: object) => void)[]> => {
    const calls: ((plugin: object) => void)[] = [];
    const ends: (() => void)[] = [];
    const { Plugin, Component } = probe.obsidian;
    const watch = (
      owner: object,
      name: string,
      again: (self: object | undefined, args: unknown[]) => (typeof calls)[number],
    ): void => {
      const own = owner as Record<string, (...args: unknown[]) => unknown>;
      const original = own[name];
      if (original === undefined) return;
      own[name] = function (this: object | undefined, ...args: unknown[]) {
        calls.push(again(this, args));
        const length = calls.length;
        const result = original.apply(this, args);
        // What the app does for it in turn comes with it.
        calls.length = length;
        return result;
      };
      ends.push(() => {
        own[name] = original;
      });
    };
    const nothing = (): void => undefined;
    const REGISTRATIONS = Object.getOwnPropertyNames(Plugin.prototype).filter((name) =>
      /^(?:register|addCommand|addRibbonIcon|addStatusBarItem)/.test(name),
    );
    for (const name of REGISTRATIONS) {
      watch(Plugin.prototype, name, (_self, args) => (plugin) => {
        const given = args.map((arg) => (typeof arg === 'function' ? nothing : arg));
        (plugin as Record<string, (...args: unknown[]) => unknown>)[name]?.(...given);
      });
    }
    for (const name of ['registerDomEvent', 'registerInterval']) {
      watch(Component.prototype, name, (_self, args) => (plugin) => {
        const given = args.map((arg) => (typeof arg === 'function' ? nothing : arg));
        (plugin as Record<string, (...args: unknown[]) => unknown>)[name]?.(...given);
      });
    }
    for (const source of [app.workspace, app.vault, app.metadataCache]) {
      watch(source, 'on', (_self, [name]) => (plugin) => {
        (plugin as import('obsidian').Component).registerEvent(
          (source as import('obsidian').Workspace).on(name as 'resize', nothing),
        );
      });
    }
    watch(EventTarget.prototype, 'addEventListener', (self, [type, , options]) => (plugin) => {
      const target = (self ?? window) as Window;
      target.addEventListener(type as string, nothing, options as boolean);
      (plugin as import('obsidian').Component).register(() => {
        target.removeEventListener(type as string, nothing, options as boolean);
      });
    });
    await start(main, -1);
    for (const end of ends) end();
    return calls;
  };
  const calls = await record();
  Object.assign(window, {
    register: (plugin: object) => calls.forEach((call) => call(plugin)),
  });
  const nothing = `module.exports = { default: class extends require("obsidian").Plugin {
    async onload() { await this.loadData(); window.register(this); this.addSettingTab(); } } };`;
  const plugin: Start[] = [];
  const empty: Start[] = [];
  for (let round = 0; round < rounds; round++) {
    // A comment of its own keeps the engine from taking the code of the round before.
    plugin.push(await start(`${main}\n// ${round}`, round));
    empty.push(await start(`${nothing}\n// ${round}`, round));
  }
  return { plugin, empty };
}
