// Blocks in Live Preview: callouts, embeds, HTML of several lines. What post-processors get of them, and when the source
// shows.
import { describe, expect, it, test } from 'vitest';
import { useHost } from '../driver/use-host';
import {
  blurEditor,
  editNote,
  editedText,
  NOTE,
  placeCaret,
  seenLines,
  selections,
} from '../support/editing';
import { expectTexts, forget, logged, recorded, recorder } from './recorder';

const host = useHost();

const callout = '> [!info] Title\n> Some **content**\n> - item';
const text = `Before\n\n${callout}\n\nAfter`;

const seen = (): Promise<string[]> => seenLines(host.driver.page);

describe('a callout', () => {
  it('is rendered, and handed to post-processors whole: no section, no properties', async () => {
    const { driver } = host;
    await editNote(driver, `---\nvideoId: x\n---\n${text}`, { plugin: recorder() });
    await driver.page.locator('.cm-embed-block.cm-callout .callout[data-callout="info"] strong').waitFor();
    const calls = await recorded(driver.page);
    expect(calls).toHaveLength(1);
    expect(calls[0]).toMatchObject({ path: NOTE, section: null, frontmatter: null, attached: false });
    expect(calls[0]?.text.replace(/\s+/g, ' ')).toContain('Title Some content item');
  });

  it('shows its source to a caret in it, and is rendered again when the caret or the focus goes', async () => {
    const { driver } = host;
    await editNote(driver, text);
    const widget = driver.page.locator('.cm-callout');
    await placeCaret(driver.page, 'Before');
    await expect.poll(() => widget.count()).toBe(1);
    await placeCaret(driver.page, '> - item');
    await expect.poll(() => widget.count()).toBe(0);
    expect(await seen()).toContain('> Some content');
    await placeCaret(driver.page, 'After');
    await expect.poll(() => widget.count()).toBe(1);
    await placeCaret(driver.page, callout);
    await expect.poll(() => widget.count()).toBe(0);
    await blurEditor(driver.page);
    await expect.poll(() => widget.count()).toBe(1);
  });

  it('shows its source to a click into it, and to one on its button', async () => {
    const { driver } = host;
    await editNote(driver, text);
    await placeCaret(driver.page, 'Before');
    const widget = driver.page.locator('.cm-callout');
    await widget.locator('strong').click();
    await expect.poll(() => widget.count()).toBe(0);
    const at = text.indexOf(callout);
    expect(await selections(driver.page)).toEqual([[at, at]]);
    await placeCaret(driver.page, 'Before');
    await widget.hover();
    await widget.locator('.edit-block-button').click();
    await expect.poll(() => widget.count()).toBe(0);
  });

  it('leaves alone a click that somebody has dealt with', async () => {
    const { driver } = host;
    const plugin = recorder(`
      this.registerMarkdownPostProcessor((el) => {
        el.querySelector('strong')?.addEventListener('click', (event) => event.preventDefault());
      });`);
    await editNote(driver, text, { plugin });
    await placeCaret(driver.page, 'Before');
    const before = await selections(driver.page);
    await driver.page.locator('.cm-callout strong').click();
    await driver.page.locator('.cm-callout strong').waitFor();
    expect(await selections(driver.page)).toEqual(before);
  });

  it('that folds is folded by its title, and not edited', async () => {
    const { driver } = host;
    await editNote(driver, '> [!tip]- Title\n> Content\n\nAfter');
    await placeCaret(driver.page, 'After');
    await driver.page.locator('.cm-callout .callout.is-collapsed .callout-title').click();
    await driver.page.locator('.cm-callout .callout:not(.is-collapsed)').waitFor();
  });

  it('ends what post-processors added to it when it goes, and renders anew when one comes', async () => {
    const { driver } = host;
    const plugin = recorder(`
      class Child extends api.MarkdownRenderChild {
        onload() { window.log.push('load'); }
        onunload() { window.log.push('unload'); }
      }
      this.registerMarkdownPostProcessor((el, ctx) => { ctx.addChild(new Child(el)); });`);
    await editNote(driver, text, { plugin });
    await placeCaret(driver.page, 'Before');
    await expect.poll(() => logged(driver.page)).toEqual(['load']);
    await placeCaret(driver.page, 'Some');
    await expect.poll(() => logged(driver.page)).toEqual(['load', 'unload']);
    await placeCaret(driver.page, 'Before');
    await expect.poll(() => logged(driver.page)).toEqual(['load', 'unload', 'load']);
    await forget(driver.page);
    await driver.page.evaluate(() => {
      window.api.MarkdownPreviewRenderer.registerPostProcessor((el) => el.addClass('late'));
    });
    await driver.page.locator('.cm-callout .late').waitFor();
    await expect.poll(() => logged(driver.page)).toEqual(expect.arrayContaining(['load', 'unload']));
  });

  it('keeps its element while text above it changes', async () => {
    const { driver } = host;
    await editNote(driver, text, { plugin: recorder() });
    await placeCaret(driver.page, 'Before');
    await expect.poll(async () => (await recorded(driver.page)).length).toBe(1);
    await driver.page.keyboard.type('Longer ');
    expect(await recorded(driver.page)).toHaveLength(1);
  });
});

test('a quote is no block: its marks are out of sight, its text is edited in place', async () => {
  const { driver } = host;
  await editNote(driver, '> quoted\n\nend');
  await placeCaret(driver.page, 'end');
  await expect.poll(() => driver.page.locator('.HyperMD-quote .cm-transparent').count()).toBe(1);
  expect(await driver.page.locator('.cm-embed-block').count()).toBe(0);
});

describe('an embed', () => {
  const notes = { 'Other.md': '---\nvideoId: y\n---\nThe **other** note' };

  it('alone on its line is shown, and stays in sight below its source', async () => {
    const { driver } = host;
    await editNote(driver, 'Before\n\n![[Other]]\n\nAfter', { notes, plugin: recorder() });
    await placeCaret(driver.page, 'After');
    const embed = driver.page.locator('.cm-content > .internal-embed.markdown-embed');
    await embed.locator('strong').waitFor();
    await expectTexts(driver.page, ['The other note']);
    expect((await recorded(driver.page))[0]).toMatchObject({
      path: 'Other.md',
      section: null,
      frontmatter: { videoId: 'y' },
    });
    expect(await seen()).toEqual(['Before', '', '', 'After']);
    await placeCaret(driver.page, '![[Other]]', 4);
    await expect.poll(seen).toEqual(['Before', '', '![[Other]]', '', 'After']);
    await embed.locator('strong').waitFor();
  });

  it('among text is shown in its line', async () => {
    const { driver } = host;
    await editNote(driver, 'See ![[Other]] here\n\nAfter', { notes });
    await placeCaret(driver.page, 'After');
    await driver.page.locator('.cm-line .internal-embed strong').waitFor();
    await placeCaret(driver.page, 'Other');
    await expect.poll(seen).toEqual(['See ![[Other]] here', '', 'After']);
  });
});

test('inferred: HTML of several lines is one element, which no post-processor sees', async () => {
  const { driver } = host;
  const html = '<div>\n<b>bold</b>\n</div>';
  await editNote(driver, `Before\n\n${html}\n\nAfter\n\n<div>\nnever closed`, { plugin: recorder() });
  await placeCaret(driver.page, 'Before');
  const block = driver.page.locator('.cm-html-embed.cm-embed-block');
  await expect.poll(() => block.allInnerTexts()).toEqual(['bold']);
  expect(await seen()).toContain('<div>');
  expect(await recorded(driver.page)).toEqual([]);
  await block.click();
  await expect.poll(() => block.count()).toBe(0);
  expect(await editedText(driver.page)).toContain(html);
});
