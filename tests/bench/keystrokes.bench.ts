// What a key costs in an editor with what Playhead adds to it, against the same editor without.
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { expect, it } from 'vitest';
import { useBrowser } from '../support/browser.ts';
import type { KeystrokeOptions, KeystrokeTimes } from './keystrokes-page.ts';
import { oneLineNote, paragraphsNote } from './video-note.ts';

const app = useBrowser();

/** As many anchors as the largest real note has, and as the median one. */
const MOST = 2083;
const USUAL = 30;

const NOTES = [
  { name: `one line of ${MOST} anchors`, text: oneLineNote(MOST), rounds: 15, keys: 2 },
  { name: `paragraphs with ${MOST} anchors`, text: paragraphsNote(MOST), rounds: 60, keys: 20 },
  { name: `paragraphs with ${USUAL} anchors`, text: paragraphsNote(USUAL), rounds: 60, keys: 20 },
];

const ADDED: readonly KeystrokeOptions['added'][] = ['timestamps', 'scan'];

it.each(ADDED)('takes keys: %s', async (added) => {
  await app.page.addScriptTag({ content: await pageScript() });
  const rows: string[] = [];
  for (const { name, text, rounds, keys } of NOTES) {
    const inMarkdown = await measure({ text, added, keys, rounds, editor: 'markdown' });
    const inPlain = await measure({ text, added, keys, rounds: 60, editor: 'plain' });
    rows.push(`  ${name}, ${Math.round(text.length / 1000)} KB`, ...rowsOf(inMarkdown, inPlain));
    expect(inMarkdown.with).toBeGreaterThan(0);
  }
  console.log(
    [`a key in an editor with Markdown and history, and in one with ${added} too`, ...rows].join('\n'),
  );
});

function measure(options: KeystrokeOptions): Promise<KeystrokeTimes> {
  return app.page.evaluate((given) => window.measureKeystrokes(given), options);
}

/** What is added is told from the plain editor: beside the language, in a long line, it is lost in the noise. */
function rowsOf(inMarkdown: KeystrokeTimes, inPlain: KeystrokeTimes): string[] {
  const milliseconds = (time: number): string => `${time.toFixed(3).padStart(8)} ms`;
  const ratio = (inMarkdown.with / inMarkdown.without).toFixed(2);
  const share = ((100 * inPlain.difference) / inMarkdown.without).toFixed(1);
  return [
    `    without             ${milliseconds(inMarkdown.without)}`,
    `    with                ${milliseconds(inMarkdown.with)}   ratio ${ratio}`,
    `    what it adds alone  ${milliseconds(inPlain.difference)}   ${share} % of the editor without`,
  ];
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
