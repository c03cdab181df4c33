// The looped clip on the timeline: its handles write another start and end into the note, one undo step each.
import type { Editor } from 'obsidian';
import type { Locator } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { setPaneWidth } from '../support/pane-states.ts';
import { anchor, chipsIn, noteIn, panesIn, usePlayhead } from '../support/playhead.ts';
import { timersEnded, watchTimers } from '../support/timers.ts';
import { aboutVideo, KEYS, startWriting, written } from '../support/writing.ts';

const app = usePlayhead();
const id = 'handledClip';
const clip = (start: string, end: string): string =>
  anchor(start, `[${start} - ${end}]`, ` data-end="${end}"`);
const noteOf = (timestamp: string): string => `---\nvideoId: ${id}\n---\n\nOne ${timestamp} two.\n\nEnd\n`;
const handle = (name: string): Locator => panesIn(app.page).getByRole('slider', { name, exact: true });
/** The text of the note, while the pane is active. */
const noted = async (): Promise<string> => (await written(app)).replace('‸', '');
const undo = (): Promise<void> =>
  app.page.evaluate(() => {
    const [leaf] = window.app.workspace.getLeavesOfType('markdown');
    (leaf?.view as unknown as { editor: Editor }).editor.undo();
  });

/** Loops the timestamp of a note in the editor. */
async function loop(
  timestamp: string,
  {
    length = 600,
    text = noteOf(timestamp),
    ...options
  }: { length?: number; text?: string; platform?: 'desktop' | 'phone' } = {},
): Promise<void> {
  app.youtube.set(id, { length });
  await app.driver.start({ notes: { 'note.md': text }, ...options });
  await app.driver.openNote('note.md', { mode: 'live' });
  await chipsIn(app.page).click({ button: 'right' });
  await app.page.locator('.menu .menu-item', { hasText: 'Loop this clip' }).click();
  await handle('End of the clip').waitFor();
}

const times = (): Promise<readonly (string | null)[]> =>
  Promise.all(
    ['Start of the clip', 'End of the clip'].map((name) => handle(name).getAttribute('aria-valuenow')),
  );

it('keys move a handle; what they did together is one step', async () => {
  await loop(clip('00:01:00', '00:01:30'));
  expect(await times()).toEqual(['60', '90']);
  await handle('End of the clip').focus();
  await app.page.keyboard.down('ArrowRight');
  await app.page.keyboard.down('ArrowRight');
  await app.page.keyboard.down('ArrowRight');
  expect(await times()).toEqual(['60', '93']);
  expect(await noted()).toBe(noteOf(clip('00:01:00', '00:01:30')));
  await app.page.keyboard.up('ArrowRight');
  await expect.poll(() => noted()).toBe(noteOf(clip('00:01:00', '00:01:33')));
  // The loop goes on with the note's present times, and its handles still work.
  await app.page.keyboard.press('Shift+ArrowLeft');
  await expect.poll(() => noted()).toBe(noteOf(clip('00:01:00', '00:01:28')));
  await expect.poll(times).toEqual(['60', '88']);
  await handle('Start of the clip').press('Shift+ArrowLeft');
  await expect.poll(() => noted()).toBe(noteOf(clip('00:00:55', '00:01:28')));
  await expect.poll(times).toEqual(['55', '88']);
  await undo();
  await undo();
  expect(await noted()).toBe(noteOf(clip('00:01:00', '00:01:33')));
  await expect.poll(times).toEqual(['60', '93']);
});

describe('to undo what a handle wrote', () => {
  const lines = 'A line.\n\n'.repeat(150);
  const text = `${noteOf(clip('00:01:00', '00:01:30'))}\n${lines}`;
  const scroller = (): Locator =>
    app.page.locator('.workspace-leaf-content[data-type="markdown"] .cm-scroller');
  const scroll = (top: number): Promise<void> =>
    scroller().evaluate((el, top) => {
      el.scrollTop = top;
    }, top);
  const scrolled = (): Promise<number> =>
    scroller().evaluate(async (el) => {
      // The editor scrolls with the frame after an edit.
      for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
      return el.scrollTop;
    });

  /** Moves the end of the clip, while the caret is at the end of the note, which is not in view. */
  async function moveEnd(): Promise<void> {
    await loop(clip('00:01:00', '00:01:30'), { text });
    await app.page.evaluate(() => {
      const [leaf] = window.app.workspace.getLeavesOfType('markdown');
      const { editor } = leaf?.view as unknown as { editor: Editor };
      editor.setCursor(editor.lastLine());
    });
    await scroll(0);
    await handle('End of the clip').press('ArrowRight');
    await expect.poll(() => noted()).toContain('00:01:31');
  }

  it('leaves the note where it is, if its timestamp is in view', async () => {
    await moveEnd();
    expect(await scrolled()).toBe(0);
    await undo();
    expect(await noted()).toBe(text);
    expect(await scrolled()).toBe(0);
  });

  it('shows the timestamp, if that is not in view', async () => {
    await moveEnd();
    await scroll(2000);
    expect(await scrolled()).toBeGreaterThan(1000);
    await undo();
    expect(await noted()).toBe(text);
    expect(await scrolled()).toBeLessThan(200);
  });

  it('goes to the caret as ever, if the user has typed there', async () => {
    await moveEnd();
    await noteIn(app.page, 'note.md').locator('.cm-content').focus();
    await app.page.keyboard.type('x');
    await scroll(0);
    await undo();
    expect(await scrolled()).toBeGreaterThan(1000);
  });
});

it('the loop and its handles follow the timestamp that is edited by hand', async () => {
  await loop('[1:00 - 1:30]');
  const line = app.page.locator('.workspace-leaf-content[data-type="markdown"] .cm-line', {
    hasText: 'two.',
  });
  await line.click();
  await app.page.keyboard.press('Home');
  for (let step = 0; step < 'One [1:00 - 1:3'.length; step++) await app.page.keyboard.press('ArrowRight');
  await app.page.keyboard.press('Delete');
  await app.page.keyboard.type('5');
  expect(await noted()).toBe(noteOf('[1:00 - 1:35]'));
  await expect.poll(times).toEqual(['60', '95']);
  await undo();
  await undo();
  await expect.poll(times).toEqual(['60', '90']);
});

it('the loop goes on from its start if its end is moved before the second that plays', async () => {
  await loop(clip('00:01:00', '00:01:30'));
  const timeline = panesIn(app.page).getByRole('slider', { name: 'Timeline' });
  for (let step = 0; step < 4; step++) await timeline.press('ArrowRight');
  await expect.poll(() => app.youtube.player(app.page, id).currentTime()).toBeGreaterThan(79);
  await handle('End of the clip').focus();
  await app.page.keyboard.down('Shift');
  for (let step = 0; step < 4; step++) await app.page.keyboard.down('ArrowLeft');
  await app.page.keyboard.up('ArrowLeft');
  await app.page.keyboard.up('Shift');
  await expect.poll(() => noted()).toBe(noteOf(clip('00:01:00', '00:01:10')));
  await expect.poll(times).toEqual(['60', '70']);
  await expect.poll(() => app.youtube.player(app.page, id).currentTime()).toBeLessThan(72);
  expect(await handle('End of the clip').isVisible()).toBe(true);
});

it('the pointer drags one, which gives a timestamp without an end its end', async () => {
  await loop(anchor('00:01:00'));
  const track = await panesIn(app.page).getByRole('slider', { name: 'Timeline' }).boundingBox();
  const end = await handle('End of the clip').boundingBox();
  if (track === null || end === null) throw new Error('There is no timeline.');
  const middle = end.y + end.height / 2;
  await app.page.mouse.move(end.x + end.width / 2, middle);
  await app.page.mouse.down();
  await app.page.mouse.move(track.x + track.width * 0.25, middle);
  // The handle is grabbed at its middle; the clip ends at its edge.
  await app.page.mouse.move(track.x + track.width * 0.3 + end.width / 2, middle);
  await app.page.mouse.up();
  const seconds = Number((await times())[1]);
  expect(seconds).toBeGreaterThan(175);
  expect(seconds).toBeLessThan(185);
  const written = `00:0${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  await expect.poll(() => noted()).toBe(noteOf(anchor('00:01:00', undefined, ` data-end="${written}"`)));
  await undo();
  expect(await noted()).toBe(noteOf(anchor('00:01:00')));
});

it('key presses on a handle in quick succession add up', async () => {
  await loop(clip('00:01:00', '00:01:30'));
  await handle('End of the clip').focus();
  // In one task of the page, before anything can be written.
  await handle('End of the clip').evaluate((el) => {
    for (const type of ['keydown', 'keyup', 'keydown', 'keyup', 'keydown', 'keyup'])
      el.dispatchEvent(new KeyboardEvent(type, { key: 'ArrowRight', bubbles: true, cancelable: true }));
  });
  await expect.poll(() => noted()).toBe(noteOf(clip('00:01:00', '00:01:33')));
  await expect.poll(times).toEqual(['60', '93']);
  expect(await app.page.locator('.notice').count()).toBe(0);
});

it('a handle that is held at its edge does not jump to the pointer', async () => {
  await loop(anchor('00:01:00'));
  const end = await handle('End of the clip').boundingBox();
  if (end === null) throw new Error('There is no handle.');
  const [, before] = await times();
  await app.page.mouse.move(end.x + end.width - 1, end.y + end.height / 2);
  await app.page.mouse.down();
  await app.page.mouse.move(end.x + end.width, end.y + end.height / 2);
  await app.page.mouse.move(end.x + end.width - 1, end.y + end.height / 2);
  expect((await times())[1]).toBe(before);
  await app.page.mouse.up();
  expect((await times())[1]).toBe(before);
});

it('the second of a handle is in sight while it is moved, and no tick below it is previewed', async () => {
  await loop(anchor('00:01:00'));
  const tip = panesIn(app.page).locator('.playhead-tip');
  const end = await handle('End of the clip').boundingBox();
  if (end === null) throw new Error('There is no handle.');
  await watchTimers(app.page);
  const at = { x: end.x + end.width / 2, y: end.y + end.height / 2 };
  await app.page.mouse.move(at.x, at.y);
  await expect.poll(() => tip.innerText()).toBe('1:15');
  await app.page.mouse.down();
  await app.page.mouse.move(at.x + 4, at.y);
  await app.page.mouse.move(at.x + 9, at.y);
  const seconds = Number((await times())[1]);
  const said = `1:${String(seconds - 60).padStart(2, '0')}`;
  expect([await tip.isVisible(), await tip.innerText()]).toEqual([true, said]);
  await app.page.mouse.up();
  await timersEnded(app.page);
  expect(await app.page.locator('.hover-popover').count()).toBe(0);
  await app.page.mouse.move(at.x, at.y + 200);
  await expect.poll(() => tip.isVisible()).toBe(false);
  await handle('End of the clip').press('ArrowRight');
  expect([await tip.isVisible(), await tip.innerText()]).toEqual([true, `1:${String(seconds - 59)}`]);
});

/** The names of the controls and players that a box covers. */
function coveredBy(el: Element): readonly string[] {
  const box = el.getBoundingClientRect();
  const others = el
    .closest('.playhead-pane')
    ?.querySelectorAll<HTMLElement>('button, input, .playhead-stage');
  return Array.from(others ?? [])
    .filter((other) => {
      const { left, right, top, bottom, width } = other.getBoundingClientRect();
      return width > 0 && left < box.right && box.left < right && top < box.bottom && box.top < bottom;
    })
    .map((other) => other.getAttribute('aria-label') ?? other.className);
}

describe.each([300, 600])('the label of a handle in a pane of %d pixels', (width) => {
  it.each([
    ['at the start of the video', '00:00:00', '00:00:08'],
    ['in its middle', '00:05:00', '00:05:20'],
    ['over most of it', '00:00:02', '00:09:50'],
    ['at its end', '00:09:50', '00:09:59'],
  ])('covers no control, no player and no handle, for a clip %s', async (_, start, end) => {
    await loop(clip(start, end));
    await setPaneWidth(app.page, width);
    const loopControl = panesIn(app.page).getByRole('button', { name: 'Loop clip' });
    expect(await loopControl.getAttribute('aria-pressed')).toBe('true');
    const label = panesIn(app.page).locator('.playhead-tip');
    for (const [name, key] of [
      ['Start of the clip', 'ArrowRight'],
      ['End of the clip', 'ArrowLeft'],
    ] as const) {
      await handle(name).press(key);
      await expect.poll(() => label.isVisible()).toBe(true);
      const box = await label.boundingBox();
      const track = await panesIn(app.page).getByRole('slider', { name: 'Timeline' }).boundingBox();
      const [of, pane] = [await handle(name).boundingBox(), await panesIn(app.page).boundingBox()];
      if (box === null || track === null || of === null || pane === null) throw new Error('It is not shown.');
      expect(await label.evaluate(coveredBy), name).toEqual([]);
      expect(box.x >= pane.x && box.x + box.width <= pane.x + pane.width, `${name} is in the pane`).toBe(
        true,
      );
      const isBeside = box.x >= of.x + of.width || box.x + box.width <= of.x;
      expect(isBeside, `${name} is seen`).toBe(true);
      expect(box.y + box.height / 2).toBeCloseTo(track.y + track.height / 2, 0);
    }
  });
});

interface Grip {
  readonly isSeen: boolean;
  readonly isGrabbedBeside: boolean;
  readonly isHighEnough: boolean;
  readonly isWide: boolean;
}

/** `reach` is the distance from the clip at which a handle is grabbed. Pixels. */
function gripsOf(handles: readonly Element[], { reach, height }: { reach: number; height: number }): Grip[] {
  // The playhead's dot is placed where it would cover a handle.
  document.querySelector<HTMLElement>('.playhead-thumb')?.style.setProperty('pointer-events', 'auto');
  return handles.map((el) => {
    const { left, right, top, bottom } = el.getBoundingClientRect();
    const pane = el.closest('.playhead-pane')?.getBoundingClientRect();
    const [x, y] = [(left + right) / 2, (top + bottom) / 2];
    const isHit = (atX: number, atY: number): boolean =>
      document.elementFromPoint(atX, atY)?.closest('.playhead-handle') === el;
    const outer = el.matches('.is-start')
      ? Math.max(right - reach, pane?.left ?? 0) + 1
      : Math.min(left + reach, pane?.right ?? 0) - 1;
    return {
      isSeen: [left + 1, x, right - 1].every((at) => isHit(at, y)),
      isGrabbedBeside: isHit(outer, y),
      isHighEnough: isHit(x, y - height / 2) && isHit(x, y + height / 2),
      isWide: right - left >= 7,
    };
  });
}

describe.each(['desktop', 'phone'] as const)(
  'the handles of a clip that is short on its timeline: %s',
  (platform) => {
    it.each([
      ['in the middle of the video', '00:30:00', '00:30:20'],
      ['at its start', '00:00:00', '00:00:20'],
      ['at its end', '00:59:39', '00:59:59'],
    ])('are seen and grabbed, each by itself, %s', async (_, start, end) => {
      await loop(clip(start, end), { length: 3600, platform });
      const grips = await panesIn(app.page)
        .locator('.playhead-handle')
        .evaluateAll(gripsOf, platform === 'phone' ? { reach: 28, height: 40 } : { reach: 12, height: 14 });
      const right = { isSeen: true, isGrabbedBeside: true, isHighEnough: true, isWide: true };
      expect(grips).toEqual([right, right]);
      const [one, other] = await Promise.all([
        handle('Start of the clip').boundingBox(),
        handle('End of the clip').boundingBox(),
      ]);
      expect((one?.x ?? 0) + (one?.width ?? 0)).toBeLessThan(other?.x ?? 0);
    });
  },
);

it('no tooltip of the app lies over the controls while a handle is pointed at or dragged', async () => {
  await loop(anchor('00:01:00'));
  const end = await handle('End of the clip').boundingBox();
  if (end === null) throw new Error('There is no handle.');
  await watchTimers(app.page);
  const at = { x: end.x + end.width / 2, y: end.y + end.height / 2 };
  await app.page.mouse.move(at.x, at.y);
  await timersEnded(app.page);
  expect(await app.page.locator('.tooltip').allInnerTexts()).toEqual([]);
  await app.page.mouse.down();
  await app.page.mouse.move(at.x + 9, at.y);
  await timersEnded(app.page);
  expect(await app.page.locator('.tooltip').allInnerTexts()).toEqual([]);
  await app.page.mouse.up();
});

it.each<{ timestamp: string; becomes?: string; why: string }>([
  { timestamp: '[1:00]', becomes: '[1:00 - 1:31]', why: 'a time in brackets gets its end' },
  {
    timestamp: '**1:00** · Said here.',
    why: 'without a place for an end only the loop changes, and says so',
  },
])('a handle of $timestamp is moved: $why', async ({ timestamp, becomes }) => {
  const more = becomes === undefined ? '\n\n**1:31** · More.\n\n**2:31** · And more.' : '';
  app.youtube.set(id, { length: 600 });
  const note = `---\nvideoId: ${id}\n---\n\n${timestamp}${more}\n\nEnd\n`;
  await app.driver.start({ notes: { 'note.md': note } });
  await app.driver.openNote('note.md', { mode: 'live' });
  await chipsIn(app.page).first().click({ button: 'right' });
  await app.page.locator('.menu .menu-item', { hasText: 'Loop this clip' }).click();
  await handle('End of the clip').focus();
  for (let step = 0; step < 16; step++) await app.page.keyboard.down('ArrowRight');
  await app.page.keyboard.up('ArrowRight');
  await expect.poll(times).toEqual(['60', '91']);
  expect(await noted()).toBe(becomes === undefined ? note : note.replace(timestamp, becomes));
  const notices = app.page.locator('.notice', { hasText: 'Changed for the loop only.' });
  expect(await notices.count()).toBe(becomes === undefined ? 1 : 0);
});

it.each(['live', 'reading'] as const)(
  'the handles write the timestamp that was clicked, and no other that says the same: %s',
  async (mode) => {
    const one = clip('00:01:00', '00:01:30');
    const three = `---\nvideoId: ${id}\n---\n\nOne ${one} two ${one} three ${one}.\n\nEnd\n`;
    app.youtube.set(id, { length: 600 });
    await app.driver.start({ notes: { 'note.md': three } });
    await app.driver.openNote('note.md', { mode });
    await chipsIn(app.page).nth(1).click({ button: 'right' });
    await app.page.locator('.menu .menu-item', { hasText: 'Loop this clip' }).click();
    await handle('End of the clip').waitFor();
    // The note grows above the timestamp meanwhile, by more than the distance between the three.
    const above = 'More words. '.repeat(20);
    await app.page.evaluate(
      (text) =>
        window.app.vault.process(window.app.vault.getFileByPath('note.md') as never, (now) =>
          now.replace('One', `${text}One`),
        ),
      above,
    );
    const grown = three.replace('One', `${above}One`);
    await handle('End of the clip').press('ArrowRight');
    const moved = grown.replace(`two ${one}`, `two ${clip('00:01:00', '00:01:31')}`);
    await expect.poll(() => app.driver.readFile('note.md')).toBe(moved);
    await handle('Start of the clip').press('ArrowLeft');
    const again = grown.replace(`two ${one}`, `two ${clip('00:00:59', '00:01:31')}`);
    await expect.poll(() => app.driver.readFile('note.md')).toBe(again);
  },
);

it('a clip that has a start and no end is marked, until it is ended', async () => {
  await startWriting(app, aboutVideo('‸'));
  const mark = panesIn(app.page).locator('.playhead-clip-opened');
  expect(await mark.isVisible()).toBe(false);
  await app.page.keyboard.press(KEYS['playhead:start-clip']);
  await expect.poll(() => mark.isVisible()).toBe(true);
  await app.page.keyboard.press(KEYS['playhead:end-clip']);
  await expect.poll(() => mark.isVisible()).toBe(false);
});
