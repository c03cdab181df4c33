// Page preview: resting on an internal link opens its note in a popover.
import { expect, it } from 'vitest';
import { useBrowser } from '../support/browser';
import { timersEnded, watchTimers } from '../support/timers';
import { openRecorded, recorded, recorder } from './recorder';

const app = useBrowser();

const notes = {
  'Note.md': 'To [[Clip#Part]], to [[Other]].\n\nElsewhere.',
  'Clip.md': '---\nvideoId: ifA0ZRiOmx0\n---\n\nOne.\n\n## Part\n\nTwo, and [[Other]].',
  'Other.md': 'The other.',
};
const popover = '.popover.hover-popover';

async function hover(text: string): Promise<void> {
  await app.page.locator('a.internal-link', { hasText: text }).first().hover();
}

it('opens the note of a link after a rest of 300 ms, and closes when the pointer has gone', async () => {
  await openRecorded(app, notes);
  const started = performance.now();
  await hover('Other');
  await app.page.locator(popover, { hasText: 'The other.' }).waitFor();
  expect(performance.now() - started).toBeGreaterThan(290);
  await app.page.mouse.move(1, 1);
  await app.page.locator(popover).waitFor({ state: 'detached' });
});

it('gives post-processors the whole fragment, as a part of the note it is of', async () => {
  await openRecorded(app, notes);
  await hover('Part');
  await app.page.locator(`${popover} .markdown-preview-view h2`).waitFor();
  const call = (await recorded(app.page)).find((candidate) => candidate.path === 'Clip.md');
  expect(call).toMatchObject({ attached: false, section: null, frontmatter: null });
  expect(call?.text.split(/\s+/)).toEqual(['Part', 'Two,', 'and', 'Other.']);
});

it('stays while the pointer is on it, and its own links can be followed', async () => {
  await openRecorded(app, notes);
  await hover('Part');
  const inside = app.page.locator(`${popover} a.internal-link`);
  await inside.hover();
  await inside.click();
  await expect
    .poll(() => app.page.evaluate(() => window.app.workspace.getActiveFile()?.path))
    .toBe('Other.md');
});

it('shows one popover at a time for one view', async () => {
  await openRecorded(app, notes);
  await hover('Part');
  await app.page.locator(popover).waitFor();
  await hover('Other');
  await app.page.locator(popover, { hasText: 'The other.' }).waitFor();
  expect(await app.page.locator(popover).count()).toBe(1);
});

it('opens nothing when the pointer only passed', async () => {
  await openRecorded(app, notes);
  const link = await app.page.locator('a.internal-link', { hasText: 'Part' }).boundingBox();
  if (link === null) throw new Error('The link is not shown');
  // Bare moves: the checks of a locator's `hover` could take as long as the rest that opens a popover.
  await app.page.mouse.move(link.x + 5, link.y + 5);
  await app.page.mouse.move(1, 1);
  await hover('Other');
  await app.page.locator(popover, { hasText: 'The other.' }).waitFor();
  expect((await recorded(app.page)).some((call) => call.path === 'Clip.md')).toBe(false);
});

it('wants Mod for a source that says so', async () => {
  const plugin = recorder(`
    this.registerHoverLinkSource('recorder', { display: 'Recorder', defaultMod: true });
    window.hover = (ctrlKey) => {
      const targetEl = document.querySelector('a.internal-link');
      const event = new MouseEvent('mouseover', { ctrlKey });
      this.app.workspace.trigger('hover-link', {
        event, targetEl, source: 'recorder', hoverParent: this, linktext: ctrlKey ? 'Other' : 'Clip', sourcePath: '',
      });
    };`);
  await openRecorded(app, notes, { plugin });
  await app.page.evaluate(() => {
    const { hover } = window as unknown as { hover: (mod: boolean) => void };
    hover(false);
    hover(true);
  });
  await app.page.locator(popover, { hasText: 'The other.' }).waitFor();
  expect((await recorded(app.page)).some((call) => call.path === 'Clip.md')).toBe(false);
});

it('keeps in a file of its own, by source, what the user has chosen about Mod', async () => {
  await openRecorded(app, { ...notes, '.obsidian/page-preview.json': '{"preview": true}' });
  await watchTimers(app.page);
  await hover('Other');
  await timersEnded(app.page);
  expect(await app.page.locator(popover).count()).toBe(0);
  await app.page.keyboard.down('Control');
  await hover('Part');
  await app.page.locator(popover).waitFor();
  await app.page.keyboard.up('Control');
});

it('opens nothing for a finger, nor for the mouse events that browsers make after a touch', async () => {
  await openRecorded(app, notes, { plugin: 'none', platform: 'phone' });
  await watchTimers(app.page);
  const link = app.page.locator('a.internal-link', { hasText: 'Part' });
  await link.evaluate((el) => {
    el.dispatchEvent(new PointerEvent('mouseover', { bubbles: true, pointerType: 'touch' }));
    el.dispatchEvent(new Event('touchend', { bubbles: true }));
    el.dispatchEvent(new MouseEvent('mouseover', { bubbles: true }));
  });
  await timersEnded(app.page);
  expect(await app.page.locator(popover).count()).toBe(0);
  // As soon as the touch is long enough ago.
  await expect
    .poll(async () => {
      await link.dispatchEvent('mouseover');
      return app.page.locator(popover).count();
    })
    .toBe(1);
});
