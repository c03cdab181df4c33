// What a key costs in Live Preview with the plugin and without: from the key to the frame that shows it, as time of the page's own thread. Two
// pages show the same note in the same way, one with the plugin; both are warm, and type turn by turn.
import type { CDPSession, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { HostDriver } from '../driver/host-driver.ts';
import { openPage, useBrowser } from '../support/browser.ts';
import { addRow } from './rows.ts';
import { endTracing, keepUntraced } from './untraced.ts';
import { clippedNote, oneLineNote, paragraphsNote } from './video-note.ts';

const app = useBrowser();

const NOTES = [
  { name: 'one line of 2,083 anchors', text: oneLineNote(2083), rounds: 8, keys: 6, goal: 1.15 },
  { name: 'paragraphs with 2,083 anchors', text: paragraphsNote(2083), rounds: 12, keys: 30, goal: 1.1 },
  { name: 'paragraphs with 30 anchors', text: paragraphsNote(30), rounds: 12, keys: 30, goal: 1.1 },
  { name: 'a clipped note of three hours', text: clippedNote(3 * 3600), rounds: 12, keys: 30, goal: 1.1 },
];

interface Typing {
  readonly page: Page;
  readonly cdp: CDPSession;
}

it('takes keys in Live Preview', async () => {
  const without = await openPage(app.browser);
  const full = await openPage(app.browser);
  for (const { context } of [without, full]) await keepUntraced(context);
  for (const { name, text, rounds, keys, goal } of NOTES) {
    const [floor, ours] = [await openNote(without.page, text, false), await openNote(full.page, text, true)];
    const times = { floor: [] as number[], ours: [] as number[] };
    for (let round = 0; round < rounds; round++) {
      times.floor.push(await turn(floor, keys));
      times.ours.push(await turn(ours, keys));
    }
    for (const { cdp } of [floor, ours]) await cdp.detach();
    const least = { floor: Math.min(...times.floor), ours: Math.min(...times.ours) };
    addRow({ name: `key, Live Preview: ${name}`, unit: 'ms', ...least, compared: 'ratio', goal });
    expect(times.ours).toHaveLength(rounds);
  }
  for (const { close } of [without, full]) await close();
});

async function openNote(page: Page, text: string, withPlugin: boolean): Promise<Typing> {
  const driver = new HostDriver(page, app.hostUrl);
  await driver.start({ notes: { 'note.md': text } });
  await driver.openNote('note.md', { mode: 'live' });
  if (!withPlugin) await driver.disable('playhead');
  await endTracing(page);
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  const typing = { page, cdp };
  // Code is compiled as it is used.
  for (const keys of [20, 20]) await turn(typing, keys);
  return typing;
}

/** Milliseconds of the page's thread for one of the keys, typed in the middle of the note; the text is put back. */
async function turn({ page, cdp }: Typing, keys: number): Promise<number> {
  const busy = async (): Promise<number> => {
    const { metrics } = await cdp.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN) * 1000;
  };
  await page.evaluate(toMiddle);
  const before = await busy();
  await page.evaluate(typeKeys, keys);
  const passed = (await busy()) - before;
  await page.evaluate(takeBack, keys);
  return passed / keys;
}

/**
 * Runs in the page. Puts the caret among words where there are some, and else between two anchors. The editor comes there from the top, so that both
 * pages draw the same lines: else it keeps those that it has drawn before, which may be half as many more.
 */
async function toMiddle(): Promise<void> {
  const { cm } = window.app.workspace.activeEditor?.editor as unknown as {
    cm: import('@codemirror/view').EditorView;
  };
  const text = cm.state.doc.toString();
  const middle = text.length >> 1;
  const paragraph = text.indexOf('\n\n', middle);
  const at = paragraph < 0 ? text.indexOf('> <a', middle) + 1 : text.indexOf(' ', paragraph + 40);
  for (const isAtTop of [true, false]) {
    if (isAtTop) cm.scrollDOM.scrollTop = 0;
    else cm.dispatch({ selection: { anchor: at }, scrollIntoView: true });
    for (let frame = 0; frame < 6; frame++) await new Promise(requestAnimationFrame);
  }
  cm.focus();
}

/** Runs in the page. */
async function typeKeys(keys: number): Promise<void> {
  const { cm } = window.app.workspace.activeEditor?.editor as unknown as {
    cm: import('@codemirror/view').EditorView;
  };
  for (let key = 0; key < keys; key++) {
    await new Promise(requestAnimationFrame);
    cm.dispatch(cm.state.replaceSelection('a'), { userEvent: 'input.type' });
  }
  for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
}

/** Runs in the page. */
function takeBack(keys: number): void {
  const { cm } = window.app.workspace.activeEditor?.editor as unknown as {
    cm: import('@codemirror/view').EditorView;
  };
  const { head } = cm.state.selection.main;
  cm.dispatch({ changes: { from: head - keys, to: head } });
}
