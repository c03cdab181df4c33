// What specs of writing share: a note in an editor beside a video that stands at a known second, carets where the note's text
// marks them, and the note afterwards, with its carets.
import type { Editor } from 'obsidian';
import { expect } from 'vitest';
import type { SavedLeaf, StartOptions } from '../driver/driver.ts';
import { marked, unmarked } from './caret-notation.ts';
import { anchor, panesIn, type PlayheadFixture } from './playhead.ts';

export const WRITTEN_VIDEO = 'writtenVid1';
export const NOTE = 'note.md';

/** The second that the video stands at, and its timestamp. */
export const AT = 66;
export const T = anchor('00:01:06');

export interface WritingOptions {
  readonly mode?: 'live' | 'source';
  /** The video beside the note; undefined for no pane at all. */
  readonly video?: string | undefined;
  /** How fast the video is to play. */
  readonly rate?: number;
  /** More of what the app starts with; `data` are the plugin's saved settings. */
  readonly app?: StartOptions;
}

/** A hotkey for each command of writing, as a user may have set them. */
export const KEYS = {
  'playhead:insert-timestamp': 'Alt+KeyT',
  'playhead:insert-timestamp-on-new-line': 'Alt+KeyN',
  'playhead:start-clip': 'Alt+KeyS',
  'playhead:end-clip': 'Alt+KeyE',
} as const;

/** The note `text` with properties that name the video. */
export function aboutVideo(text: string, video = WRITTEN_VIDEO): string {
  return `---\nvideoId: ${video}\n---\n${text}`;
}

/** Opens the note that `text` is, with its carets, beside a video that is paused at 1:06; the editor has the focus. */
export async function startWriting(
  app: PlayheadFixture,
  text: string,
  options: WritingOptions = {},
): Promise<void> {
  const { mode = 'source', rate = 1 } = options;
  const video = 'video' in options ? options.video : WRITTEN_VIDEO;
  const panes =
    video === undefined
      ? []
      : [leafOf('pane', 'playhead-video', { video: `youtube:${video}`, time: AT, rate })];
  const tabs = [leafOf('note', 'empty', {}), ...panes].map((leaf) => ({
    id: `${leaf.id}-tabs`,
    type: 'tabs' as const,
    children: [leaf],
  }));
  await app.driver.start({
    ...options.app,
    // Byte for byte is said without the space, which has its own spec.
    data: { spaceAfter: false, ...(options.app?.data as object | undefined) },
    notes: { [NOTE]: unmarked(text).text, ...options.app?.notes },
    layout: { main: { id: 'main', type: 'split', direction: 'vertical', children: tabs }, active: 'note' },
  });
  for (const [id, key] of Object.entries(KEYS)) {
    await app.driver.setHotkeys(id, [{ modifiers: ['Alt'], key: key.replace('Alt+Key', '') }]);
  }
  await app.driver.openNote(NOTE, { mode });
  await setCarets(app, text);
  // Before the length is known, writing waits for it.
  if (video !== undefined) await expect.poll(() => lengthShown(app)).toBeGreaterThan(0);
}

async function lengthShown({ page }: PlayheadFixture): Promise<number> {
  const track = panesIn(page).locator('.playhead-timeline [role="slider"]');
  return Number(await track.first().getAttribute('aria-valuemax'));
}

function leafOf(id: string, type: string, state: Record<string, unknown>): SavedLeaf {
  return { id, type: 'leaf', state: { type, state } };
}

/** Puts the carets of the active editor where `text` marks them; where it marks none, they stay. */
export async function setCarets({ page }: PlayheadFixture, text: string): Promise<void> {
  const { selections: marks } = unmarked(text);
  if (marks.length === 0) return;
  await page.evaluate((selections) => {
    const editor = window.app.workspace.activeEditor?.editor;
    if (editor === undefined) throw new Error('No editor is active.');
    editor.setSelections(
      selections.map(({ from, to }) => ({ anchor: editor.offsetToPos(from), head: editor.offsetToPos(to) })),
    );
    editor.focus();
  }, marks);
}

/** The text of the note's editor, with its carets marked. */
export async function written({ page }: PlayheadFixture, path = NOTE): Promise<string> {
  const { text, carets } = await page.evaluate((path) => {
    const leaves = window.app.workspace.getLeavesOfType('markdown');
    const leaf = leaves.find((one) => one.getViewState().state?.['file'] === path);
    if (leaf === undefined) throw new Error(`${path} is not open.`);
    const { editor } = leaf.view as unknown as { editor: Editor };
    const carets = editor.listSelections().map(({ head }) => editor.posToOffset(head));
    return { text: editor.getValue(), carets };
  }, path);
  return marked(text, carets);
}
