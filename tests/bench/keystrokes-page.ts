// What the keystrokes bench runs in a page: two editors that differ by one extension, and keys typed into both.
import { history } from '@codemirror/commands';
import { markdown } from '@codemirror/lang-markdown';
import { StateField, type Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { scan } from '../../src/core/read/scan';
import { timestampsField } from '../../src/chips/live-preview/timestamps-field';

/** What an editor has without Playhead. Where it has no language, a key is so cheap that what is added stands out of the noise. */
const EDITORS = {
  plain: [],
  markdown: [history(), markdown()],
} satisfies Record<string, Extension>;

/** Reads all of the note after every key, if there is anything to find in it: the plain way, which the plugin does not go. */
const wholeScan = StateField.define({
  create: ({ doc }) => scanned(doc.toString()),
  update: (last, { docChanged, state }) => (docChanged ? scanned(state.doc.toString()) : last),
});

function scanned(text: string): readonly object[] {
  return /\d|timestamp/.test(text) ? scan(text) : [];
}

const ADDED = {
  timestamps: timestampsField,
  scan: wholeScan,
} satisfies Record<string, Extension>;

export interface KeystrokeOptions {
  readonly text: string;
  readonly editor: keyof typeof EDITORS;
  readonly added: keyof typeof ADDED;
  /** How often each of the two has its turn. */
  readonly rounds: number;
  /** The keys typed in a turn: enough of them for a clock that tells tenths of milliseconds. */
  readonly keys: number;
}

/** Milliseconds for a key in the middle of the note, as medians of all rounds. */
export interface KeystrokeTimes {
  readonly without: number;
  readonly with: number;
  /** By how much a turn of the one takes longer than that of the other right before it. */
  readonly difference: number;
}

declare global {
  interface Window {
    measureKeystrokes: (options: KeystrokeOptions) => Promise<KeystrokeTimes>;
  }
}

window.measureKeystrokes = async ({ text, editor, added, rounds, keys }) => {
  const bare = open(text, EDITORS[editor]);
  const full = open(text, [EDITORS[editor], ADDED[added]]);
  const times: { without: number; with: number }[] = [];
  for (let round = 0; round < rounds; round++) {
    times.push({ without: await turn(bare, keys), with: await turn(full, keys) });
  }
  for (const { dom } of [bare, full]) dom.parentElement?.remove();
  for (const view of [bare, full]) view.destroy();
  return {
    without: median(times.map((time) => time.without)),
    with: median(times.map((time) => time.with)),
    difference: median(times.map((time) => time.with - time.without)),
  };
};

function open(text: string, extensions: Extension): EditorView {
  const parent = document.body.appendChild(document.createElement('div'));
  const view = new EditorView({ parent, doc: text, extensions: [extensions, EditorView.lineWrapping] });
  view.dom.style.height = '300px';
  view.dispatch({ selection: { anchor: middleOf(text) }, scrollIntoView: true });
  return view;
}

/** Among words where there are some, and else between two anchors. */
function middleOf(text: string): number {
  const middle = text.length >> 1;
  const paragraph = text.indexOf('\n\n', middle);
  return paragraph < 0 ? text.indexOf('> <a', middle) + 1 : text.indexOf(' ', paragraph + 40);
}

/** Milliseconds for a key. The text is put back: each turn finds the same. */
async function turn(view: EditorView, keys: number): Promise<number> {
  // What the editor does between frames is not the key's.
  await new Promise(requestAnimationFrame);
  const started = performance.now();
  for (let key = 0; key < keys; key++) {
    view.dispatch(view.state.replaceSelection('a'), { userEvent: 'input.type' });
  }
  const passed = performance.now() - started;
  const { head } = view.state.selection.main;
  view.dispatch({ changes: { from: head - keys, to: head } });
  return passed / keys;
}

function median(times: readonly number[]): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? NaN;
}
