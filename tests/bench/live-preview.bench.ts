// What a key costs in Live Preview with the plugin and without, in the host, turn by turn in one run.
import { expect, it } from 'vitest';
import { HostDriver } from '../driver/host-driver.ts';
import { useBrowser } from '../support/browser.ts';
import { addRow, median } from './rows.ts';
import { oneLineNote, paragraphsNote } from './video-note.ts';

const app = useBrowser();

const NOTES = [
  { name: 'one line of 2,083 anchors', text: oneLineNote(2083), rounds: 6, keys: 4, goal: 1.15 },
  { name: 'paragraphs with 2,083 anchors', text: paragraphsNote(2083), rounds: 10, keys: 20, goal: 1.1 },
  { name: 'paragraphs with 30 anchors', text: paragraphsNote(30), rounds: 10, keys: 20, goal: 1.1 },
];

it('takes keys in Live Preview', async () => {
  const driver = new HostDriver(app.page, app.hostUrl);
  for (const { name, text, rounds, keys, goal } of NOTES) {
    await driver.start({ notes: { 'note.md': text } });
    await driver.openNote('note.md', { mode: 'live' });
    const times: { with: number; without: number }[] = [];
    for (let round = 0; round < rounds; round++) {
      const withPlugin = await turn(keys);
      await driver.disable('playhead');
      const without = await turn(keys);
      await driver.enable('playhead');
      times.push({ with: withPlugin, without });
    }
    const [full, bare] = [median(times.map((time) => time.with)), median(times.map((time) => time.without))];
    addRow({
      name: `key, Live Preview: ${name}`,
      unit: 'ms',
      floor: bare,
      ours: full,
      compared: 'ratio',
      goal,
    });
    expect(times).toHaveLength(rounds);
  }
});

/** Milliseconds for one of the keys, typed in the middle of the note. */
function turn(keys: number): Promise<number> {
  return app.page.evaluate(async (keys) => {
    const editor = window.app.workspace.activeEditor?.editor;
    if (editor === undefined) throw new Error('No editor is active.');
    const { cm } = editor as unknown as { cm: import('@codemirror/view').EditorView };
    cm.dispatch({ selection: { anchor: cm.state.doc.length >> 1 }, scrollIntoView: true });
    cm.focus();
    let total = 0;
    for (let key = 0; key < keys; key++) {
      await new Promise(requestAnimationFrame);
      const started = performance.now();
      cm.dispatch(cm.state.replaceSelection('a'), { userEvent: 'input.type' });
      total += performance.now() - started;
    }
    return total / keys;
  }, keys);
}
