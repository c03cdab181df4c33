// Renders every real note: a chip for each timestamp that the scanner finds, in order, and all other text unchanged.
import { describe, expect, it } from 'vitest';
import { scan } from '../../src/core/read/scan.ts';
import { corpusFile, corpusNotes, hasCorpus } from '../support/corpus.ts';
import { probePlugin } from '../bench/probe-plugin.ts';
import { usePlayhead } from '../support/playhead.ts';

const app = usePlayhead();

interface Rendered {
  /** The text, with the label of each chip. */
  readonly text: string;
  readonly labels: readonly string[];
  readonly names: readonly string[];
}

const nothing: Rendered = { text: '', labels: [], names: [] };

/** Boots with the notes, and hands the app's module to the page. */
async function start(notes: Record<string, string>, plugin: 'built' | 'none'): Promise<void> {
  await app.driver.start({ notes, plugin });
  await app.page.evaluate(async (probe) => {
    const { plugins } = window.app as unknown as { plugins: { install(files: unknown): void } };
    plugins.install(probe);
    await window.app.plugins.enablePlugin('probe');
  }, probePlugin);
}

/** Renders notes as the app does, one after another. */
function renderAll(paths: readonly string[]): Promise<readonly Rendered[]> {
  return app.page.evaluate(async (paths) => {
    const { MarkdownRenderer, Component } = window.probe.obsidian;
    const rendered: Rendered[] = [];
    for (const path of paths) {
      const component = new Component();
      component.load();
      const root = createDiv();
      const text = await window.app.vault.adapter.read(path);
      await MarkdownRenderer.render(
        window.app,
        text.replace(/^---\n[^]*?\n---\n/, ''),
        root,
        path,
        component,
      );
      const chips = Array.from(root.querySelectorAll<HTMLElement>('.playhead-chip'));
      const labels = chips.map((chip) => chip.dataset['label'] ?? '');
      const names = chips.map((chip) => chip.getAttribute('aria-label') ?? '');
      for (const chip of chips) chip.replaceWith(chip.dataset['label'] ?? '');
      rendered.push({ text: root.textContent, labels, names });
      component.unload();
    }
    return rendered;
  }, paths);
}

/** The text that a renderer shows for a broken tag, which a chip replaces. */
const BROKEN_TAG = /<a class="(?:yt=")?yt-timestamp" data-t="[\d:]*(?:">|\](?:-\[[\d:]+\])?)/g;

const bare = (label: string): string => label.replace(/^\[(.*)\]$/, '$1').trim();

/** The part of `all` that is missing in `some`; undefined if `some` is not a part of it, in order. */
function missing<T>(
  all: readonly T[],
  some: readonly string[],
  labelOf: (item: T) => string,
): T[] | undefined {
  let next = 0;
  const left = all.filter((item) => labelOf(item) !== some[next] || ++next < 0);
  return next === some.length ? left : undefined;
}

describe.skipIf(!hasCorpus)('real notes', () => {
  it('have a chip for every timestamp, and no word that is not theirs', async () => {
    const names = corpusNotes();
    const notes = Object.fromEntries(names.map((name) => [name, corpusFile(name)]));
    await start(notes, 'built');
    const withPlugin = await renderAll(names);
    await start(notes, 'none');
    const without = await renderAll(names);

    const dropped: string[] = [];
    for (const [index, name] of names.entries()) {
      const note = notes[name] ?? '';
      const [{ labels, text }, { text: plain }] = [withPlugin[index] ?? nothing, without[index] ?? nothing];
      expect(text.replace(BROKEN_TAG, ''), name).toBe(plain.replace(BROKEN_TAG, ''));
      const unseen = missing(scan(note), labels.map(bare), ({ written }) => bare(written.label));
      if (unseen === undefined) throw new Error(`The chips of ${name} are not its timestamps.`);
      dropped.push(...unseen.map(({ from }) => note.slice(note.lastIndexOf('\n', from) + 1, from)));
    }
    // A row with more cells than its table has columns loses the last ones.
    expect(dropped.filter((line) => !line.startsWith('|'))).toEqual([]);
    expect(dropped.length).toBeLessThan(4);
    const said = withPlugin.flatMap((rendered) => rendered.names);
    expect(said.length).toBeGreaterThan(25_000);
    expect(
      said.filter((name) => !/^Play from|not a time|past the end|longer than|No time/.test(name)),
    ).toEqual([]);
  }, 120_000);
});
