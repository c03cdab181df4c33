// How fast chips are made, against the same elements made by hand; and how long the plugin takes to start.
import { expect, it } from 'vitest';
import { HostDriver } from '../driver/host-driver.ts';
import { useBrowser } from '../support/browser.ts';
import { probePlugin } from './probe-plugin.ts';

const app = useBrowser();

/** As many anchors as the largest real note has. */
const ANCHORS = 2083;
const ROUNDS = 15;

function median(times: readonly number[]): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}

it('makes chips', async () => {
  await new HostDriver(app.page, app.hostUrl).start({ plugin: probePlugin });
  const { chips, floor } = await app.page.evaluate(measureChips, { anchors: ANCHORS, rounds: ROUNDS });
  const perSecond = (ms: number): string => Math.round((ANCHORS / ms) * 1000).toLocaleString('en');
  console.log(
    [
      `chips of a note of ${ANCHORS} anchors, reading view`,
      `  plugin                ${median(chips).toFixed(1)} ms   ${perSecond(median(chips))} chips/s`,
      `  same elements by hand ${median(floor).toFixed(1)} ms   ${perSecond(median(floor))} chips/s`,
      `  ratio                 ${(median(chips) / median(floor)).toFixed(2)}`,
    ].join('\n'),
  );
  expect(chips).toHaveLength(ROUNDS);
});

it('starts', async () => {
  await new HostDriver(app.page, app.hostUrl).start({ plugin: probePlugin });
  const { plugin, empty } = await app.page.evaluate(measureStart, ROUNDS);
  console.log(
    [
      'evaluation of main.js and onload',
      `  plugin                ${median(plugin).toFixed(2)} ms`,
      `  an empty plugin       ${median(empty).toFixed(2)} ms`,
    ].join('\n'),
  );
  expect(plugin).toHaveLength(ROUNDS);
});

/** Runs in the page. */
async function measureChips({
  anchors,
  rounds,
}: {
  anchors: number;
  rounds: number;
}): Promise<{ chips: number[]; floor: number[] }> {
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
    plugin.addSettingTab = () => {
      resolve();
    };
    plugin.load();
  });

  const sentence = (index: number): string => {
    const time = `00:${String(Math.floor(index / 60) % 60).padStart(2, '0')}:${String(index % 60).padStart(2, '0')}`;
    return `Something is said here <a class="yt-timestamp" data-t="${time}">[${time}]</a>. `;
  };
  const html = `<p>${Array.from({ length: anchors }, (_, index) => sentence(index)).join('')}</p>`;
  const rendered = (): HTMLElement => {
    const el = document.createElement('div');
    el.innerHTML = html;
    return el;
  };
  const byHand = (el: HTMLElement): void => {
    for (const anchor of Array.from(el.querySelectorAll('a.yt-timestamp'))) {
      const chip = document.createElement('span');
      chip.className = 'playhead-chip';
      chip.setAttribute('role', 'button');
      chip.setAttribute('tabindex', '0');
      chip.setAttribute('data-label', anchor.textContent);
      chip.setAttribute('aria-label', 'Play from 1 minute 2 seconds');
      chip.textContent = '1:02';
      for (const event of ['click', 'auxclick', 'mousedown', 'keydown', 'contextmenu']) {
        chip.addEventListener(event, () => undefined);
      }
      anchor.replaceWith(chip);
    }
  };
  const context = {
    sourcePath: 'note.md',
    addChild: (child: import('obsidian').MarkdownRenderChild) => {
      child.load();
    },
  } as unknown as import('obsidian').MarkdownPostProcessorContext;

  const chips: number[] = [];
  const floor: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const one = rendered();
    let since = performance.now();
    for (const processor of processors) void processor(one, context);
    chips.push(performance.now() - since);
    const other = rendered();
    since = performance.now();
    byHand(other);
    floor.push(performance.now() - since);
  }
  return { chips, floor };
}

/** Runs in the page. */
async function measureStart(rounds: number): Promise<{ plugin: number[]; empty: number[] }> {
  const { app } = window;
  const main = await (await fetch('/plugin/main.js')).text();
  const nothing =
    'module.exports = { default: class extends require("obsidian").Plugin { onload() { this.addSettingTab(); } } };';
  const start = async (text: string, round: number): Promise<number> => {
    const manifest = { id: `bench-${round}-${text.length}`, name: 'Bench', version: '0' };
    const since = performance.now();
    const module = { exports: {} as { default: new (...args: unknown[]) => import('obsidian').Plugin } };
    // eslint-disable-next-line @typescript-eslint/no-implied-eval -- this is how the app evaluates a plugin
    const evaluate = new Function('module', 'exports', 'require', text) as (...args: unknown[]) => void;
    evaluate(module, module.exports, window.probe.require);
    const plugin = new module.exports.default(app, manifest);
    // Settings are read before anything is registered: it has started when all is.
    await new Promise<void>((resolve) => {
      plugin.addSettingTab = () => {
        resolve();
      };
      plugin.load();
    });
    const passed = performance.now() - since;
    plugin.unload();
    return passed;
  };
  const plugin: number[] = [];
  const empty: number[] = [];
  for (let round = 0; round < rounds; round++) {
    // A comment of its own keeps the engine from taking the code of the round before.
    plugin.push(await start(`${main}\n// ${round}`, round));
    empty.push(await start(`${nothing}\n// ${round}`, round));
  }
  return { plugin, empty };
}
