// How Live Preview shows Markdown that nobody edits: marks out of sight, boxes, bullets, links, the properties.
import { describe, expect, it, test } from 'vitest';
import { useHost } from '../driver/use-host';
import {
  blurEditor,
  editedText,
  editNote,
  NOTE,
  placeCaret,
  seenLines,
  selections,
} from '../support/editing';

const host = useHost();

const seen = (): Promise<string[]> => seenLines(host.driver.page);

describe('marks', () => {
  it.each([
    ['# Head', 'Head'],
    ['a **b** c', 'a b c'],
    ['a *b* _c_ ***d***', 'a b c d'],
    ['a ~~b~~ ==c==', 'a b c'],
    ['a `b` c', 'a b c'],
    ['a [b](https://c.d) e', 'a b e'],
    ['a [[b|c]] d', 'a c d'],
    ['a \\*b\\*', 'a *b*'],
    ['a **b `c*` d** e', 'a b c* d e'],
  ])('of %j are hidden, and shown to a caret', async (text, shown) => {
    const { driver } = host;
    await editNote(driver, `${text}\n\nend`);
    await placeCaret(driver.page, 'end');
    await expect.poll(async () => (await seen())[0]).toBe(shown);
    await placeCaret(driver.page, text, text.startsWith('#') ? 3 : 5);
    await expect.poll(async () => (await seen())[0]).not.toBe(shown);
    await blurEditor(driver.page);
    await expect.poll(async () => (await seen())[0]).toBe(shown);
  });

  it('of one group show together: a caret elsewhere in the line leaves them hidden', async () => {
    const { driver } = host;
    await editNote(driver, 'one **two** three [four](https://a.b)');
    await placeCaret(driver.page, 'two');
    await expect.poll(seen).toEqual(['one **two** three four']);
    await placeCaret(driver.page, 'three');
    await expect.poll(seen).toEqual(['one two three four']);
    await placeCaret(driver.page, 'four');
    await expect.poll(seen).toEqual(['one two three [four](https://a.b)']);
  });

  it('of a heading are visible while the caret is anywhere in its line', async () => {
    const { driver } = host;
    await editNote(driver, '## Head and more\n\nend');
    await placeCaret(driver.page, 'more');
    await expect.poll(async () => (await seen())[0]).toBe('## Head and more');
  });
});

test('headings are large, bold is bold, and a line in a list hangs', async () => {
  const { driver } = host;
  await editNote(driver, '# One\n\ntext **bold**\n\n- item');
  await blurEditor(driver.page);
  const style = (selector: string, name: string): Promise<string> =>
    driver.page
      .locator(selector)
      .first()
      .evaluate((el, name) => getComputedStyle(el).getPropertyValue(name), name);
  expect(parseFloat(await style('.HyperMD-header-1', 'font-size'))).toBeGreaterThan(24);
  expect(Number(await style('.cm-strong', 'font-weight'))).toBeGreaterThanOrEqual(600);
  expect(parseFloat(await style('.HyperMD-list-line-1', 'padding-left'))).toBeGreaterThan(10);
});

describe('a task', () => {
  it('has a box, which a click ticks in the text', async () => {
    const { driver } = host;
    await editNote(driver, '- [ ] do\n- [x] done\n\nend');
    await placeCaret(driver.page, 'end');
    const boxes = driver.page.locator('.cm-line .task-list-item-checkbox');
    await expect.poll(() => boxes.count()).toBe(2);
    expect(await boxes.evaluateAll((all) => all.map((box) => (box as HTMLInputElement).checked))).toEqual([
      false,
      true,
    ]);
    await boxes.first().click();
    await expect.poll(() => editedText(driver.page)).toBe('- [x] do\n- [x] done\n\nend');
    expect(await boxes.first().isChecked()).toBe(true);
    await boxes.nth(1).click();
    await expect.poll(() => editedText(driver.page)).toBe('- [x] do\n- [ ] done\n\nend');
  });

  it('shows its source to a caret at the box', async () => {
    const { driver } = host;
    await editNote(driver, '- [ ] do');
    await placeCaret(driver.page, 'do');
    await expect.poll(() => driver.page.locator('.task-list-item-checkbox').count()).toBe(1);
    await placeCaret(driver.page, '[ ]', 1);
    await expect.poll(() => driver.page.locator('.task-list-item-checkbox').count()).toBe(0);
    expect(await seen()).toEqual(['- [ ] do']);
  });
});

test('Enter goes on with a list, and ends it in an empty item', async () => {
  const { driver } = host;
  await editNote(driver, '1. one');
  await driver.page.keyboard.press('Control+End');
  await driver.page.keyboard.press('Enter');
  await driver.page.keyboard.type('two');
  await driver.page.keyboard.press('Enter');
  await driver.page.keyboard.press('Enter');
  await driver.page.keyboard.type('text');
  expect(await editedText(driver.page)).toBe('1. one\n2. two\ntext');
});

describe('the properties', () => {
  const note = '---\nvideoId: abc\n---\nText\n\nmore';

  it('stand above the text as a table, and their source is out of sight', async () => {
    const { driver } = host;
    await editNote(driver, note);
    const property = driver.page.locator(
      '.markdown-source-view .metadata-property[data-property-key="videoId"]',
    );
    expect(await property.innerText()).toContain('abc');
    expect(await seen()).toEqual(['Text', '', 'more']);
    expect(await driver.page.locator('.markdown-source-view .inline-title').innerText()).toBe('Note');
  });

  it('are YAML in source mode', async () => {
    const { driver } = host;
    await editNote(driver, note);
    await driver.openNote(NOTE, { mode: 'source' });
    expect(await driver.page.locator('.markdown-source-view .metadata-container').isVisible()).toBe(false);
    expect((await seen()).slice(0, 3)).toEqual(['---', 'videoId: abc', '---']);
  });

  it('cannot be reached by the caret', async () => {
    const { driver } = host;
    await editNote(driver, note);
    await placeCaret(driver.page, 'more');
    await driver.page.keyboard.press('Control+Home');
    await driver.page.keyboard.press('ArrowUp');
    expect(await selections(driver.page)).toEqual([[note.indexOf('Text'), note.indexOf('Text')]]);
    await driver.page.keyboard.type('New ');
    expect(await editedText(driver.page)).toBe(note.replace('Text', 'New Text'));
  });

  it('follow a change of the file', async () => {
    const { driver } = host;
    await editNote(driver, note);
    await driver.writeOutside(NOTE, note.replace('abc', 'xyz'));
    await expect
      .poll(() => driver.page.locator('.markdown-source-view .metadata-property').innerText())
      .toContain('xyz');
  });
});

describe('a link', () => {
  it('opens on a click where it is shown as one, and the caret stays', async () => {
    const { driver } = host;
    await editNote(driver, 'See [[Other|that]].\n\nend', { notes: { 'Other.md': 'The other note' } });
    await placeCaret(driver.page, 'end');
    await driver.page.locator('.cm-underline', { hasText: 'that' }).click();
    await expect.poll(seen).toEqual(['The other note']);
  });

  it('opens in a new tab with Mod held', async () => {
    const { driver } = host;
    await editNote(driver, 'See [[Other]].\n\nend', { notes: { 'Other.md': 'The other note' } });
    await placeCaret(driver.page, 'end');
    await driver.page.locator('.cm-underline', { hasText: 'Other' }).click({ modifiers: ['Control'] });
    await expect.poll(() => driver.page.locator('.mod-root .workspace-tab-header').count()).toBe(2);
  });

  it('is edited, not opened, where its source shows', async () => {
    const { driver } = host;
    await editNote(driver, 'See [[Other]].', { notes: { 'Other.md': 'The other note' } });
    await placeCaret(driver.page, 'Other');
    await driver.page.locator('.cm-hmd-internal-link').click();
    expect(await driver.page.locator('.view-header-title').last().innerText()).toBe('Note');
  });

  it('is previewed to a pointer that rests on it, with Mod held', async () => {
    const { driver } = host;
    await editNote(driver, 'See [[Other]].\n\nend', { notes: { 'Other.md': 'The other note' } });
    await placeCaret(driver.page, 'end');
    const link = driver.page.locator('.cm-underline', { hasText: 'Other' });
    await driver.page.keyboard.down('Control');
    await link.hover();
    await driver.page.locator('.hover-popover', { hasText: 'The other note' }).waitFor();
    await driver.page.keyboard.up('Control');
  });

  it('to no note looks so', async () => {
    const { driver } = host;
    await editNote(driver, 'See [[Nowhere]] and [[Other]].\n\nend', { notes: { 'Other.md': '' } });
    await placeCaret(driver.page, 'end');
    await expect
      .poll(() => driver.page.locator('.cm-underline.is-unresolved').allInnerTexts())
      .toEqual(['Nowhere']);
  });
});

test('copying copies the source', async () => {
  const { driver } = host;
  const text = 'a **b** <i>c</i> [[d|e]]\n\n> [!note] f\n> g';
  await editNote(driver, text);
  await driver.page.keyboard.press('Control+a');
  await driver.page.evaluate(() => {
    document.addEventListener('copy', (event) => {
      Object.assign(window, { copied: event.clipboardData?.getData('text/plain') });
    });
  });
  await driver.page.keyboard.press('Control+c');
  expect(await driver.page.evaluate(() => (window as unknown as { copied?: string }).copied)).toBe(text);
});
