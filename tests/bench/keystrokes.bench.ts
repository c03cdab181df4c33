// What a key costs in an editor with what Playhead adds to it, against the same editor without.
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { expect, it } from 'vitest';
import { useBrowser } from '../support/browser.ts';
import type { KeystrokeOptions, KeystrokeTimes } from './keystrokes-page.ts';
import { addRow } from './rows.ts';
import { oneLineNote, paragraphsNote } from './video-note.ts';

const app = useBrowser();

/** As many anchors as the largest real note has, and as the median one. */
const MOST = 2083;
const USUAL = 30;

const NOTES = [
  { name: `one line of ${MOST} anchors`, text: oneLineNote(MOST), rounds: 15, keys: 2, goal: 1.15 },
  { name: `paragraphs with ${MOST} anchors`, text: paragraphsNote(MOST), rounds: 60, keys: 20, goal: 1.1 },
  { name: `paragraphs with ${USUAL} anchors`, text: paragraphsNote(USUAL), rounds: 60, keys: 20, goal: 1.1 },
];

/** The plugin reads again as far as the key matters. The plain way is there to compare with, and has no goal. */
const ADDED: readonly { readonly added: KeystrokeOptions['added']; readonly name: string }[] = [
  { added: 'timestamps', name: 'key, reading' },
  { added: 'scan', name: 'if all were read anew' },
];

it.each(ADDED)('takes keys: $added', async ({ added, name: reading }) => {
  await app.page.addScriptTag({ content: await pageScript() });
  for (const { name, text, rounds, keys, goal } of NOTES) {
    const inMarkdown = await measure({ text, added, keys, rounds, editor: 'markdown' });
    // What is added is told from an editor without a language: beside it, in a long line, it is lost in the noise.
    const inPlain = await measure({ text, added, keys, rounds: 60, editor: 'plain' });
    const ours = inMarkdown.without + inPlain.difference;
    addRow({
      name: `${reading}: ${name}`,
      unit: 'ms',
      floor: inMarkdown.without,
      ours,
      compared: 'ratio',
      ...(added === 'timestamps' ? { goal } : {}),
    });
    expect(inMarkdown.with).toBeGreaterThan(0);
  }
});

function measure(options: KeystrokeOptions): Promise<KeystrokeTimes> {
  return app.page.evaluate((given) => window.measureKeystrokes(given), options);
}

async function pageScript(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('keystrokes-page.ts', import.meta.url))],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    logLevel: 'warning',
  });
  return outputFiles[0]?.text ?? '';
}
